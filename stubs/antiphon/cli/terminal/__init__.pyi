# Written by `nox -s generate` from src; do not edit.
"""What commands say to a terminal, and how."""
