"""Pages of reference, each made from the one source of what it tells."""
