# Written by `nox -s generate` from src; do not edit.
"""SARIF 2.1.0, for code scanning services."""

from antiphon.cli.collecting.report import Report

CLOSING: bool

def write(report: Report, *, colour: bool) -> str:
    """One run, whose rules are those that found something."""
