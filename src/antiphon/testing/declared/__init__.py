"""A response that was seen, compared with the one that is declared."""
