"""Exit codes beside 0 and 1."""

USAGE = 2
INTERRUPTED = 130
PIPE_CLOSED = 141
