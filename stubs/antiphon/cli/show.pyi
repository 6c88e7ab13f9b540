# Written by `nox -s generate` from src; do not edit.
"""Show what responses send, how they are called, and the code that makes them.

Each response is really sent, to nowhere, with values made up for its params and its content; lines that hold such a
value are marked. Its first example stands for the content where it has one. Fields that a server adds are not shown.
"""

import argparse

def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TARGET and the form."""

def run(arguments: argparse.Namespace) -> int:
    """Show one response, or all that a target declares."""
