# Written by `nox -s generate` from src; do not edit.
"""A rule's page, in Markdown: what `antiphon rule` prints and what stands in docs/rules."""

from antiphon.rules.rule import Rule

def page(rule: Rule) -> str:
    """Everything that a rule says, the bad and the good example on the wire and as a spec. Ends with a newline."""
