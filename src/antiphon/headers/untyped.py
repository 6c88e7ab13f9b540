"""Fields without a class of their own whose text is judged all the same, where a param gives it at the call.

Each check is the one that the field's rule asks, so a text that a call accepts is accepted as a declaration.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Final

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.fields import STRUCTURED_FIELDS, structured_fault
from antiphon.headers.values.structured.reading import read_list
from antiphon.headers.values.structured.values import Item
from antiphon.http.dates import parse_http_date
from antiphon.http.parsing.challenges import challenges, repeated
from antiphon.http.parsing.json_text import json_fault
from antiphon.http.parsing.media_type import media_type_fault
from antiphon.http.parsing.pieces import members, shown

Fault = Callable[[str], str]


def _date(value: str) -> str:
    return "" if parse_http_date(value) else "is not a date such as Fri, 01 Jan 2027 00:00:00 GMT"


def _json(value: str) -> str:
    fault = json_fault(f"[{value}]")
    return f"is not JSON: {fault}" if fault else ""


def _media_types(value: str) -> str:
    faults = ((member, media_type_fault(member, wildcards=True)) for member in members(value))
    return next((f"holds {shown(member)}, which {fault}" for member, fault in faults if fault), "")


def query_fault(value: str) -> str:
    """Why clients find nothing in an Accept-Query: a structured list of strings and tokens, each a media range."""
    try:
        found = read_list(value)
    except FieldError as error:
        return f"cannot be read: {error}"
    for member in found:
        range_ = member.value if isinstance(member, Item) else None
        if not isinstance(range_, str):
            return "holds something that is neither a token nor a string"
        if fault := media_type_fault(range_, wildcards=True):
            return f"holds {shown(range_)}, which {fault}"
    return ""


def _challenges(value: str) -> str:
    found, strays = challenges(value)
    if strays:
        return f"holds {shown(strays[0])}, which is neither a challenge nor a parameter"
    for challenge in found:
        if twice := repeated(challenge):
            return f"has {twice[0]} twice in one challenge"
    return ""


#: By field name in lower case: why recipients ignore a text; empty for one that they read.
UNTYPED: Final[Mapping[str, Fault]] = {
    **{name.lower(): functools.partial(structured_fault, name) for name in STRUCTURED_FIELDS},
    "accept": _media_types,
    "accept-query": query_fault,
    "date": _date,
    "memento-datetime": _date,
    "nel": _json,
    "proxy-authenticate": _challenges,
    "report-to": _json,
}
