"""Writes .xlsx files: sheets of numbers and texts below a head, never a formula."""
