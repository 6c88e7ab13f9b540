# Written by `nox -s generate` from src; do not edit.
"""The facts of the standards: grammar, statuses, dates, Set-Cookie, and lenient parsers."""
