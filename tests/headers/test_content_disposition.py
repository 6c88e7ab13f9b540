"""The short forms of Content-Disposition: any text is a name."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon.headers.content_disposition import ContentDisposition
from antiphon.headers.field import FieldError
from antiphon.http.file_names import sendable
from antiphon.http.parsing.disposition import filenames
from antiphon.rules.check import check
from antiphon.spec import HeaderSpec

#: Whatever a form can send: every code point, lone surrogates too, and the characters of which faults are made.
NAMES = (
    st.text(st.characters(exclude_categories=()))
    | st.text("/\\:.~- a\u202e\u200b\ud800%=?\0\r\n\"';€", max_size=8)
    | st.integers(0, 500).map("é".__mul__)
)


@given(NAMES)
def test_any_text_is_a_name(name: str) -> None:
    """Nothing is refused; the name is read back as it was sent, the field is ASCII, and no rule calls it an error."""
    for made in (ContentDisposition.attachment(name), ContentDisposition.inline(name)):
        text = made.encode().decode("ascii")

        assert ContentDisposition(made.disposition, filename=name) == made  # type: ignore[arg-type]  # one of two
        assert made == ContentDisposition.decode(text)
        assert not name or sendable(name) in filenames(text)
        findings = check(HeaderSpec(name="Content-Disposition", value=text))
        assert [] == [finding for finding in findings if finding.level == "error"]


@given(st.text("abcé€ñ漢字ß ()_,;+=&@#$'!^`{}[]", min_size=1, max_size=20).filter(lambda name: name.strip("_")))
def test_a_name_that_survives_is_sent_whole(name: str) -> None:
    """A browser replaces nothing of it, so it is sent as it is, in any script."""
    assert name == ContentDisposition.attachment(name).filename


def test_without_a_name() -> None:
    """The end of the URL names the file."""
    assert b"attachment" == ContentDisposition.attachment().encode()
    assert b"inline" == ContentDisposition.inline(None).encode()


def test_what_is_no_text_is_refused() -> None:
    """Octets have no one text."""
    value: Any
    for value in (b"x.txt", 5):
        with pytest.raises(FieldError, match="where text is needed"):
            ContentDisposition.attachment(value)


def test_a_file_name_alone_is_refused() -> None:
    """Its grammar is that of a disposition type, and no client reads it as a name."""
    with pytest.raises(FieldError, match="has a file name alone"):
        ContentDisposition.decode("report.pdf")
    assert ["FL001"] == [found.code for found in check(HeaderSpec(name="Content-Disposition", value="report.pdf"))]
