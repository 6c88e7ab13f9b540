"""`antiphon lsp`: findings in an editor, seen by a scripted one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from antiphon.diagnostics.pages import page_url
from tests.support.lsp_editor import PATIENCE, Editor, asked, opened, saved
from tests.support.processes import running

#: The answers of a server are the same on every Python.
pytestmark = pytest.mark.newest

FAULTY = """\
from antiphon import respond

sid = respond(200).text().insecure_cookie("sid", "😀é", same_site="none").compile()
"""
SOUND = "from antiphon import respond\n\nok = respond(204).compile()\n"


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    """An editor whose server runs in an empty folder."""
    made = Editor(tmp_path)
    yield made
    made.close()


@pytest.fixture
def starter(tmp_path: Path) -> Iterator[Editor]:
    """One that starts its server as editors do."""
    made = Editor(tmp_path, started=True)
    yield made
    made.close()


def test_a_conversation(starter: Editor, tmp_path: Path) -> None:
    """Findings come when a file is opened, go when it is saved without them, and the end is in good order."""
    file = tmp_path / "faulty.py"
    file.write_text(FAULTY, encoding="utf-8")

    sync = starter.begin(tmp_path)["result"]["capabilities"]["textDocumentSync"]
    assert (sync["openClose"], sync["change"]) == (True, 2)

    starter.notify("textDocument/didOpen", **opened(file))
    found = {finding["code"]: finding for finding in starter.findings(file.as_uri(), some=True)}
    assert found["CK052"]["severity"] == 1
    assert found["CK052"]["source"] == "antiphon"
    assert found["CK052"]["message"].startswith("cookie 'sid' has SameSite=None but not Secure")
    assert "\nhelp: " in found["CK052"]["message"]
    assert "\ncite: " in found["CK052"]["message"]
    assert page_url("CK052") == found["CK052"]["codeDescription"]["href"]

    file.write_text(SOUND)
    starter.notify("textDocument/didSave", **saved(file))
    assert starter.findings(file.as_uri()) == []

    assert starter.request("shutdown")["result"] is None
    starter.notify("exit")
    assert starter.process.wait(PATIENCE) == 0  # an editor may wait for it before it closes the stream


@pytest.mark.newest
def test_columns_count_utf_16_units(editor: Editor, tmp_path: Path) -> None:
    """A range covers the step that is meant, and what is outside the Basic Multilingual Plane counts twice."""
    file = tmp_path / "faulty.py"
    file.write_text(FAULTY, encoding="utf-8")
    editor.begin(tmp_path)

    editor.notify("textDocument/didOpen", **opened(file))
    found = next(finding for finding in editor.findings(file.as_uri(), some=True) if finding["code"] == "CK052")

    line = FAULTY.splitlines()[2].encode("utf-16-le")
    covered = line[2 * found["range"]["start"]["character"] : 2 * found["range"]["end"]["character"]]
    assert found["range"]["start"]["line"] == found["range"]["end"]["line"] == 2
    assert covered.decode("utf-16-le") == '.insecure_cookie("sid", "😀é", same_site="none")'


@pytest.mark.newest
def test_closing_takes_the_findings_away(editor: Editor, tmp_path: Path) -> None:
    """A file that is closed has no findings any more."""
    file = tmp_path / "sound.py"
    file.write_text(SOUND)
    editor.begin(tmp_path)

    editor.notify("textDocument/didClose", **saved(file))

    assert editor.findings(file.as_uri()) == []


@pytest.mark.newest
def test_answers_do_not_wait_for_a_slow_module(editor: Editor, tmp_path: Path) -> None:
    """While a module takes its time, requests are answered; of two saves only the newer one is reported."""
    file = tmp_path / "slow.py"
    file.write_text("import time\ntime.sleep(600)\n")
    editor.begin(tmp_path)
    editor.notify("textDocument/didOpen", **opened(file))

    begun = time.monotonic()
    assert editor.request("textDocument/codeAction", **asked(file, 0))["result"] == []
    assert time.monotonic() - begun < PATIENCE / 2

    file.write_text(SOUND)
    editor.notify("textDocument/didSave", **saved(file))
    assert editor.findings(file.as_uri()) == []


@pytest.mark.newest
def test_a_file_that_cannot_be_imported_has_a_finding(editor: Editor, tmp_path: Path) -> None:
    """An exception of an import is shown at its line."""
    file = tmp_path / "broken.py"
    file.write_text("x = 1\nimport nowhere_to_be_found\n")
    editor.begin(tmp_path)

    editor.notify("textDocument/didOpen", **opened(file))

    [found] = editor.findings(file.as_uri(), some=True)
    assert (found["code"], found["range"]["start"]["line"]) == ("AN000", 1)


@pytest.mark.newest
@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("ending", ["close the file", "hang up", "kill the server"])
def test_no_module_outlives_its_file(starter: Editor, tmp_path: Path, ending: str) -> None:
    """A module that spins, and what it started, end with their file, with the conversation, and with the server."""
    mark = f"antiphon-editor-{os.getpid()}"
    file = tmp_path / "spins.py"
    file.write_text(
        f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)', '{mark}'])\n"
        "while True: pass\n"
    )
    starter.begin(tmp_path)
    starter.notify("textDocument/didOpen", **opened(file))
    until = time.monotonic() + PATIENCE
    while not (started := list(running(mark))) and time.monotonic() < until:
        time.sleep(0.1)

    if ending == "close the file":
        starter.notify("textDocument/didClose", **saved(file))
    elif ending == "hang up":
        starter.close()
    else:
        starter.process.kill()

    assert started
    while (left := list(running(mark))) and time.monotonic() < until:
        time.sleep(0.1)
    assert [] == left


@pytest.mark.newest
def test_strange_notifications_are_passed_over(editor: Editor, tmp_path: Path) -> None:
    """Unknown notifications, changes, files that are not there and params of the wrong kind change nothing."""
    editor.begin(tmp_path)
    editor.notify("$/cancelRequest", id=1)
    editor.notify("textDocument/didChange", **saved(tmp_path / "any.py"))
    editor.notify("textDocument/didOpen", **opened(tmp_path / "missing.py"))
    editor.notify("textDocument/didOpen", textDocument={"uri": "untitled:Untitled-1"})
    editor.send({"jsonrpc": "2.0", "method": "textDocument/didSave", "params": [3]})

    assert editor.request("shutdown")["result"] is None


def test_an_editor_that_goes_away_ends_the_server(tmp_path: Path) -> None:
    """The end of the stream without `shutdown` is exit code 1."""
    assert Editor(tmp_path, started=True).close() == 1


FOREIGN = """\
from starlette.responses import Response

