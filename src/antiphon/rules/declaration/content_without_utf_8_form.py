"""AN013."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.bodies import TextBody
from antiphon.rules.rule import Finding, rule
from antiphon.spec import ResponseSpec


@rule(
    code="AN013",
    level="error",
    citation="RFC 3629 section 3 (no surrogates in UTF-8); RFC 8259 section 8.1",
    help="write the character itself, or join the two surrogates of the pair",
    bad=ResponseSpec(status=200, body=TextBody(content="half a pair: \ud83d")),
    good=ResponseSpec(status=200, body=TextBody(content="a whole one: \U0001f600")),
)
def content_without_utf_8_form(spec: ResponseSpec) -> Iterator[Finding]:
    """Fixed content is text that UTF-8 can say.

    Half of a surrogate pair is no character: it has no octets to be sent as, and the response cannot be compiled.
    """
    for name in ("content", "type", "title", "detail", "instance"):
        text = getattr(spec.body, name, None)
        if isinstance(text, str) and any("\ud800" <= character <= "\udfff" for character in text):
            yield Finding(f"body.{name}", f"the body's {name} holds half of a surrogate pair, which UTF-8 cannot say")
