# Written by `nox -s generate` from src; do not edit.
"""Show what a response sends, how it is called, and the code that makes it."""

import argparse

def add_arguments(parser: argparse.ArgumentParser) -> None: ...
def run(arguments: argparse.Namespace) -> int: ...
