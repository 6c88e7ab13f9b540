"""Cookies of any value: how it is written, and how it is read back from a request."""
