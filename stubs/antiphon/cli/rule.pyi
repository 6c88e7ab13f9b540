# Written by `nox -s generate` from src; do not edit.
"""Explain a rule: what is right, why, and an example of each."""

import argparse

def add_arguments(parser: argparse.ArgumentParser) -> None: ...
def run(arguments: argparse.Namespace) -> int: ...
