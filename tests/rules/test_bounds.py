"""Judging takes time in proportion to what is judged, and says no more than anybody reads."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from antiphon.captures.check import check_wire
from antiphon.rules.check import MOST_OF_A_KIND, check
from antiphon.spec import CookieSpec, ExampleSpec, HeaderSpec, ParamSpec, ResponseSpec, SiteSpec
from antiphon.spec.bodies import BytesBody, TextBody
from tests.support.growth import is_linear

FRESH = itertools.count()
Made = Callable[[int], ResponseSpec]


def lines(name: str, value: str) -> Made:
    """Many lines of one field."""
    return lambda size: ResponseSpec(status=200, headers=(HeaderSpec(name=name, value=value),) * size)


def long(name: str, piece: str, start: str = "") -> Made:
    """One long line."""
    return lambda size: ResponseSpec(status=401, headers=(HeaderSpec(name=name, value=start + piece * size),))


def deletions(size: int) -> ResponseSpec:
    """Deletions on a site with as many cookies of that name."""
    site = SiteSpec(cookies=tuple(CookieSpec(name="a", value=str(i), path="/x") for i in range(size)))
    return ResponseSpec(status=200, cookies=(CookieSpec(name="a", value="", max_age=0),) * size, site=site)


def params(size: int) -> ResponseSpec:
    """Fields that as many params fill."""
    return ResponseSpec(
        status=200,
        headers=tuple(HeaderSpec(name=f"X-{i}") for i in range(size)),
        params=tuple(ParamSpec(name=f"p{i}", fills="header", slot=f"X-{i}") for i in range(size)),
    )


def examples(size: int) -> ResponseSpec:
    """Examples with names of their own."""
    names = tuple(ExampleSpec(name=f"e{i}", content="a") for i in range(size))
    return ResponseSpec(status=200, body=TextBody(), examples=names)


def json_lines(size: int) -> ResponseSpec:
    """Lines that are not JSON."""
    return ResponseSpec(status=200, body=BytesBody(media_type="application/x-ndjson", content=b"{\n" * size))


LARGE: dict[str, tuple[int, Made]] = {
    "Set-Cookie lines of one name": (1000, lines("Set-Cookie", "a=1; Path=/")),
    "Cache-Control lines": (1000, lines("Cache-Control", "max-age=60")),
    "Link lines": (1000, lines("Link", "</a>; rel=next")),
    "lines of another field": (1000, lines("X-A", "1")),
    "field names": (
        200,
        lambda size: ResponseSpec(
            status=200, headers=tuple(HeaderSpec(name=f"Cahce-Contol{next(FRESH)}") for _ in range(size))
        ),
    ),
    "parameters of a challenge": (5000, long("WWW-Authenticate", "a=1, ", "Digest ")),
    "open quotes of a challenge": (2000, long("WWW-Authenticate", 'a="b, ', "Digest ")),
    "commas in Vary": (5000, long("Vary", ",")),
    "words of a policy": (2000, long("Content-Security-Policy", " 'none'", "script-src")),
    "directives of a policy": (2000, long("Content-Security-Policy", "a b;")),
    "parameters of a disposition": (2000, long("Content-Disposition", "; a=b", "attachment")),
    "attributes of a cookie": (2000, long("Set-Cookie", "; Path=/", "a=b")),
    "commas in a cookie": (5000, long("Set-Cookie", ", c", "a=b")),
    "slashes of a Location": (5000, long("Location", "/")),
    "deletions": (500, deletions),
    "params": (500, params),
    "examples": (1000, examples),
    "lines that are not JSON": (1000, json_lines),
}


@pytest.mark.newest
@pytest.mark.parametrize(("size", "made"), LARGE.values(), ids=LARGE)
def test_judging_is_linear(size: int, made: Made) -> None:
    """A declaration is judged in time that is in proportion to its size."""
    assert is_linear(lambda: check(made(size)), lambda: check(made(8 * size)))


@pytest.mark.parametrize("size", [MOST_OF_A_KIND, MOST_OF_A_KIND + 1, 1000])
def test_findings_of_one_kind_are_counted(size: int) -> None:
    """Of one rule and level the first findings are told, and then how many more there are."""
    found = [diagnostic for diagnostic in check(json_lines(size)) if diagnostic.code == "CT014"]
    more = size - MOST_OF_A_KIND
    assert min(size, MOST_OF_A_KIND + 1) == len(found)
    assert (f"and {more} more finding" in found[-1].message) == (more > 0)
    assert {"error"} == {diagnostic.level for diagnostic in found}


def test_a_grave_finding_is_not_lost_among_others() -> None:
    """Findings are counted for each level apart."""
    harmless = HeaderSpec(name="Cache-Control", value="no-cache=" + '"a"')
    wrong = HeaderSpec(name="Cache-Control", value="no-cache=a")
    found = check(ResponseSpec(status=200, headers=(*(harmless,) * 1000, wrong)))
    assert ["error"] == [d.level for d in found if d.code == "CC010" and d.level == "error"]


def test_a_capture_is_judged_in_linear_time() -> None:
    """A capture with many lines is judged as quickly, places and all."""

    def judged(size: int) -> Callable[[], object]:
        return lambda: check_wire(200, [("Set-Cookie", "a=1")] * size)

    assert is_linear(judged(1000), judged(8000))
