# Written by `nox -s generate` from src; do not edit.
"""Explain a rule: what is right, what the mistake costs, and an example of each.

CODE is a rule's code or its name, such as CK052 or same-site-none-without-secure; `all` lists every rule.
"""

import argparse

def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The rule."""

def run(arguments: argparse.Namespace) -> int:
    """Print the page, or the table of all rules."""
