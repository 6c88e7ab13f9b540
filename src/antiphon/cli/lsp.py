"""Serve an editor: the findings of `check` while files are edited, over standard input and output.

It speaks the Language Server Protocol and runs beside any type checker's own server. A file is judged when it is
opened and when it is saved, in a fresh process.
"""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--stdio`, which some editors add."""
    parser.add_argument("--stdio", action="store_true", help="the only way there is; editors may say so")


def run(arguments: argparse.Namespace) -> int:
    """Serve until the editor says that it is done."""
    import sys

    from antiphon.cli.language_server.server import Server

    return Server(sys.stdin.buffer, sys.stdout.buffer).serve()