response = Response(b"")
response.set_cookie("sid", "x", samesite="none")
"""


@pytest.mark.newest
def test_code_of_other_frameworks_is_judged_as_it_is_typed(editor: Editor, tmp_path: Path) -> None:
    """A change that is not saved is seen, and a module that raises is not imported for it."""
    file = tmp_path / "shop.py"
    file.write_text(FOREIGN.replace('"none"', '"lax"'))
    editor.begin(tmp_path)
    editor.notify("textDocument/didOpen", **opened(file))
    changed = {"uri": file.as_uri(), "version": 2}
    editor.notify("textDocument/didChange", textDocument=changed, contentChanges=[{"text": FOREIGN}])

    [found] = editor.findings(file.as_uri(), some=True)
    assert ("CK052", 3, 32) == (found["code"], found["range"]["start"]["line"], found["range"]["start"]["character"])


@pytest.mark.newest
def test_a_hover_shows_the_page_of_a_rule_and_what_a_response_sends(editor: Editor, tmp_path: Path) -> None:
    """At a finding the page, at a declaration the lines that it sends, and elsewhere nothing."""
    file = tmp_path / "faulty.py"
    file.write_text(FAULTY.replace(".compile()", ""), encoding="utf-8")
    sound = tmp_path / "sound.py"
    sound.write_text(SOUND)
    editor.begin(tmp_path)
    editor.notify("textDocument/didOpen", **opened(file))
    found = next(one for one in editor.findings(file.as_uri(), some=True) if one["code"] == "CK052")
    editor.notify("textDocument/didOpen", **opened(sound))

    at = found["range"]["start"]
    page = editor.request("textDocument/hover", **asked(file, at["line"], at["character"]))["result"]
    assert "# CK052 same-site-none-without-secure\n" in page["contents"]["value"]
    wire = editor.request("textDocument/hover", **asked(sound, 2, 1))["result"]
    assert wire["contents"]["kind"] == "markdown"
    assert "HTTP/1.1 204" in wire["contents"]["value"]
    assert "def " not in wire["contents"]["value"]
    assert "```http" not in page["contents"]["value"]  # at which Vim 9.0 fails
    assert editor.request("textDocument/hover", **asked(sound, 0))["result"] is None


@pytest.mark.newest
def test_a_hover_of_a_name_where_it_is_used(editor: Editor, tmp_path: Path) -> None:
    """A handler names a response far from its declaration; an editor that reads no Markdown gets text."""
    file = tmp_path / "sound.py"
    file.write_text(f"{SOUND}\n\ndef handler():\n    return '😀' and ok()\n", encoding="utf-8")
    editor.begin(tmp_path, textDocument={"hover": {"contentFormat": ["plaintext"]}})
    editor.notify("textDocument/didOpen", **opened(file))

    told = editor.request("textDocument/hover", **asked(file, 6, 21))["result"]["contents"]
    assert told["kind"] == "plaintext"
    assert told["value"].startswith("# ok (sound.py:3)\n")
    assert editor.request("textDocument/hover", **asked(file, 6, 6))["result"] is None


@pytest.mark.newest
def test_a_code_action_does_what_the_help_says(editor: Editor, tmp_path: Path) -> None:
    """The edit is offered with its finding; nothing is changed until it is taken."""
    file = tmp_path / "shop.py"
    file.write_text(FOREIGN)
    editor.begin(tmp_path)
    editor.notify("textDocument/didOpen", **opened(file))
    found = editor.findings(file.as_uri(), some=True)

    [action] = editor.request("textDocument/codeAction", **asked(file, 3, 32, found))["result"]
    assert "quickfix" == action["kind"]
    assert action["title"].startswith("CK052: make it Secure")
    [edit] = action["edit"]["changes"][file.as_uri()]
    assert {"start": {"line": 3, "character": 0}, "end": {"line": 4, "character": 0}} == edit["range"]
    assert 'response.set_cookie("sid", "x", samesite="none", secure=True)\n' == edit["newText"]
    assert FOREIGN == file.read_text()


@pytest.mark.newest
def test_an_editor_that_pulls_is_asked_to(editor: Editor, tmp_path: Path) -> None:
    """Nothing is pushed to it; a refresh tells it when there is something new."""
    file = tmp_path / "faulty.py"
    file.write_text(FAULTY, encoding="utf-8")
    answer = editor.begin(
        tmp_path, textDocument={"diagnostic": {}}, workspace={"diagnostics": {"refreshSupport": True}}
    )
    assert "diagnosticProvider" in answer["result"]["capabilities"]
    editor.notify("textDocument/didOpen", **opened(file))

    codes: list[str] = []
    report: dict[str, Any] = {}
    while "CK052" not in codes:
        refresh = editor.wait(lambda message: message.get("method") == "workspace/diagnostic/refresh")
        editor.send({"jsonrpc": "2.0", "id": refresh["id"], "result": None})
        report = editor.request("textDocument/diagnostic", textDocument={"uri": file.as_uri()})["result"]
        codes = [one["code"] for one in report["items"]]
    assert "full" == report["kind"]


def test_an_editor_that_pulls_and_cannot_be_asked_to(editor: Editor, tmp_path: Path) -> None:
    """Findings are pushed to it, as to Neovim 0.11: it pulls at a change alone, before a saved file is judged."""
    file = tmp_path / "faulty.py"
    file.write_text(FAULTY, encoding="utf-8")
    answer = editor.begin(tmp_path, textDocument={"diagnostic": {"dynamicRegistration": False}})
    assert "diagnosticProvider" not in answer["result"]["capabilities"]

    editor.notify("textDocument/didOpen", **opened(file))
    assert "CK052" in [one["code"] for one in editor.findings(file.as_uri(), some=True)]


def test_without_pygls_the_command_says_what_it_needs(tmp_path: Path) -> None:
    """It names the extra, with exit code 2."""
    (tmp_path / "pygls").mkdir()
    (tmp_path / "pygls" / "__init__.py").write_text("raise ImportError('no', name='pygls')\n")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "-m", "antiphon", "lsp"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE)

    assert 2 == done.returncode
    assert "pip install antiphon[lsp]" in done.stderr
