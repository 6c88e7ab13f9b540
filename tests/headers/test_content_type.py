"""ContentType: a media type that each call chooses."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon import BytesReply, ContentType, ParamError, Params, TextReply, header, respond
from antiphon.headers.field import FieldError
from antiphon.openapi import describe


class Chosen(Params):
    content_type: ContentType


class ByText(Params):
    kind: str = header("Content-Type")


class Blob(BytesReply):
    content_type: ContentType


class Note(TextReply):
    content_type: ContentType | str = header(default="text/plain")


blob = respond(200).bytes(None).params(Chosen).compile()
note = respond(200).text(media_type=None).params(Chosen).compile()
fixed = respond(200).text("a,b", media_type=None).params(Chosen).compile()
named = respond(200).bytes(None).params(ByText).compile()

ACTIVE = (
    *("text/html", "TEXT/HTML; charset=utf-8", "application/xhtml+xml", "image/svg+xml", "text/xml", "application/xml"),
    *("application/atom+xml", "text/xsl", "multipart/x-mixed-replace; boundary=a"),
)


def media_types(response: Any) -> list[str]:
    """Every Content-Type line of a response."""
    return [value.decode() for name, value in response.raw_headers if name == b"content-type"]


def test_a_call_chooses_the_media_type() -> None:
    """One line, of what was given; the content is sent as it is."""
    for made in (Blob(b"a", content_type=ContentType("image/png")), blob(b"a", content_type=ContentType("image/png"))):
        assert (["image/png"], b"a", None) == (media_types(made), made.body, made.media_type)
    assert ["text/plain"] == media_types(blob(b"a", content_type=ContentType("text/plain")))  # in a charset of its own


def test_text_is_given_its_charset() -> None:
    """Text is sent in UTF-8, so a `text/*` type says that, and no type says anything else."""
    csv = ContentType("text/csv")
    for made in (note("é", content_type=csv), Note("é", content_type=csv), fixed(content_type=csv)):
        assert ["text/csv; charset=utf-8"] == media_types(made)
    assert ["application/sql"] == media_types(note("é", content_type=ContentType("application/sql")))
    assert ['text/csv; x="charset=a"; charset=utf-8'] == media_types(Note("", content_type='text/csv; x="charset=a"'))
    assert ["text/plain; charset=utf-8"] == media_types(Note("é"))
    with pytest.raises(ParamError, match="names the charset 'latin1'"):
        note("é", content_type=ContentType("text/csv; charset=latin1"))


@pytest.mark.parametrize("text", ACTIVE)
def test_what_runs_scripts_has_to_be_said(text: str) -> None:
    """By a name of its own, in a value and in text that a call gives."""
    with pytest.raises(FieldError, match="runs scripts in the browser") as caught:
        ContentType(text)
    assert "ContentType.active(" in caught.value.help
    with pytest.raises(ParamError, match="runs scripts"):
        named(b"", kind=text)
    with pytest.raises(ParamError, match="runs scripts"):
        Note("", content_type=text)

    assert [text] == media_types(blob(b"", content_type=ContentType.active(text)))


@given(st.text() | st.text('atexhml/;+-= \t\r\n\0"', max_size=24))
def test_no_text_from_a_user_is_an_active_type(text: str) -> None:
    """Whatever is accepted is one line, of one media type, in which no script runs."""
    try:
        [sent] = media_types(named(b"", kind=text))
    except ParamError:
        return
    assert (sent, True) == (text, sent.isprintable())
    assert not sent.lower().startswith("text/html")


def test_it_is_a_value() -> None:
    """Of text, with the text of what was given."""
    assert "image/png" == ContentType("image/png") == ContentType.decode("image/png")
    assert ContentType.decode("text/html") == ContentType.active("text/html")


def test_openapi_says_that_any_media_type_may_come() -> None:
    """Under the key of the content; a header of that name would be ignored (OpenAPI 3.1, Response Object)."""
    described = describe(Blob)["responses"]["200"]

    assert {"*/*": {"schema": {"type": "string"}}} == described["content"]
    assert "Content-Type" not in described.get("headers", {})
