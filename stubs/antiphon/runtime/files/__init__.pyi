# Written by `nox -s generate` from src; do not edit.
"""Files as content: opened, described, judged against the request, and sent. No pydantic."""
