"""Source lists of a Content Security Policy (CSP3 section 2.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from antiphon.headers.field import FieldError
from antiphon.http.parsing.content_security_policy import TRUSTED_TYPES_KEYWORDS, is_unquoted

#: A source expression holds visible characters but `;` and `,`, which end a directive and a policy.
_SOURCE = re.compile(r"[!-+\--:<-~]+")


def sources(field_name: str, directive: str, value: str | tuple[str, ...]) -> tuple[str, ...]:
    """The expressions of a list: a text with spaces between them, or a tuple of them.

    Raises FieldError for what an expression cannot hold, for a keyword without its single quotes, and for 'none'
    beside others.
    """
    if not isinstance(value, Iterable):
        raise FieldError(f"{field_name}: {directive} is {value!r}, which is neither text nor a tuple of sources")
    found = tuple(value.split(" ")) if isinstance(value, str) else tuple(value)
    if not found:
        raise FieldError(f"{field_name}: {directive} names no source; say \"'none'\" for none")
    for source in found:
        if not isinstance(source, str) or not _SOURCE.fullmatch(source):
            raise FieldError(f"{field_name}: in {directive}, {source!r} is not visible ASCII without ';' and ','")
        if is_unquoted(source) or source.lower() in TRUSTED_TYPES_KEYWORDS:
            raise FieldError(
                f"{field_name}: in {directive}, {source} is a keyword only in single quotes: \"'{source}'\""
            )
    if len(found) > 1 and "'none'" in (source.lower() for source in found):
        raise FieldError(f"{field_name}: in {directive}, 'none' goes alone")
    return found
