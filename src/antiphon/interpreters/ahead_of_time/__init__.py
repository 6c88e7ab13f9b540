"""Compiled responses as plain modules."""
