"""Which cells of a table are wrong: pure arithmetic on what should hold between its cells."""
