# Written by `nox -s generate` from src; do not edit.
"""Interpreters: each reads a spec to make something else."""
