# Written by `nox -s generate` from src; do not edit.
"""Judge responses of any service, from what tools wrote down.

A FILE holds what `curl -i` prints, requests and responses as `.http` text, or a HAR file as browsers export it; `-` is
standard input, as is no FILE at all in a pipe. Findings name the line of the input; the values of cookies are not
shown. The `profile`, `select` and `ignore` of [tool.antiphon] in the nearest pyproject.toml count here as well.
"""

import argparse

def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILEs, how they are read, and how findings are written."""

def run(arguments: argparse.Namespace) -> int:
    """Read, judge and report."""
