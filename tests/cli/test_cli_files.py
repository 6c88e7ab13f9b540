"""`antiphon check`, `show`, `build` and `stubs` of responses that send files."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from antiphon import respond
from antiphon.spec.bodies import FileBody
from tests.support.patience import PATIENCE
from tests.support.project import Project

DECLARED = """\
    from antiphon import ContentDisposition, FileReply, Params, respond

    class Named(Params):
        content_disposition: ContentDisposition

    report = respond(200).file(root="reports", missing="not_found").params(Named).compile()
    page = respond(404).file("text/html; charset=utf-8").cache_control(no_store=True).compile()
    whole = respond(200).file(ranges=False).example("row", "1,2").compile()

    class Download(FileReply, media_type="application/zip"):
        "An archive."
"""
USED = """\
    import asyncio, json, sys
    from pathlib import Path
    from antiphon.headers.content_disposition import ContentDisposition
    from built.files import page, report, whole

    async def receive():
        await asyncio.sleep(60)

    async def main():
        found = []
        async def send(message):
            found.append([message.get("status"), message.get("body", b"").decode()])
        headers = [(b"range", b"bytes=1-2")]
        scope = {"type": "http", "method": "GET", "headers": headers}
        named = {"content_disposition": ContentDisposition.attachment("a.txt")}
        await report("a.txt", **named)(scope, receive, send)
        await report.send(scope, receive, send, "../files.py", **named)
        await page("reports/a.txt")(scope, receive, send)
        await whole(open("reports/a.txt", "rb"))(scope, receive, send)
        print(json.dumps([found, "pydantic" in sys.modules]))

    asyncio.run(main())
"""


def test_nothing_is_found_in_files(project: Project) -> None:
    """The name of the file says the media type, unless the declaration does."""
    project.write({"files.py": DECLARED})

    assert project.run("check", "files") == 0, project.out


def test_what_is_shown_of_a_file(project: Project) -> None:
    """The lines that every file has, with values made up, and every status in the signature."""
    project.write({"files.py": DECLARED})

    assert project.run("show", "files:report") == 0, project.err
    assert 'etag: "15e5f2d5e8263200-6"' in project.out
    assert "last-modified: Thu, 02 Jan 2020 03:04:05 GMT  <- sample of content" in project.out
    assert "FileResponse[Literal[200, 206, 304, 404, 412, 416]]" in project.out
    assert project.run("show", "files:whole") == 0, project.err
    assert "1,2\n<- example 'row'" in project.out
    assert "accept-ranges" not in project.out
    assert project.run("show", "files:Download") == 0, project.err
    assert "content-type: application/zip\n" in project.out


def test_a_file_is_built(project: Project) -> None:
    """A module without pydantic that sends files, ranges and 404 as the declarations do."""
    project.write({"files.py": DECLARED, "use.py": USED, "reports/a.txt": "0123"})

    assert project.run("build", "files", "-o", "built") == 0, project.err
    done = subprocess.run(
        [sys.executable, "use.py"], capture_output=True, text=True, check=False, cwd=project.folder, timeout=PATIENCE
    )
    assert done.stderr == ""
    assert json.loads(done.stdout) == [
        [[206, ""], [None, "12"], [404, ""], [None, ""], [404, ""], [None, "0123"], [200, ""], [None, "0123"]],
        False,
    ]


@pytest.mark.parametrize(
    ("status", "ranges", "missing", "statuses"),
    [
        (200, True, "error", (200, 206, 304, 412, 416)),
        (200, False, "not_found", (200, 304, 404, 412)),
        (404, True, "not_found", (404,)),
        (403, True, "error", (403,)),
    ],
)
def test_the_spec_says_every_status(status: int, ranges: bool, missing: str, statuses: tuple[int, ...]) -> None:
    body = FileBody.model_validate({"ranges": ranges, "missing": missing})

    assert statuses == body.statuses(status)
    assert FileBody.model_validate_json(body.model_dump_json()) == body


def test_the_folder_may_be_a_path(project: Project) -> None:
    """The spec has its text."""
    assert FileBody(root=str(project.folder)) == respond(200).file(root=project.folder).spec().body
