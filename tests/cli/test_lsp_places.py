"""`antiphon lsp`: lines and columns of texts that are edited, as an editor counts them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from antiphon.cli.language_server.moved import moved
from antiphon.cli.language_server.places import Columns
from antiphon.diagnostics.python_lines import python_lines
from tests.support.lsp_editor import Editor, asked, opened, saved

#: The answers of a server are the same on every Python.
pytestmark = pytest.mark.newest

FOREIGN = """\
from starlette.responses import Response

response = Response(b"")
"😀é"; response.set_cookie("sid", "x", samesite="none")
"""
DECLARED = """\
from antiphon import respond

sid = respond(200).text().insecure_cookie("sid", "😀é", same_site="none").compile()
ok = respond(204).compile()
"""
CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    """An editor whose server runs in an empty folder."""
    made = Editor(tmp_path)
    yield made
    made.close()


def covered(text: str, found: dict[str, Any], encoding: str = "utf-16") -> str:
    """The text that a finding covers, in one line."""
    codec, size = CODECS[encoding]
    start, end = found["range"]["start"], found["range"]["end"]
    octets = python_lines(text)[start["line"]].encode(codec)
    inside: bytes = octets[size * start["character"] : size * end["character"]]
    return inside.decode(codec)


def found_of(editor: Editor, uri: str) -> dict[str, Any]:
    """The next finding of an insecure cookie that is published."""
    return next(one for one in editor.findings(uri, some=True) if one["code"] == "CK052")


@pytest.mark.newest
@pytest.mark.parametrize("encoding", CODECS)
def test_columns_are_those_that_the_editor_prefers(editor: Editor, tmp_path: Path, encoding: str) -> None:
    """Neovim and Helix ask for UTF-8, Eglot for UTF-32: findings, changes and edits count as they do."""
    file = tmp_path / "shop.py"
    file.write_text(FOREIGN, encoding="utf-8")
    answer = editor.begin(tmp_path, general={"positionEncodings": [encoding, "utf-16"]})
    assert encoding == answer["result"]["capabilities"]["positionEncoding"]
    editor.notify("textDocument/didOpen", **opened(file))
    found = found_of(editor, file.as_uri())
    assert 'samesite="none"' == covered(FOREIGN, found, encoding)

    codec, size = CODECS[encoding]
    at = len('"😀é"'.encode(codec)) // size
    editor.change(file.as_uri(), 2, ((3, at), (3, at), "; '😀'"))
    text = FOREIGN.replace('"😀é"', "\"😀é\"; '😀'")
    found = found_of(editor, file.as_uri())
    assert 'samesite="none"' == covered(text, found, encoding)

    start = found["range"]["start"]
    [action] = editor.request("textDocument/codeAction", **asked(file, 3, start["character"], [found]))["result"]
    [edit] = action["edit"]["changes"][file.as_uri()]
    assert python_lines(text)[3].replace('"none")', '"none", secure=True)\n') == edit["newText"]


@pytest.mark.newest
@pytest.mark.parametrize(
    "end", ["\r\n", "\r", "\n\f\n", "\n'''\u2028\x85\x0b'''\n"], ids=["CRLF", "CR", "FF", "others"]
)
def test_lines_end_where_python_and_the_protocol_end_them(editor: Editor, tmp_path: Path, end: str) -> None:
    """A form feed and a line separator of Unicode end none; after an incremental change the text is still whole."""
    file = tmp_path / "shop.py"
    text = FOREIGN.replace("\n", end)
    file.write_bytes(text.encode())
    editor.begin(tmp_path)
    editor.notify("textDocument/didOpen", **opened(file))
    found = found_of(editor, file.as_uri())
    assert 'samesite="none"' == covered(text, found)

    line = found["range"]["start"]["line"]
    editor.change(file.as_uri(), 2, ((line, 0), (line, 0), "pass; "))
    editor.change(file.as_uri(), 3, ((0, 0), (0, 0), "import os" + end))
    after = text.replace('"😀é"', 'pass; "😀é"')
    found = found_of(editor, file.as_uri())
    while found["range"]["start"]["line"] == line or 'samesite="none"' != covered(f"import os{end}{after}", found):
        found = found_of(editor, file.as_uri())
    [action] = editor.request("textDocument/codeAction", **asked(file, 0, 0, [found]))["result"]
    [edit] = action["edit"]["changes"][file.as_uri()]
    assert 'pass; "😀é"; response.set_cookie("sid", "x", samesite="none", secure=True)' in edit["newText"]
    assert edit["range"]["start"] == {"line": found["range"]["start"]["line"], "character": 0}


@pytest.mark.newest
@pytest.mark.parametrize("pulls", [False, True], ids=["pushed", "pulled"])
def test_a_finding_of_what_is_saved_moves_with_its_line(editor: Editor, tmp_path: Path, pulls: bool) -> None:
    """While a file is edited: it goes when its line is edited, before it is saved, and is back when that is undone."""
    file = tmp_path / "declared.py"
    file.write_text(DECLARED, encoding="utf-8")
    uri = file.as_uri()
    asks: dict[str, Any] = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}
    editor.begin(tmp_path, **(asks if pulls else {}))
    editor.notify("textDocument/didOpen", **opened(file))

    def now() -> list[int]:
        if not pulls:
            return [one["range"]["start"]["line"] for one in editor.findings(uri) if one["code"] == "CK052"]
        report = editor.request("textDocument/diagnostic", textDocument={"uri": uri})["result"]
        return [one["range"]["start"]["line"] for one in report["items"] if one["code"] == "CK052"]

    if pulls:
        editor.wait(lambda message: message.get("method") == "workspace/diagnostic/refresh")
    assert [2] == now()
    editor.change(uri, 2, ((0, 0), (0, 0), "import os\n\n"))
    assert [4] == now()
    editor.change(uri, 3, ((4, 0), (4, 3), "cid"))
    assert [] == now()
    assert [] == editor.request("textDocument/codeAction", **asked(file, 4, 30))["result"]
    editor.change(uri, 4, ((4, 0), (4, 3), "sid"))
    assert [4] == now()
    assert 1 == len(editor.request("textDocument/codeAction", **asked(file, 4, 30))["result"])


@pytest.mark.newest
def test_findings_stay_while_a_text_cannot_be_read(editor: Editor, tmp_path: Path) -> None:
    """In the middle of an edit a file is no Python; its findings do not flicker."""
    file = tmp_path / "shop.py"
    file.write_text(FOREIGN, encoding="utf-8")
    uri = file.as_uri()
    editor.begin(tmp_path)
    editor.notify("textDocument/didOpen", **opened(file))
    assert 3 == found_of(editor, uri)["range"]["start"]["line"]
    editor.change(uri, 2, ((2, 0), (2, 0), "def f(:\n"))
    assert 4 == found_of(editor, uri)["range"]["start"]["line"]
    editor.change(uri, 3, ((2, 0), (3, 0), ""))
    assert 3 == found_of(editor, uri)["range"]["start"]["line"]
    editor.notify("textDocument/didSave", **saved(file))
    assert 3 == found_of(editor, uri)["range"]["start"]["line"]


TEXTS = st.text(st.sampled_from(["a", "é", "😀", "\n", "\r", "\f", "\u2028", " "]), max_size=12)
ENCODINGS = st.sampled_from(sorted(CODECS))


@pytest.mark.newest
@given(TEXTS, TEXTS, ENCODINGS, st.data())
def test_a_change_of_a_range_is_that_of_the_characters(text: str, new: str, encoding: str, data: st.DataObject) -> None:
    """Whatever the encoding and the ends of lines: what is between two places is replaced, and nothing else."""
    columns, kept = Columns(encoding), python_lines(f"{text}.", keepends=True)
    kept[-1] = kept[-1][:-1]
    lines = [line.rstrip("\r\n") for line in kept]
    places = st.integers(0, len(lines) - 1).flatmap(
        lambda line: st.tuples(st.just(line), st.integers(0, len(lines[line])))
    )
    start, end = sorted((data.draw(places), data.draw(places)))
    before = "".join(kept[: start[0]]) + lines[start[0]][: start[1]]
    after = text[len("".join(kept[: end[0]])) + end[1] :]
    first, last = ((line, columns.units(lines[line][:column])) for line, column in (start, end))
    change = types.TextDocumentContentChangePartial(types.Range(types.Position(*first), types.Position(*last)), new)
    assert f"{before}{new}{after}" == columns.changed(text, [change])


LINES = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=8)


@pytest.mark.newest
@given(LINES, LINES)
def test_a_moved_finding_is_at_a_line_of_the_same_text(before: list[str], after: list[str]) -> None:
    """And in the order that they had; those of an unchanged text are all there."""
    found = [
        types.Diagnostic(types.Range(types.Position(line, 0), types.Position(line, len(text))), str(line))
        for line, text in enumerate(before)
    ]
    there = [(int(one.message), one.range.start.line) for one in moved(found, before, after)]
    assert all(before[old] == after[new] for old, new in there)
    assert sorted(new for _, new in there) == [new for _, new in there]
    assert found == list(moved(found, before, list(before)))


def test_a_position_behind_the_end_is_the_end() -> None:
    """Of a line or of the text: editors send the line after the last one."""
    change = types.TextDocumentContentChangePartial(types.Range(types.Position(0, 9), types.Position(7, 0)), "!")
    assert "ab!" == Columns().changed("ab\r\ncd", [change])
