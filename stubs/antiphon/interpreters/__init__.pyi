# Written by `nox -s generate` from src; do not edit.
"""What reads a spec to make something else."""
