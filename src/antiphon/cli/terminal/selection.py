"""The options that commands share: which findings are told, of which files, from which configuration, and how."""

from __future__ import annotations

import argparse
import pkgutil
from collections.abc import Sequence

from antiphon.cli import formats
from antiphon.cli.terminal.unknown import choice


def add_scope(parser: argparse.ArgumentParser) -> None:
    """`--profile` and `--exclude`."""
    parser.add_argument("--profile", **choice(("default", "strict")), help="which levels findings have")
    add_excluded(parser)


def add_excluded(parser: argparse.ArgumentParser) -> None:
    """`--exclude`."""
    parser.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="PATTERN",
        help="leave files and folders alone: a name such as `tests`, or a path; may be given several times",
    )


def add_selection(parser: argparse.ArgumentParser) -> None:
    """`--select`, `--config` and `--quiet`."""
    parser.add_argument(
        "--select",
        action="append",
        default=[],
        metavar="CODES",
        help="the warnings and the advice to report: codes, or beginnings of codes, with commas; errors always are",
    )
    add_config(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="write findings alone: no counts and no notes")


def add_config(parser: argparse.ArgumentParser) -> None:
    """`--config`."""
    parser.add_argument("--config", metavar="FILE", help="the configuration, instead of the nearest one above")


def add_format(parser: argparse.ArgumentParser) -> None:
    """`--format`."""
    parser.add_argument(
        "--format",
        **choice(sorted(module.name for module in pkgutil.iter_modules(formats.__path__))),
        default="text",
        help="how findings are written (default: text)",
    )


def selected(texts: Sequence[str]) -> tuple[str, ...]:
    """The codes of `--select`, which may be given several times."""
    return tuple(code.strip().upper() for text in texts for code in text.split(","))
