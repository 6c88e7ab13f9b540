"""A spec, judged and compiled."""
