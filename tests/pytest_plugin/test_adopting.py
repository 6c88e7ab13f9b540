"""A suite that is judged for the first time: what it is told, and how what it finds becomes a baseline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.pytest_plugin import baseline
from antiphon.pytest_plugin.finding import TestFinding, from_here
from tests.pytest_plugin.test_plugin import STARLETTE, run

WRONG = Diagnostic("CK052", "same-site-none-without-secure", "error", "a", "b", "Set-Cookie[0]", "c", None)


def found(test: str = "t.py::t", method: str = "GET", path: str = "/") -> TestFinding:
    return TestFinding(test, method, path, 200, WRONG)


@given(test=st.text(), method=st.text(), path=st.text(alphabet=st.characters(exclude_categories=())))
def test_what_is_written_is_known(test: str, method: str, path: str) -> None:
    """Whatever characters a request has, the baseline that is written of its finding covers it."""
    one = found(test, method, path)
    text = baseline.write([one], "old")
    encodable = f"{method}{path}".encode("utf-8", "replace").decode() == f"{method}{path}"

    assert [entry.covers(one) for entry in baseline.parse(text)] == [True] or not encodable


@given(st.text(), st.text())
def test_a_pattern_of_no_star_is_itself(text: str, other: str) -> None:
    """The brackets of a parametrized test among the rest."""
    entry = baseline.Known("CK052", "old", test=text.replace("*", ""))

    assert entry.covers(found(text.replace("*", "")))
    assert entry.covers(found(other)) == (other == text.replace("*", ""))


def test_brackets_are_brackets() -> None:
    """The node id of a parametrized test names that test."""
    entry = baseline.Known("CK052", "old", test="t.py::t[a-*]")

    assert entry.covers(found("t.py::t[a-1]"))
    assert not entry.covers(found("t.py::ta"))


@pytest.mark.parametrize(
    ("path", "next_time"),
    [
        ("/users/17", "/users/18"),
        ("/items/0b7a3c0e-5f53-4f05-9a3e-9d4b2c7a1f10/x", "/items/6f1fe9a0-1c0b-4a5e-8a31-0d6b1f2e3c4d/x"),
        ("/reset/c2f8ab9912de77aa01bc33", "/reset/aa0011bb2233cc4455dd66"),
    ],
)
def test_what_varies_in_a_path_is_a_star(path: str, next_time: str) -> None:
    """A number, a UUID or a token is another one in the next run."""
    (entry,) = baseline.parse(baseline.write([found(path=path)], "old"))

    assert entry.covers(found(path=next_time))
    assert not entry.covers(found(path="/elsewhere"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "test_service.py").write_text(STARLETTE)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    return tmp_path


def test_a_first_run_writes_the_baseline_of_the_next(project: Path) -> None:
    """Then nothing fails and nothing is left to tell; and a run of one test says nothing of the others."""
    assert run(project, "--antiphon-report", "known.toml")[0] == 1
    code, said = run(project, "--antiphon-baseline", "known.toml")
    part, told = run(project, "--antiphon-baseline", "known.toml", "-k", "right")

    assert (0, 0) == (code, part), said
    assert "3 responses judged: 0 errors, 0 warnings, " in said
    assert "did not occur" not in told


def test_a_suite_that_asks_for_nothing_is_told_so(tmp_path: Path) -> None:
    """A client that is not watched is no clean bill."""
    (tmp_path / "test_nothing.py").write_text("def test_nothing():\n    pass\n")

    assert "antiphon: no response was judged; the clients that are watched: " in run(tmp_path, "--antiphon")[1]


def test_each_result_in_sarif_has_a_file(tmp_path: Path) -> None:
    """The test's, where the handler is not known: code scanning drops a result without one."""
    source = """
import httpx

def app(environ, start_response):
    start_response("200 OK", [("Set-Cookie", "a=b; SameSite=None")])
    return [b""]

def test_wrong():
    with httpx.Client(transport=httpx.WSGITransport(app), base_url="http://a") as client:
        client.get("/")
"""
    (tmp_path / "test_wsgi.py").write_text(source)
    run(tmp_path, "--antiphon-report", "found.sarif")
    (log,) = json.loads((tmp_path / "found.sarif").read_text())["runs"]
    places = [result["locations"][0]["physicalLocation"] for result in log["results"]]

    assert [("test_wsgi.py", 8)] == [(one["artifactLocation"]["uri"], one["region"]["startLine"]) for one in places]


def test_a_place_is_told_from_here(tmp_path: Path) -> None:
    """As `antiphon check` tells it; a place elsewhere is whole."""
    assert from_here(Position(str(tmp_path / "a" / "b.py"), 1), tmp_path).file == str(Path("a", "b.py"))
    assert from_here(Position("/elsewhere/b.py", 1), tmp_path).file == "/elsewhere/b.py"
