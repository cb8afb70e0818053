"""Rules in words, for people: on a terminal and as pages."""
