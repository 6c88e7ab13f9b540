"""Serve an editor: findings, pages of rules, previews and edits while files are edited, over standard input and output.

It speaks the Language Server Protocol, on pygls (`pip install antiphon[lsp]`), and runs beside any type checker's own
server. Declarations are judged when a file is opened and when it is saved, in a fresh process; what a file makes with
other frameworks is judged as it is typed.
"""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--stdio`, which some editors add."""
    parser.add_argument("--stdio", action="store_true", help="the only way there is; editors may say so")


def run(arguments: argparse.Namespace) -> int:
    """Serve until the editor says that it is done."""
    from antiphon.cli.terminal.cannot_run import CannotRun

    try:
        from antiphon.cli.language_server.server import Server
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in {"pygls", "lsprotocol"}:
            raise
        advice = "pip install antiphon[lsp]"
        raise CannotRun("pygls is not installed", where="the command line", help=advice) from None
    return Server().serve()
