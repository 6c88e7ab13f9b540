"""`antiphon lsp`: which project a file is judged in, and what makes it be judged anew."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from antiphon.cli.language_server.uris import home_of, is_python, path_of
from tests.support.lsp_editor import PATIENCE, Editor, asked, opened, saved

#: The answers of a server are the same on every Python.
pytestmark = pytest.mark.newest

FOREIGN = """\
from starlette.responses import Response

response = Response(b"")
response.set_cookie("sid", "x", samesite="none")
"""
DECLARED = (
    'from antiphon import respond\n\nsid = respond(200).insecure_cookie("sid", "x", same_site="none").compile()\n'
)
SOUND = "from antiphon import respond\n\nok = respond(204).compile()\n"
IGNORED = '[[tool.antiphon.lint.ignore]]\ncode = "CK052"\nbecause = "a test"\n'
WATCHES = {"didChangeWatchedFiles": {"dynamicRegistration": True}}


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    """An editor whose server runs in an empty folder."""
    (tmp_path / "elsewhere").mkdir()
    made = Editor(tmp_path / "elsewhere")
    yield made
    made.close()


def codes(found: list[dict[str, Any]]) -> set[str]:
    """The codes of findings."""
    return {one["code"] for one in found}


def written(file: Path, text: str) -> Path:
    """A file with a text."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def begin(editor: Editor, *folders: Path, **capabilities: object) -> None:
    """Introduce oneself with folders."""
    named = [{"uri": folder.as_uri(), "name": folder.name} for folder in folders]
    root = folders[0].as_uri() if folders else None
    editor.request(
        "initialize", processId=None, rootUri=root, workspaceFolders=named or None, capabilities=capabilities
    )
    editor.notify("initialized")


@pytest.mark.newest
def test_each_file_is_judged_by_its_own_project(editor: Editor, tmp_path: Path) -> None:
    """Of two folders each has its configuration and its modules; a file outside them has those around it."""
    one, two, outside = (tmp_path / name for name in ("one", "two %41 ü", "outside"))
    written(two / "pyproject.toml", IGNORED)
    begin(editor, one, two)
    late = 'response.headers["Retry-After"] = "soon"\n'
    for folder in (one, two, outside):
        written(folder / "shared.py", f"name = {folder.name!r}\n")
        text = f"import shared\nassert shared.name == {folder.name!r}\n{FOREIGN}{late}{DECLARED}"
        file = written(folder / "api.py", text)
        editor.notify("textDocument/didOpen", **opened(file))
        found: list[dict[str, Any]] = []
        while not {7, 10} <= {one["range"]["start"]["line"] + 1 for one in found}:  # of what is written, and declared
            found = editor.findings(file.as_uri(), some=True)
        where = {one["range"]["start"]["line"] + 1 for one in found if one["code"] == "CK052"}
        assert where == ({10} if folder == two else {6, 10}), folder.name


@pytest.mark.newest
def test_a_broken_configuration_is_shown_once(editor: Editor, tmp_path: Path) -> None:
    """The user sees why nothing is judged; as soon as it is mended, everything is."""
    settings = written(tmp_path / "one" / "pyproject.toml", "[tool.antiphon\n")
    file = written(tmp_path / "one" / "api.py", FOREIGN)
    begin(editor, tmp_path / "one", workspace=WATCHES)
    asked_to = editor.wait(lambda message: message.get("method") == "client/registerCapability")
    editor.send({"jsonrpc": "2.0", "id": asked_to["id"], "result": None})
    globs = [one["globPattern"] for one in asked_to["params"]["registrations"][0]["registerOptions"]["watchers"]]
    assert ["**/*.py", "**/antiphon.toml", "**/pyproject.toml"] == globs
    editor.notify("textDocument/didOpen", **opened(file))
    told = editor.wait(lambda message: message.get("method") == "window/showMessage")["params"]
    assert told["type"] == 1
    assert told["message"].startswith("antiphon judges nothing here: pyproject.toml is not TOML")

    written(settings, "[tool.antiphon]\n")
    editor.notify("workspace/didChangeWatchedFiles", changes=[{"uri": settings.as_uri(), "type": 2}])
    assert {"CK052"} == codes(editor.findings(file.as_uri(), some=True))


@pytest.mark.newest
def test_a_change_outside_the_editor_is_news(editor: Editor, tmp_path: Path) -> None:
    """A checkout changes an open file, or a module that it imports."""
    shared = written(tmp_path / "one" / "shared.py", "site = 'none'\n")
    file = written(
        tmp_path / "one" / "api.py", f"from shared import site\n{DECLARED.replace(chr(34) + 'none' + chr(34), 'site')}"
    )
    begin(editor, tmp_path / "one", workspace=WATCHES)
    editor.notify("textDocument/didOpen", **opened(file))
    assert {"CK052"} == codes(editor.findings(file.as_uri(), some=True))
    written(shared, "site = 'lax'  \n")
    editor.notify("workspace/didChangeWatchedFiles", changes=[{"uri": shared.as_uri(), "type": 2}])
    assert "CK052" not in codes(editor.findings(file.as_uri()))
    written(file, DECLARED)
    editor.notify("workspace/didChangeWatchedFiles", changes=[{"uri": file.as_uri(), "type": 2}])
    editor.change(file.as_uri(), 2, DECLARED)
    while "CK052" not in codes(editor.findings(file.as_uri())):
        pass


