"""What check kinds share: parts of a report seen as a rule needs them, equations and verdicts."""
