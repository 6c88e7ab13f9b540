"""Explain a rule: what is right, what the mistake costs, and an example of each.

CODE is a rule's code or its name, such as CK052 or same-site-none-without-secure; `all` lists every rule.
"""

from __future__ import annotations

import argparse

_RAISED = """\
# AN000 declaration-raised

A declaration is made without an exception.

`antiphon check` judges a module by importing it. What a module raises on the way is reported at the user's own line:
an argument of the wrong type, a step that a draft does not have in its state, a name that cannot be imported, a syntax
error. What stands below that line in the module is not judged, so there may be more to find. AN000 is no rule that
judges a response: it cannot be allowed or ignored.

- level: error
- help: mend the line; mypy and pyright say the same of most such lines while they are written
- cite: antiphon's own signatures

## Bad

```python
gone = respond(204).text("Gone.").compile()  # BodilessDraft has no step `text`
```

## Good

```python
gone = respond(200).text("Gone.").compile()
```
"""
_RAISED_NAMES = ("an000", "declaration-raised", "declaration-of-the-wrong-type", "unreadable-declaration")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The rule."""
    parser.add_argument("code", metavar="CODE", help="a rule's code or name, or `all`")


def run(arguments: argparse.Namespace) -> int:
    """Print the page, or the table of all rules."""
    from antiphon.cli.terminal.cannot_run import CannotRun, close_to
    from antiphon.interpreters.rule_pages.page import page
    from antiphon.rules.registry import rule_of, rules

    code: str = arguments.code
    if code.lower() == "all":
        print(_table())
        return 0
    if code.lower().replace("_", "-") in _RAISED_NAMES:
        print(_RAISED, end="")
        return 0
    rule = rule_of(code)
    if rule is None:
        near = close_to(code.upper(), (rule.code for rule in rules())) or close_to(
            code.lower().replace("_", "-"), (rule.slug for rule in rules())
        )
        raise CannotRun(
            f"there is no rule {code!r}",
            where="the command line",
            help=f"{near + ' ' if near else ''}`antiphon rule all` lists every rule",
        )
    print(page(rule), end="")
    return 0


def _table() -> str:
    """Code, level, name and first sentence of every rule, in columns."""
    from antiphon.rules.registry import rules

    rows = [("AN000", "error", "declaration-raised", "A declaration is made without an exception.")]
    rows += [(rule.code, rule.level, rule.slug, rule.doc) for rule in rules()]
    codes, levels, slugs = (max(len(row[column]) for row in rows) for column in range(3))
    return "\n".join(
        f"{code:{codes}}  {level:{levels}}  {slug:{slugs}}  {doc}" for code, level, slug, doc in sorted(rows)
    )
