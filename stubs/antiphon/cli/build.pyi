# Written by `nox -s generate` from src; do not edit.
"""Write compiled responses as plain Python modules, which serve without pydantic.

Their functions are the declared ones: same names, signatures, errors and octets. A process that imports them in the
place of the module that declares them starts sooner. Types are imported by name; a `.spec` is read, and pydantic
imported, when it is asked for. Classes of replies are left where they are.
"""

import argparse

def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TARGET, the folder, and whether to compare only."""

def run(arguments: argparse.Namespace) -> int:
    """Write, or compare; exit 1 for differences and for findings of level error."""
