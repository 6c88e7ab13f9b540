"""How browsers change a file's name: recorded names, and a second model of the same facts."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from antiphon.http.file_names import MAX_FILE_NAME, faults, saved_as, sendable
from tests.support.asked import examples

#: Names in filename* and the names that Chromium 150 saved on Linux; "" is the last segment of the URL.
RECORDED = {
    "report.pdf": "report.pdf",
    "report 2026 (final).pdf": "report 2026 (final).pdf",
    "100%41.txt": "100%41.txt",
    "50%off.txt": "50%off.txt",
    "!#$%&'()+,-;=@[]^_`{}.txt": "!#$%&'()+,-;=@[]^_`{}.txt",
    "naïve €.txt": "naïve €.txt",
    "e\u0301.txt": "é.txt",
    "\u212b.txt": "\u00c5.txt",
    "✔\ufe0f.txt": "✔\ufe0f.txt",
    "a\u2044b\uff0fc.txt": "a\u2044b\uff0fc.txt",
    ".gitignore": "gitignore",
    "report.": "report",
    "report...": "report",
    "..a": "a",
    ".": "download",
    "..": "download",
    "...": "download",
    "-": "download",
    "_-_": "download",
    "/": "download",
    "../../etc/passwd": "_.._etc_passwd",
    "a\\b": "a_b",
    'a:b*c?d"e<f>g|h': "a_b_c_d_e_f_g_h",
    "a\x00b\x7fc\x85d": "a_b_c_d",
    "a\u200bb.txt": "a_b.txt",
    "a\u00adb.txt": "a_b.txt",
    "\ufeffa.txt": "_a.txt",
    "a\u202etxt.exe": "a_txt.exe",
    "\u200eWhatsApp Image.jpeg": "_WhatsApp Image.jpeg",
    "क्\u200cष.txt": "क्_ष.txt",
    "\U00013439.txt": "_.txt",
    "\ufffe.txt": "_.txt",
    " a": "_a",
    "a.txt  ": "a.txt _",
    "a~": "a_",
    "~a~b": "_a~b",
    "\u3000a": "_a",
    "a\u2028b": "a\u2028b",
    "=?utf-8?q?a?=.txt": "=_utf-8_q_a_=.txt",
    "": "",
}


@pytest.mark.parametrize(("name", "saved"), RECORDED.items())
def test_a_name_is_saved_as_it_was_recorded(name: str, saved: str) -> None:
    """And a fault is found exactly where the file gets another name than its normal form."""
    assert saved == saved_as(name)
    assert (not name or saved != unicodedata.normalize("NFC", name)) is bool(list(faults(name)))


_ENDS = {chr(c) for c in range(0x10000) if chr(c).isspace() and c > 0x1F} - {"\x85"} | {"~"}
_OF_UNICODE_15 = {chr(c) for c in range(0x13430, 0x13440)}


def _model(name: str) -> str:
    """The same facts said another way: character by character, from Unicode's own categories."""
    rest = list(unicodedata.normalize("NFC", name))
    if not rest:
        return ""
    while rest and rest[0] == ".":
        del rest[0]
    while rest and rest[-1] == ".":
        del rest[-1]
    if set(rest) <= set("-_/\\"):
        return "download"
    return "".join(
        "_" if _is_replaced(c) or (at in (0, len(rest) - 1) and c in _ENDS) else c for at, c in enumerate(rest)
    )


def _is_replaced(character: str) -> bool:
    if character in '/\\:*?"<>|' or character in _OF_UNICODE_15:
        return True
    number = ord(character)
    nowhere = number % 0x10000 >= 0xFFFE or 0xFDD0 <= number <= 0xFDEF
    return nowhere or unicodedata.category(character) in ("Cc", "Cf", "Cs")


NAMES = st.text(max_size=12) | st.text("./\\:-_~ a\u200b\u202e\xad\u0301e\t", max_size=8)


@given(NAMES)
@settings(max_examples=examples(500), deadline=None)
def test_two_models_foretell_the_same_name(name: str) -> None:
    """A table of ranges, and the categories of Unicode."""
    assert _model(name) == saved_as(name)


@pytest.mark.newest  # antiphon has a table of its own; an older Python has an older one in the model
def test_two_models_agree_on_every_code_point() -> None:
    """Inside a name, over all planes; Python's own Unicode may be older than the table."""
    characters = (chr(number) for number in range(0x110000))
    unlike = [c for c in characters if _model(f"q{c}q") != saved_as(f"q{c}q")]
    assert [] == [c for c in unlike if unicodedata.category(c) != "Cn"]


@given(NAMES)
@example("")
@example("x" * 400 + ".pdf")
@example("é" * 200 + ".txt")
@example("." + "a" * 300)
@example("\u0958" * 81 + ".txt")
@example("\ud800")
@settings(max_examples=examples(500), deadline=None)
def test_a_sendable_name_survives_but_for_its_ends(name: str) -> None:
    """It is stable, has no dangerous fault, and fits; the name that is saved differs at its ends alone."""
    sent = sendable(name)

    assert sent == sendable(sent)
    assert (not name) is (not sent)
    assert not any(dangerous for _, dangerous in faults(sent))
    assert len(sent.encode()) <= MAX_FILE_NAME
    ends = "".join(_ENDS) + "._"
    assert unicodedata.normalize("NFC", sent).strip(ends) == saved_as(sent).strip(ends)


@pytest.mark.parametrize("name", ["report.pdf", "naïve €.txt", "a~b", ".gitignore", "report.", "x.txt ", "e\u0301.txt"])
def test_a_name_that_needs_no_mending_is_sent_as_it_is(name: str) -> None:
    """Other clients keep what browsers trim."""
    assert name == sendable(name)


def test_names_are_of_ordinary_length_in_every_form() -> None:
    """A name is cut before its extension, and between characters."""
    assert "x" * 240 + ".pdf" == sendable("x" * 300 + ".pdf")
    assert "é" * 120 + ".txt" == sendable("é" * 200 + ".txt")
