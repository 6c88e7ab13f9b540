# Written by `nox -s generate` from src; do not edit.
"""The facts about each status code: one row a code, with the RFC section that defines it."""

from typing import Literal, NamedTuple, TypeAlias, Union

class Status(NamedTuple):
    """One registered status code.

    `content` says whether a response may carry content. `obliged` names the fields that the status demands:
    without them a recipient cannot act on it. `section` is where the code is defined.
    """

    code: int
    phrase: str
    section: str
    content: bool = True
    obliged: tuple[str, ...] = ()

STATUSES: dict[int, Status]
REDIRECTS: frozenset[int]
WITHOUT_LENGTH: frozenset[int]
UNCOUNTED: frozenset[int]

def statuses_that_oblige(field_name: str) -> frozenset[int]:
    """The statuses that demand a field, without which a recipient cannot act on them."""

def phrase(code: int) -> str:
    """The reason phrase of a registered code; empty for any other."""

def may_carry_content(code: int) -> bool:
    """Whether a response of this status may have content (RFC 9110 sections 6.4.1, 15.2, 15.3.5-6 and 15.4.5)."""

RedirectStatus: TypeAlias = Union[Literal[301], Literal[302], Literal[303], Literal[307], Literal[308]]
BodilessStatus: TypeAlias = Union[
    Literal[100], Literal[101], Literal[102], Literal[103], Literal[204], Literal[205], Literal[304]
]
BodyStatus: TypeAlias = Union[
    Literal[200],
    Literal[201],
    Literal[202],
    Literal[203],
    Literal[207],
    Literal[208],
    Literal[226],
    Literal[300],
    Literal[305],
    Literal[400],
    Literal[402],
    Literal[403],
    Literal[404],
    Literal[406],
    Literal[407],
    Literal[408],
    Literal[409],
    Literal[410],
    Literal[411],
    Literal[412],
    Literal[413],
    Literal[414],
    Literal[415],
    Literal[416],
    Literal[417],
    Literal[421],
    Literal[422],
    Literal[423],
    Literal[424],
    Literal[425],
    Literal[426],
    Literal[428],
    Literal[429],
    Literal[431],
    Literal[451],
    Literal[500],
    Literal[501],
    Literal[502],
    Literal[503],
    Literal[504],
    Literal[505],
    Literal[506],
    Literal[507],
    Literal[508],
    Literal[510],
    Literal[511],
]
ReplyStatus: TypeAlias = Union[BodyStatus, Literal[206], Literal[401], Literal[405]]
