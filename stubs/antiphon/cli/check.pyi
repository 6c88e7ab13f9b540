# Written by `nox -s generate` from src; do not edit.
"""Judge the responses that modules declare.

Every module is imported, and every finding of all of them is reported in one run, even where a declaration raises.
Of the modules that a target imports, those that are not installed are judged as well. Without a TARGET, the `targets`
of [tool.antiphon] are judged, in the nearest pyproject.toml above; its `profile` sets the levels, and its `select` and
`ignore` say which warnings are reported. What a declaration is called with is not judged here: that is checked at every
call.
"""

import argparse

def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TARGETs and the format."""

def run(arguments: argparse.Namespace) -> int:
    """Judge and report."""
