"""The page of a refusal, in Markdown: the same parts as a rule's page, with lines of Python for examples."""

from __future__ import annotations

from antiphon.diagnostics.refusal import Refusal


def refusal_page(refusal: Refusal) -> str:
    """Everything that a refusal says. Ends with a newline."""
    lines = (
        f"# {refusal.code} {refusal.slug}\n",
        f"{refusal.doc}\n",
        f"{refusal.why}\n",
        f"{refusal.accepted}\n",
        "- level: error",
        f"- help: {refusal.help}",
        f"- cite: {refusal.citation}\n",
        f"## Bad\n\n```python\n{refusal.bad}\n```\n",
        f"## Good\n\n```python\n{refusal.good}\n```\n",
    )
    return "\n".join(lines)
