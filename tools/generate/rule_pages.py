"""Writes `docs/rules/`: a page for each rule, and an index."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

from antiphon.diagnostics.declaration_faults import DECLARATION_FAULTS
from antiphon.diagnostics.faults import FAULTS
from antiphon.diagnostics.protocol_faults import PROTOCOL_FAULTS
from antiphon.diagnostics.refusal import Refusal
from antiphon.diagnostics.refusals import REFUSALS
from antiphon.diagnostics.source_faults import SOURCE_FAULTS
from antiphon.interpreters.rule_pages.page import page
from antiphon.interpreters.rule_pages.refusal_page import refusal_page
from antiphon.rules.registry import rules
from antiphon.rules.rule import Rule

PAGES = Path(__file__).resolve().parents[2] / "docs" / "rules"

INDEX = """# Rules

The rules of `antiphon check`. `antiphon rule CODE` prints the page of a rule.
Evidence is **browser** or **server** where one of these was seen to drop, alter or reject the response, and
[which](../what-browsers-do.md) is on the rule's page;
**standard** where the rule rests on the text that it cites, and **antiphon** where it is about a declaration of
antiphon's.
<!-- Written by `nox -s generate`; do not edit. -->
"""

#: The names by which the page of a rule says that something was seen.
_SEEN = {
    "browser": re.compile(r"Chromium|Firefox"),
    "server": re.compile(r"uvicorn|hypercorn|granian|daphne|httptools|h11"),
}

#: The site's list of pages, beside its text.
SITE = """
```{toctree}
:hidden:
:glob:
*
```
"""


def generated() -> dict[Path, str | None]:
    """Every page and the index; None for the page of a rule that is gone."""
    written: dict[Path, str | None] = {PAGES / f"{rule.code}.md": page(rule) for rule in rules()}
    written |= {PAGES / f"{refusal.code}.md": refusal_page(refusal) for refusal in (*REFUSALS, *FAULTS)}
    written[PAGES / "index.md"] = (
        INDEX + "".join(map(_section, *zip(*_families(), strict=True))) + _refusals() + _faults() + SITE
    )
    return written | {path: None for path in PAGES.glob("*.md") if path not in written}


def _families() -> list[tuple[str, list[Rule]]]:
    """The rules by the folder that they live in."""

    def family(rule: Rule) -> str:
        return rule.check.__module__.split(".")[2]

    return [(name, list(group)) for name, group in itertools.groupby(sorted(rules(), key=family), key=family)]


def _section(family: str, members: list[Rule]) -> str:
    rows = "".join(
        f"| [{rule.code}]({rule.code}.md) | {rule.slug} | {rule.level} | {_evidence(rule)} | {rule.doc} |\n"
        for rule in members
    )
    head = "| code | slug | level | evidence | what is right |\n| --- | --- | --- | --- | --- |\n"
    return f"\n## {family.capitalize()}\n\n{head}{rows}"


def _evidence(rule: Rule) -> str:
    """The evidence of a rule, beside the text that it cites."""
    seen = [name for name, names in _SEEN.items() if names.search(f"{rule.doc} {rule.why}")]
    return ", ".join(seen) or ("antiphon" if rule.citation.startswith("antiphon") else "standard")


def _refusals() -> str:
    says = "What a declaration is refused for before any rule judges it; neither allowed nor ignored."
    return _table("Refusals", says, REFUSALS, "antiphon")


def _faults() -> str:
    says = "How an application breaks the contract with its server; `antiphon.testing` finds them."
    declared = "How a response is not what its operation declares; `antiphon.testing` finds it."
    declarations = _table("Declarations", declared, DECLARATION_FAULTS, "antiphon")
    written = "How a call in the source of a service goes wrong; `antiphon lint` finds it."
    protocol = _table("Protocol", says, PROTOCOL_FAULTS, "server")
    return declarations + protocol + _table("Sources", written, SOURCE_FAULTS, "standard")


def _table(title: str, says: str, members: tuple[Refusal, ...], evidence: str) -> str:
    rows = "".join(
        f"| [{one.code}]({one.code}.md) | {one.slug} | error | {evidence} | {one.doc} |\n" for one in members
    )
    head = "| code | slug | level | evidence | what is right |\n| --- | --- | --- | --- | --- |\n"
    return f"\n## {title}\n\n{says}\n\n{head}{rows}"
