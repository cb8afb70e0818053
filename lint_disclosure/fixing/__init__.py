"""Make the fixes of findings in the files themselves, so that nothing else in them changes."""
