"""The command line: arguments in, calls of the stages, an exit code out. No logic of its own."""
