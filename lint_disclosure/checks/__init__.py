"""One module a check kind, named as rules name it under ``check:``."""
