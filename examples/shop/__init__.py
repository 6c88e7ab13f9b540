"""A small shop: what its service says is declared in `responses.py`, and nothing else is ever sent."""
