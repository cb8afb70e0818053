"""The first words that call a command; any other is a path or an option of ``check``."""

COMMANDS = ("check", "extract", "annotate", "baseline", "init", "completion", "rules")
