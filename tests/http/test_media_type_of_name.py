"""The media type of a file by its name."""

from __future__ import annotations

import mimetypes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon.http.media_type_of_name import UNKNOWN, media_type_of
from antiphon.http.parsing.media_type import media_type_fault


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("report.pdf", "application/pdf"),
        ("REPORT.PDF", "application/pdf"),
        ("notes.txt", "text/plain; charset=utf-8"),
        ("app.js", "text/javascript; charset=utf-8"),
        ("feed.xml", "application/xml"),
        ("data.tar.gz", "application/gzip"),
        ("picture.webp", "image/webp"),
        ("font.woff2", "font/woff2"),
        ("README", UNKNOWN),
        (".gitignore", UNKNOWN),
        ("a.", UNKNOWN),
        ("", UNKNOWN),
        ("x.nobody-knows", UNKNOWN),
        ("/folder.pdf/file", UNKNOWN),
    ],
)
def test_the_name_says_the_type(name: str, media_type: str) -> None:
    assert media_type == media_type_of(name)


@given(st.text(max_size=8), st.sampled_from(["pdf", "txt", "js", "gz", "é", "\ud800", "a/b", "x;y"]))
def test_every_name_has_a_sound_type(stem: str, extension: str) -> None:
    """Whatever a user calls a file, the Content-Type is one that can be sent."""
    assert media_type_fault(media_type_of(f"{stem}.{extension}")) == ""


def test_the_machine_has_no_say() -> None:
    """A type that is registered in the process, or in a file of the machine, does not change the answer."""
    usual = mimetypes.guess_type("x.pdf")[0]
    assert usual is not None
    mimetypes.add_type("application/x-other", ".pdf")
    try:
        media_type_of.__globals__["_of_extension"].cache_clear()
        assert media_type_of("x.pdf") == "application/pdf"
    finally:
        mimetypes.add_type(usual, ".pdf")
