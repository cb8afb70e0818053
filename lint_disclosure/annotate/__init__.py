"""Findings written into the report itself, one module for each kind of file."""
