"""A response that was seen is judged as the spec that says the same, and loads no pydantic for it."""

from __future__ import annotations

import pytest

from antiphon.http.set_cookie import PlainCookie
from antiphon.rules.check import check
from antiphon.rules.examples import CookieSpec, ResponseSpec, TextBody, made
from antiphon.rules.parts import ResponseParts
from antiphon.rules.registry import rules
from antiphon.rules.seen import NOTHING, SeenBody, SeenLine, SeenResponse, SeenSite, as_spec
from antiphon.spec import ResponseSpec as Model

EXAMPLES = [
    pytest.param(spec, id=f"{rule.code}-{n}") for rule in rules() for n, spec in enumerate((rule.bad, rule.good))
]


def seen(spec: Model) -> SeenResponse:
    """A response of that kind, as a client may have seen it."""
    content = getattr(spec.body, "content", None)
    octets = content.encode() if isinstance(content, str) else content
    names = PlainCookie._fields
    return SeenResponse(
        status=spec.status,
        headers=tuple(SeenLine(line.name, line.value) for line in spec.headers),
        cookies=tuple(PlainCookie(**{name: getattr(cookie, name) for name in names}) for cookie in spec.cookies),
        body=NOTHING if spec.body.kind in ("empty", "redirect") else SeenBody("bytes", octets),
        site=SeenSite(spec.site.scheme, spec.site.host) if spec.site else None,
        method=spec.method,
    )


@pytest.mark.parametrize("spec", EXAMPLES)
def test_what_was_seen_is_judged_as_its_spec(spec: Model) -> None:
    """Of the examples of every rule: the findings about plain values are those about models."""
    response = seen(spec)

    assert check(as_spec(response), captured=True) == check(response, captured=True)


def test_a_rule_may_ask_for_the_spec() -> None:
    """Of a response that was seen, too: a plug-in's rule can be written for both."""
    response = SeenResponse(status=200, headers=(SeenLine("X-Acme-Team", "search"),))

    assert "search" == getattr(ResponseParts(response, captured=True).spec.header("x-acme-team"), "value", None)


def test_an_example_is_made_when_it_is_asked_for() -> None:
    """Calls, attributes and tuples in it are kept, and give what the models themselves give."""
    cookie = CookieSpec(name="sid", value="t", path="/")
    written = ResponseSpec(status=200, cookies=(cookie, cookie.delete()), body=TextBody(content="hello"))

    spec = made(written)

    assert isinstance(spec, Model)
    assert [("t", None), ("", 0)] == [(one.value, one.max_age) for one in spec.cookies]


def test_a_name_that_no_model_has_is_told() -> None:
    """A misspelt model is found where the example is made, which every test of rules does."""
    from antiphon.rules import examples

    with pytest.raises(LookupError, match=r"antiphon\.spec and antiphon\.spec\.bodies have no TextBdy"):
        made(getattr(examples, "TextBdy")())  # noqa: B009 - type checkers know that it is misspelt
