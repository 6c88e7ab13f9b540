# Written by `nox -s generate` from src; do not edit.
"""Serve an editor: the findings of `check` while files are edited, over standard input and output.

It speaks the Language Server Protocol and stands beside any type checker's own server. A file is judged when it is
opened and when it is saved, in a fresh process.
"""

import argparse

def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--stdio`, which some editors add."""

def run(arguments: argparse.Namespace) -> int:
    """Serve until the editor says that it is done."""