@pytest.mark.newest
def test_saving_a_module_is_news_for_what_imports_it(editor: Editor, tmp_path: Path) -> None:
    """An editor that watches nothing tells of its own saves."""
    shared = written(tmp_path / "one" / "shared.py", "site = 'none'\n")
    file = written(
        tmp_path / "one" / "api.py", f"from shared import site\n{DECLARED.replace(chr(34) + 'none' + chr(34), 'site')}"
    )
    begin(editor, tmp_path / "one")
    editor.notify("textDocument/didOpen", **opened(file))
    editor.notify("textDocument/didOpen", **opened(shared))
    assert {"CK052"} == codes(editor.findings(file.as_uri(), some=True))
    written(shared, "site = 'lax'\n")
    editor.notify("textDocument/didSave", **saved(shared))
    assert "CK052" not in codes(editor.findings(file.as_uri()))


@pytest.mark.newest
def test_opening_a_file_that_is_no_part_of_the_project_does_not_run_it(editor: Editor, tmp_path: Path) -> None:
    """That is installed, scripts of build tools, and files that the project excludes: their text has no findings."""
    ran = tmp_path / "ran"
    text = f"open({str(ran)!r}, 'a').write(__file__)\n{FOREIGN}"
    home = tmp_path / "one"
    written(home / "pyproject.toml", '[tool.antiphon]\nexclude = ["legacy"]\n')
    begin(editor, home)
    names = ("setup.py", "legacy/api.py", "env/lib/site-packages/api.py", ".hidden/api.py", "node_modules/api.py")
    for name in names:
        file = written(home / name, text)
        editor.notify("textDocument/didOpen", **opened(file))
        assert [] == editor.findings(file.as_uri()), name
        assert editor.request("textDocument/hover", **asked(file, 3))["result"] is None
    file = written(home / "api.py", text)
    editor.notify("textDocument/didOpen", **opened(file))
    editor.findings(file.as_uri(), some=True)
    until = time.monotonic() + PATIENCE
    while not ran.exists() and time.monotonic() < until:
        time.sleep(0.1)
    assert str(file) == ran.read_text()


@pytest.mark.newest
@pytest.mark.parametrize("name", ["a b.py", "ü😀.py", "100%41.py", "a#b?c.py", "link.py"])
def test_names_of_files(editor: Editor, tmp_path: Path, name: str) -> None:
    """Whatever a URI escapes, and through a link."""
    home = tmp_path / "one two"
    file = written(home / name, DECLARED)
    if name == "link.py":
        file = file.rename(tmp_path / "elsewhere" / "real.py")
        (home / name).symlink_to(file)
        file = home / name
    begin(editor, home)
    editor.notify("textDocument/didOpen", **opened(file))
    assert {"CK052"} == codes(editor.findings(file.as_uri(), some=True))


@pytest.mark.newest
@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="a name is any octets on Linux alone")
def test_a_name_that_is_not_utf_8(editor: Editor, tmp_path: Path) -> None:
    """Its octets are escaped in the URI, and in the report."""
    file = written(Path(os.fsdecode(os.fsencode(tmp_path / "one") + b"/caf\xe9.py")), DECLARED)
    begin(editor, tmp_path / "one")
    uri = (tmp_path / "one").as_uri() + "/caf%E9.py"
    assert path_of(uri) == file
    text = {"uri": uri, "languageId": "python", "version": 1, "text": DECLARED}
    editor.notify("textDocument/didOpen", textDocument=text)
    assert {"CK052"} == codes(editor.findings(uri, some=True))


@pytest.mark.newest
def test_a_buffer_that_was_never_saved(editor: Editor) -> None:
    """Its text is judged; the earlier side of a comparison is not, and neither is another language."""
    begin(editor)
    for uri, language in (("git:/a/api.py", "python"), ("untitled:Untitled-2", "markdown"), ("untitled:a", "python")):
        document = {"uri": uri, "languageId": language, "version": 1, "text": FOREIGN}
        editor.notify("textDocument/didOpen", textDocument=document)
    found = editor.wait(lambda message: message.get("method") == "textDocument/publishDiagnostics")["params"]
    assert ("untitled:a", {"CK052"}) == (found["uri"], codes(found["diagnostics"]))


def test_uris() -> None:
    """Of files, and of what is none."""
    assert path_of("file:///a%20b/%C3%BC.py") == Path("/a b/ü.py")
    assert path_of("file://localhost/a.py") == Path("/a.py")
    assert [None] * 4 == [path_of(uri) for uri in ("untitled:a", "file://[a", "file:///a%00b", "file:")]
    assert is_python("file:///a/script", "python")
    assert not is_python("file:///a/script", "plaintext")


def test_the_folder_of_a_file(tmp_path: Path) -> None:
    """The innermost of the editor's folders; outside them, that of the nearest project; or else the file's own."""
    inner, other = tmp_path / "a" / "b", tmp_path / "c"
    file = written(inner / "api.py", "")
    alone = written(other / "d" / "api.py", "")
    assert home_of(file, [tmp_path / "a", inner, tmp_path / "gone"]) == inner
    assert home_of(alone, [tmp_path / "a"]) == other / "d"
    written(other / "pyproject.toml", "")
    assert home_of(alone, [tmp_path / "a"]) == other
