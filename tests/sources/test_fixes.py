"""Edits that do what a finding's help says: the finding goes away, and no other one comes."""

from __future__ import annotations

import pytest

from antiphon.rules.registry import rule_of
from antiphon.sources.fixes import FIXES
from antiphon.sources.mended import mended
from antiphon.sources.read import judge_source

_HEAD = "from starlette.responses import Response\nresponse = Response(b'')\n"


def _field(name: str, value: str) -> str:
    return f'response.headers["{name}"] = "{value}"'


def _cookie(arguments: str) -> str:
    return f"response.set_cookie({arguments})"


EDITS = {
    "CC002": (_field("Cache-Control", "public; max-age=60"), _field("Cache-Control", "public, max-age=60")),
    "CK021": (_cookie('"sid", "x", max_age=365 * 86400 * 5'), _cookie('"sid", "x", max_age=34_560_000')),
    "CK035": (_cookie('"sid", "x", domain="localhost"'), _cookie('"sid", "x", domain=None')),
    "CK040": (_cookie('"sid", "x", path="app"'), _cookie('"sid", "x", path="/app"')),
    "CK052": (_cookie('"sid", "x", samesite="none"'), _cookie('"sid", "x", samesite="none", secure=True')),
    "CK070": (
        _cookie('"sid", "x", samesite="none", partitioned=True'),
        _cookie('"sid", "x", samesite="none", secure=True, partitioned=True'),
    ),
    "CK064": (_cookie('"__host-sid", "x", secure=True'), _cookie('"__Host-sid", "x", secure=True')),
    "CR001": (
        _field("Access-Control-Allow-Origin", "https://shop.example/"),
        _field("Access-Control-Allow-Origin", "https://shop.example"),
    ),
    "CR004": (_field("Access-Control-Allow-Credentials", "True"), _field("Access-Control-Allow-Credentials", "true")),
    "HD001": (_field("X-Name:", "x"), _field("X-Name", "x")),
    "HD004": (_field("X-Name", " x "), _field("X-Name", "x")),
    "SC001": (_field("X-Content-Type-Options", "no-sniff"), _field("X-Content-Type-Options", "nosniff")),
    "SC004": (
        _field("Strict-Transport-Security", "max-age=60, includeSubDomains"),
        _field("Strict-Transport-Security", "max-age=60; includeSubDomains"),
    ),
    "SC012": (_field("Cross-Origin-Opener-Policy", "Same-Origin"), _field("Cross-Origin-Opener-Policy", "same-origin")),
    "SC013": (
        _field("Cross-Origin-Resource-Policy", "Same-Site"),
        _field("Cross-Origin-Resource-Policy", "same-site"),
    ),
}


@pytest.mark.parametrize(("bad", "good"), EDITS.values(), ids=list(EDITS))
def test_an_edit_answers_its_finding(bad: str, good: str) -> None:
    """The text that the finding points at is rewritten; nothing else is, and nothing is left to say."""
    after, done = mended(f"{_HEAD}{bad}\n", "shop.py")

    assert f"{_HEAD}{good}\n" == after
    assert 1 <= len(done)
    assert [] == [one for one in judge_source(after, "shop.py").found if one.diagnostic.code in FIXES]


def test_every_edit_is_of_a_rule() -> None:
    """The table names codes that there are."""
    assert all(rule_of(code) is not None for code in FIXES)


LEFT = {
    "an argument that is not to be seen": _cookie('"sid", "x", samesite="none", secure=False'),
    "a value that has no one right form": _field("X-Frame-Options", "ALLOW"),
    "a name of the module": 'NAME = "no-sniff"\nresponse.headers["X-Content-Type-Options"] = NAME',
}


@pytest.mark.parametrize("bad", LEFT.values(), ids=list(LEFT))
def test_what_leaves_a_choice_is_not_edited(bad: str) -> None:
    """An edit that does not make the finding go away is not made."""
    source = f"{_HEAD}{bad}\n"

    assert (source, ()) == mended(source, "shop.py")


@pytest.mark.parametrize(
    ("step", "after"),
    [
        ('.insecure_cookie("sid", "x", same_site="none")', '.cookie("sid", "x", same_site="none")'),
        ('.insecure_cookie(\n    "__Secure-sid", "x"\n)', '.cookie(\n    "__Secure-sid", "x"\n)'),
        ('insecure_cookie("sid", same_site="none")', 'cookie("sid", same_site="none")'),
    ],
)
def test_a_step_that_makes_no_cookie_secure(step: str, after: str) -> None:
    """It takes no `secure`, so the step that makes every cookie Secure comes in its place."""
    assert after == FIXES["CK052"](step)
