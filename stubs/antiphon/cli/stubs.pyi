# Written by `nox -s generate` from src; do not edit.
"""Write down the signatures that only the compiler knows, for type checkers.

A response with `.header_param(...)`, `.cookie_param(...)` or `.placeholder_param(...)`, or one that is compiled from a
spec, takes keywords that no type checker can see. A stub says them: `responses.pyi` beside `responses.py`, or a tree of
stubs with --out. A stub stands for its module, so all that is public there is described, or it is refused: keep such
responses in a module of their own. What every checker knows already, such as a `Params` class, gets no stub.
"""

import argparse

def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TARGETs, where to write, and whether to compare only."""

def run(arguments: argparse.Namespace) -> int:
    """Write or compare."""
