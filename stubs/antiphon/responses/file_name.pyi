# Written by `nox -s generate` from src; do not edit.
"""The name under which a file is to be saved."""

def check_file_name(name: str) -> None:
    """Raises ParamError for a name that browsers rewrite before they save it, or that could lead out of a folder."""

def check_disposition(disposition: str) -> None:
    """Raises ParamError unless it is a disposition type: one token."""
