# Written by `nox -s generate` from src; do not edit.
"""A rule's page in Markdown."""
