"""From printed pages, characters and ruling lines at places, to paragraphs and tables."""
