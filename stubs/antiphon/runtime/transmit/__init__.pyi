# Written by `nox -s generate` from src; do not edit.
"""Content that a response carries and sends piece by piece: streams, lines, events and files."""
