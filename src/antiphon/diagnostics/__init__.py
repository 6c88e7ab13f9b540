"""Findings, and the place in the user's code that each is about."""
