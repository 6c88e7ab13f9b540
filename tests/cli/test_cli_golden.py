"""`antiphon show --golden`: the wire form of each response in a file of its own, written and compared."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from antiphon import respond
from antiphon.cli.showing.golden import golden, written
from antiphon.cli.showing.varying import common, twice
from tests.support.patience import PATIENCE
from tests.support.picky_module import PICKY
from tests.support.project import Project

SHOP = """\
    from datetime import timedelta
    import msgspec
    from antiphon import ETag, Location, Params, host_cookie, header, respond

    class User(msgspec.Struct):
        id: int
        name: str

    class CreatedParams(Params):
        location: Location
        session: str = host_cookie(max_age=timedelta(hours=1))
        etag: ETag | None = header(default=None)
        x_plan: str = header(default="free")

    created = (
        respond(201)
        .json(User)
        .params(CreatedParams)
        .example("ada", {"id": 7, "name": "Ada"})
        .example("bob", {"id": 8, "name": "Bob"})
        .compile()
    )
    gone = respond(410).text("Gone.").cache_control(no_store=True).compile()
    left = respond(204).delete_cookie(created.spec.cookies[0]).cache_control(no_store=True).compile()
"""


@pytest.fixture(autouse=True)
def _no_bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    """A source that changes within a second, and keeps its length, is read again."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)


