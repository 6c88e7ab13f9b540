"""Explain a rule: what is right, what the mistake costs, and an example of each.

CODE is a rule's code or its name, such as CK052 or same-site-none-without-secure; `all` lists every rule.
"""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The rule."""
    parser.add_argument("code", metavar="CODE", help="a rule's code or name, or `all`")


def run(arguments: argparse.Namespace) -> int:
    """Print the page, or the table of all rules."""
    from antiphon.cli.terminal.cannot_run import CannotRun
    from antiphon.diagnostics.refusals import refusal_of
    from antiphon.interpreters.rule_pages.page import page
    from antiphon.interpreters.rule_pages.refusal_page import refusal_page
    from antiphon.rules.named import everything, like
    from antiphon.rules.registry import rule_of

    code: str = arguments.code
    if code.lower() == "all":
        print(_table())
        return 0
    if (refusal := refusal_of(code)) is not None:
        print(refusal_page(refusal), end="")
        return 0
    rule = rule_of(code)
    if rule is None:
        raise CannotRun(f"there is no rule {code!r}", where="the command line", help=like(code, everything()))
    print(page(rule), end="")
    return 0


def _table() -> str:
    """Code, level, name and first sentence of every rule and refusal, in columns."""
    from antiphon.diagnostics.faults import FAULTS
    from antiphon.diagnostics.refusals import REFUSALS
    from antiphon.rules.registry import rules

    rows = [(refusal.code, "error", refusal.slug, refusal.doc) for refusal in (*REFUSALS, *FAULTS)]
    rows += [(rule.code, rule.level, rule.slug, rule.doc) for rule in rules()]
    codes, levels, slugs = (max(len(row[column]) for row in rows) for column in range(3))
    return "\n".join(
        f"{code:{codes}}  {level:{levels}}  {slug:{slugs}}  {doc}" for code, level, slug, doc in sorted(rows)
    )
