"""Lists of entity tags (RFC 9110 section 8.8.3), as If-Match and If-None-Match have them."""

from __future__ import annotations

from antiphon.http.expression import expression

#: A tag, or `*`, up to the comma behind it. In the quotes there are no escapes, and a comma is a character of the tag.
_MEMBER = expression(r'[ \t]*((?:W/)?"[^"]*"|\*)?+((?:"[^"]*"?+|[^",]++)*+)(?:,|\Z)')


def entity_tags(text: str) -> list[str]:
    """The members of a list that are entity tags or `*`, in order; others compare equal to nothing and are left out."""
    return [tag for tag, rest in _MEMBER.findall(text) if tag and not rest.strip(" \t")]


def same_strongly(one: str, other: str) -> bool:
    """Strong comparison (section 8.8.3.2): neither is weak, and they are the same."""
    return one == other and not one.startswith("W/")


def same_weakly(one: str, other: str) -> bool:
    """Weak comparison (section 8.8.3.2): they are the same, whether either is weak or not."""
    return one.removeprefix("W/") == other.removeprefix("W/")
