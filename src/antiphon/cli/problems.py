"""Write the page of the problem types that a module, package, file or folder declares, and those that it imports."""

from __future__ import annotations

import argparse
from pathlib import Path

from antiphon.cli.terminal.unknown import choice


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TARGET, the form, where to write, and whether to compare only."""
    parser.add_argument("target", metavar="TARGET", help="a module, package, file or folder")
    parser.add_argument("--format", **choice(("markdown", "json")), default="markdown", help="the form (markdown)")
    parser.add_argument("--title", default="Problem types", help="the title of the page (Problem types)")
    there = parser.add_mutually_exclusive_group()
    there.add_argument("-o", "--out", metavar="FILE", type=Path, help="write there (default: standard output)")
    there.add_argument("--check", metavar="FILE", type=Path, help="write nothing; exit 1 with a diff if FILE differs")


def run(arguments: argparse.Namespace) -> int:
    """Write or compare."""
    import json

    from antiphon.cli.collecting.whole_target import whole_target
    from antiphon.cli.terminal.cannot_run import CannotRun
    from antiphon.cli.terminal.written import written
    from antiphon.interpreters.problem_pages import problem_list, problem_page
    from antiphon.reply.problem_types import problem_types

    whole_target(arguments.target)
    if not problem_types():
        what = f"{arguments.target} declares no problem type"
        raise CannotRun(what, where=f"TARGET {arguments.target}", help="name a module with subclasses of ProblemReply")
    if arguments.format == "json":
        text = json.dumps(problem_list(), indent=2, ensure_ascii=False) + "\n"
    else:
        text = problem_page(title=arguments.title)
    return written(text, arguments.out, arguments.check)