@pytest.fixture(autouse=True)
def _no_waiting(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what varies with the time takes its time."""
    if request.node.name not in ("test_what_varies", "test_twice"):
        monkeypatch.setattr("antiphon.cli.showing.varying.wait", lambda: None)


def _golden(project: Project, *more: str, target: str = "shop") -> int:
    sys.modules.pop("shop", None)  # each run is a process of its own
    return project.run("show", target, "--golden", "golden", *more)


def _text(project: Project, name: str) -> str:
    return (project.folder / "golden" / "shop" / f"{name}.txt").read_text(encoding="utf-8")


def test_every_example_and_what_may_be_left_out(project: Project) -> None:
    """A file has the response with each example, and once more with no more params than a call must give."""
    project.write({"shop.py": SHOP})

    assert 0 == _golden(project)

    expected = """\
        # antiphon golden: shop:created

        ## example ada

        # made up: etag, location, session, x_plan
        HTTP/1.1 201 Created
        location: /users/1
        x-plan: sample
        content-type: application/json
        set-cookie: __Host-session=sample; HttpOnly; Max-Age=3600; Path=/; SameSite=Lax; Secure
        content-length: 21
        etag: "xyzzy"

        {"id":7,"name":"Ada"}

        ## example bob

        # made up: etag, location, session, x_plan
        HTTP/1.1 201 Created
        location: /users/1
        x-plan: sample
        content-type: application/json
        set-cookie: __Host-session=sample; HttpOnly; Max-Age=3600; Path=/; SameSite=Lax; Secure
        content-length: 21
        etag: "xyzzy"

        {"id":8,"name":"Bob"}

        ## example ada, without etag, x_plan

        # made up: location, session, x_plan
        HTTP/1.1 201 Created
        location: /users/1
        x-plan: free
        content-type: application/json
        set-cookie: __Host-session=sample; HttpOnly; Max-Age=3600; Path=/; SameSite=Lax; Secure
        content-length: 21

        {"id":7,"name":"Ada"}
    """
    assert textwrap.dedent(expected) == _text(project, "created")


def test_what_is_unchanged_is_quiet(project: Project) -> None:
    """A second run writes nothing, and a comparison says nothing."""
    project.write({"shop.py": SHOP})

    assert 0 == _golden(project)
    assert ["created", "gone", "left"] == re.findall(r"wrote golden/shop/(\w+)\.txt", project.out)
    assert (0, "", "") == (_golden(project), project.out, project.err)
    assert (0, "", "") == (_golden(project, "--check"), project.out, project.err)


def test_the_same_in_every_process(project: Project) -> None:
    """Another process, with another seed for hashes, finds nothing to change."""
    project.write({
        "shop.py": """\
            from antiphon import FamilyReply, FileReply, ProblemReply, Problem, respond

            class Report(FileReply, media_type="text/csv"): ...
            class Refused(FamilyReply[Problem], family="4XX"): ...
            class Odd(ProblemReply, type="https://a.example/odd", title="Odd", status=409):
                tags: set[str]
            sent = respond(200).json_lines(dict[str, int]).compile()
            tagged = respond(200).json(frozenset[str]).from_content("etag", "content_digest").compile()
        """
    })  # fmt: skip
    assert 0 == _golden(project)

    command = [sys.executable, "-m", "antiphon", "show", "shop", "--golden", "golden", "--check"]
    done = subprocess.run(command, cwd=project.folder, capture_output=True, text=True, check=False, timeout=PATIENCE)

    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)


def test_a_change_is_a_diff(project: Project) -> None:
    """Exit code 1, and a diff of what was sent and is sent now; nothing is written."""
    project.write({"shop.py": SHOP})
    _golden(project)
    before = _text(project, "gone")
    project.write({"shop.py": SHOP.replace('Gone.").cache_control(no_store', 'Gone.").cache_control(no_cache')})

    assert 1 == _golden(project, "--check")
    expected = """\
        --- golden/shop/gone.txt
        +++ golden/shop/gone.txt (as it is sent now)
        @@ -1,7 +1,7 @@
         # antiphon golden: shop:gone

         HTTP/1.1 410 Gone
        -cache-control: no-store
        +cache-control: no-cache
         content-length: 5
         content-type: text/plain; charset=utf-8

    """
    assert textwrap.dedent(expected).splitlines() == [line.rstrip() for line in project.out.splitlines()]
    assert "1 of 3 golden files differ (1 changed); run it again without --check\n" == project.err
    assert before == _text(project, "gone")
    assert (0, "wrote golden/shop/gone.txt\n") == (_golden(project), project.out)
    assert 0 == _golden(project, "--check")


def test_missing_and_left_over(project: Project) -> None:
    """A response without a file and a file without a response are differences; to write mends both."""
    project.write({"shop.py": SHOP})
    _golden(project)
    project.write({"shop.py": SHOP.replace("gone =", "went ="), "golden/shop/notes.txt": "of somebody's\n"})

    assert 1 == _golden(project, "--check")
    assert "golden/shop/gone.txt: no response writes it any more; it was shop:gone\n" in project.out
    assert "--- /dev/null\n+++ golden/shop/went.txt (as it is sent now)\n" in project.out
    told = "2 of 4 golden files differ (1 missing, 1 left over); run it again without --check\n"
    assert told == project.err
    assert 0 == _golden(project)
    assert "removed golden/shop/gone.txt\nwrote golden/shop/went.txt\n" == project.out
    files = sorted(path.name for path in project.folder.glob("golden/shop/*"))
    assert ["created.txt", "left.txt", "notes.txt", "went.txt"] == files


def test_one_response(project: Project) -> None:
    """Of `module:attribute` one file is written or compared; the others are left alone."""
    project.write({"shop.py": SHOP})
    _golden(project)
    project.write({"shop.py": SHOP.replace("gone =", "went =").replace("Gone.", "Went.")})

    assert 0 == _golden(project, "--check", target="shop:created")
    assert 1 == _golden(project, "--check", target="shop:went")
    assert 0 == _golden(project, target="shop:went")
    assert "wrote golden/shop/went.txt\n" == project.out


def test_json(project: Project) -> None:
    """A program gets each file with its state."""
    project.write({"shop.py": SHOP})
    _golden(project)
    project.write({"shop.py": SHOP.replace("gone =", "went =").replace("Bob", "Eve")})

    assert 1 == _golden(project, "--check", "--json")
    said = json.loads(project.out)
    assert 1 == said["version"]
    assert [
        ("golden/shop/created.txt", "shop:created", "changed"),
        ("golden/shop/gone.txt", "shop:gone", "removed"),
        ("golden/shop/left.txt", "shop:left", "same"),
        ("golden/shop/went.txt", "shop:went", "added"),
    ] == [(one["file"], one["response"], one["state"]) for one in said["golden"]]
    changed, _, same, _ = said["golden"]
    assert '-{"id":8,"name":"Bob"}\n+{"id":8,"name":"Eve"}' in changed["difference"]
    assert same["difference"] is None


def test_names(project: Project) -> None:
    """Names that differ in their case alone, and names that occur twice, have files of their own."""
    project.write({
        "shop.py": """\
            from antiphon import respond

            def made(text):
                return respond(200).text(text).compile()

            Gone, gone = made("a"), made("b")
            for text in ("c", "d"):
                again = respond(200).text(text).compile()
        """
    })  # fmt: skip

    assert 0 == _golden(project)
    names = sorted(path.name.casefold() for path in project.folder.glob("golden/shop/*"))
    assert 4 == len(set(names))
    assert (0, "") == (_golden(project, "--check"), project.out)


def test_what_varies(project: Project) -> None:
    """A time, a counter and a random name are not compared; what is around them is."""
    project.write({
        "shop.py": """\
            import itertools, time, uuid
            from datetime import datetime, timedelta
            from email.utils import formatdate
            from antiphon import Params, cookie, header, respond

            counted = itertools.count()

            class Odd(Params):
                x_at: str = header(encode=lambda text: f"{text} at {formatdate(usegmt=True)} by a")
                x_unix: str = header(encode=lambda text: f"{text}-{time.time():.0f}")
                x_id: str = header(encode=lambda text: f"id={uuid.uuid4()}; n={next(counted)}")

            made = respond(200).text("a").params(Odd).compile()
        """
    })  # fmt: skip

    assert 0 == _golden(project)
    text = _text(project, "made")
    assert "x-at: sample at <varies> by a\nx-unix: <varies>\nx-id: id=<varies>; n=<varies>\n" in text
    assert 0 == _golden(project, "--check")


def test_a_response_that_cannot_be_sent(project: Project) -> None:
    """Its file says so, so that a reader sees that nothing is compared."""
    project.write({"shop.py": PICKY})

    assert 0 == _golden(project)
    gap = "(no wire form: Picky refuses the values made up for it: ValueError; `.example(...)` gives content to show)"
    assert f"# antiphon golden: shop:picky\n\n{gap}\n" == _text(project, "picky")


def test_a_refused_response(project: Project) -> None:
    """Where a declaration is refused, or a module raises, nothing is written and nothing is called left over."""
    project.write({"shop.py": SHOP})
    _golden(project)
    project.write({"shop.py": SHOP.replace("gone =", "1 / 0\n    gone =").replace("Bob", "Eve")})

    for more in ([], ["--check"]):
        assert (1, "") == (_golden(project, *more), project.out)
        assert "error[AN000]: ZeroDivisionError" in project.err
    assert "Bob" in _text(project, "created")
    assert "Gone." in _text(project, "gone")


def test_misuse(project: Project) -> None:
    """A folder of somebody else's files, a file, and --check alone."""
    project.write({"shop.py": SHOP, "golden/shop/gone.txt": "mine\n", "file": ""})

    assert 2 == _golden(project)
    assert "error: golden/shop/gone.txt is not a file that this command wrote\n --> --golden\n" in project.err
    assert 2 == project.run("show", "shop", "--golden", "file")
    assert "error: file is not a folder\n" in project.err
    assert 2 == project.run("show", "shop", "--check")
    assert "= help: name their folder: --golden DIR\n" in project.err


def test_line_ends_of_a_checkout(project: Project) -> None:
    """Git may write CRLF on Windows."""
    project.write({"shop.py": SHOP})
    _golden(project)
    for path in project.folder.glob("golden/shop/*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert 0 == _golden(project, "--check")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb", "a\\u{D}\nb"),
        ("a\n", "a\\u{A}"),
        ("a\n\n", "a\n\\u{A}"),
        ("a \nb", "a\\u{20}\nb"),
        ("a\tb\u2028c", "a\\u{9}b\\u{2028}c"),
        ("a\\u{9}", "(6 octets in base64)\nYVx1ezl9"),
    ],
)
def test_content_that_editors_would_change(text: str, expected: str) -> None:
    """Blanks at the ends of lines, and what does not print, are written as escapes that nothing else is written as."""
    content = golden("a:b", respond(200).text(text).spec()).split("\n\n", 2)[2]

    assert f"{expected}\n" == content
    assert all(line == line.rstrip() for line in content.splitlines())


