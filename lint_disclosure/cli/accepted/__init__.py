"""Findings that people have set aside: one by one with a reason, or all together as a baseline."""
