"""One fault, one finding: in a capture, leave out findings that only follow from another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.http.expression import expression
from antiphon.http.set_cookie import Cookie
from antiphon.rules.parts import ResponseParts
from antiphon.rules.seen import SeenResponse

if TYPE_CHECKING:
    from antiphon.spec import ResponseSpec

_COOKIE = expression(r"cookies\[(\d+)\]")
#: A cookie of which browsers keep nothing.
_DROPPED = frozenset({
    *("CK007", "CK030", "CK033", "CK034", "CK050", "CK052", "CK060", "CK061", "CK062", "CK063", "CK070")
})  # fmt: skip
#: Findings that do not matter for a deleted cookie: how long it lives, where it goes, who may send it.
_OF_LIVING_COOKIES = frozenset({"CK003", "CK012", "CK021", "CK024", "CK042", "CK053", "CK081"})
#: Codes of findings that another finding about the field already covers, by the code of that other one.
_SAID_BY = {"FL004": frozenset({"FL002"}), "CT002": frozenset({"HD009"}), "CR002": frozenset({"HD009"})}


def without_consequences(found: Iterable[Diagnostic], response: ResponseSpec | SeenResponse) -> Iterator[Diagnostic]:
    """The findings without those that say again what another one says. `response` is it as it was judged."""
    told = tuple(found)
    nameless = {_cookie(one) for one in told if one.code == "CK001"}
    dropped = {_cookie(one) for one in told if one.code in _DROPPED and one.level == "error"}
    said = {(one.path, code) for one in told for code in _SAID_BY.get(one.code, ())}
    cookies: tuple[Cookie, ...] = response.cookies
    parts = ResponseParts(response, captured=True)
    deleted = {number for number, cookie in enumerate(cookies) if parts.deletes(cookie)}
    for one in told:
        number = _cookie(one)
        if number is not None and (
            (number in nameless and one.code.startswith("CK") and one.code != "CK001")
            or (number in dropped and one.level == "info")
            or (number in deleted and one.code in _OF_LIVING_COOKIES and one.level != "error")
        ):
            continue
        if (one.path, one.code) not in said:
            yield one


def _cookie(diagnostic: Diagnostic) -> int | None:
    """The number of the cookie that a finding is about."""
    match = _COOKIE.match(diagnostic.path)
    return int(match[1]) if match else None
