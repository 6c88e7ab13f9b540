"""Interpreters: each reads a spec to make something else."""