def test_octets() -> None:
    """Content that is not text is in base64."""
    assert "\n\n(4 octets in base64)\niVBORw==\n" in golden("a:b", respond(200).bytes("image/png", b"\x89PNG").spec())


def test_a_line_has_no_control_characters() -> None:
    """Not even in a name that somebody chose."""
    assert "ada\\u{1B}[1m\\u{20}" == written("ada\x1b[1m ")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("a=1; b", "a=1; b", "a=1; b"),
        ("a=1; b", "a=2; b", "a=<varies>; b"),
        ("at 2026-01-02T03:04:05Z.", "at 2026-01-02T03:04:06Z.", "at <varies>."),
        ("Fri, 02 Jan 2026 23:59:59 GMT", "Sat, 03 Jan 2026 00:00:00 GMT", "<varies>"),
        ("a", "a b", "a<varies>"),
        ("", "a", "<varies>"),
    ],
)
def test_common(one: str, other: str, expected: str) -> None:
    """A date is one word; words that come or go vary as well."""
    assert expected == common(one, other)


def test_twice() -> None:
    """The two are made a second apart."""
    import time

    assert {"a": "<varies>"} == twice(lambda: {"a": str(int(time.time()))})


def test_terminal(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A diff has colours where they are wanted."""
    project.write({"shop.py": SHOP})
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert 1 == _golden(project, "--check")
    assert "\x1b[32m+HTTP/1.1 410 Gone\x1b[0m" in project.out


def test_a_file_outside_of_the_current_folder(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    """DIR may be anywhere."""
    project.write({"shop.py": SHOP})
    folder: Path = tmp_path_factory.mktemp("elsewhere") / "new" / "golden"

    assert 0 == project.run("show", "shop", "--golden", str(folder))
    assert 3 == len(list(folder.rglob("*.txt")))
