"""One finding for one cause: what the same change of a table would mend is told once."""
