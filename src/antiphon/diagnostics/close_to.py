"""The known words that a misspelt one looks like."""

from __future__ import annotations

from collections.abc import Iterable


def close_to(word: str, known: Iterable[str]) -> str:
    """`did you mean ...?` for the known words that look like this one; empty where none does."""
    import difflib  # for those who have misspelt something

    near = difflib.get_close_matches(word, sorted(known), n=3, cutoff=0.6)
    return f"did you mean {' or '.join(near)}?" if near else ""
