# Written by `nox -s generate` from src; do not edit.
"""What a compiled response looks like: on the wire, as a signature, and with values made up for what varies."""
