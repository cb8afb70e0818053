"""The settings by which a report is judged, and where each of them comes from."""
