"""The end of a run: each error is shown, `xfail` expects findings too, paths are from where pytest runs."""

from __future__ import annotations

import enum
import json
import re
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from antiphon.pytest_plugin import baseline
from antiphon.pytest_plugin.closing import baseline_path, ran_whole
from tests.pytest_plugin.test_plugin import run

SERVICE = """
import flask
import pytest

app = flask.Flask(__name__)

@app.get("/<name>")
def wrong(name):
    response = flask.Response("a")
    response.set_cookie("a", "b", samesite="None")
    return response

def ask(path):
    assert app.test_client().get(path).status_code == 200

@pytest.mark.xfail(reason="it goes in March")
def test_expected():
    ask("/expected")

@pytest.mark.xfail(strict=True)
def test_strictly_expected():
    ask("/strict")

@pytest.mark.xfail(raises=ValueError)
def test_another_failure_is_expected():
    ask("/raises")

def test_fails_by_itself():
    ask("/itself")
    assert 1 == 2

def test_elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ask("/elsewhere")

def test_known():
    ask("/known")
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project, and a folder of it that pytest runs in, with a report and with a baseline that is beside."""
    top = tmp_path_factory.mktemp("project")
    (top / "test_service.py").write_text(SERVICE)
    (top / "pytest.ini").write_text("[pytest]\n")
    (top / "known.toml").write_text('[[known]]\ncode = "ck052"\npath = "/known"\nbecause = "it goes in May"\n')
    (top / "inside").mkdir()
    return top / "inside"


@pytest.fixture(scope="module")
def said(folder: Path) -> str:
    """The output of that run."""
    arguments = ["--antiphon-baseline", "../known.toml", "--antiphon-report", "found.json", "-rA", "--tb=line", ".."]
    return run(folder, *arguments)[1]


def test_a_finding_is_the_failure_that_is_expected(said: str) -> None:
    """Not where a certain exception is; strictly or not, as for an assertion that fails."""
    assert "XFAIL ../test_service.py::test_expected - it goes in March" in said
    assert "XFAIL ../test_service.py::test_strictly_expected" in said
    assert "FAILED ../test_service.py::test_another_failure_is_expected - error[CK052]" in said
    assert "3 failed, 1 passed, 2 xfailed" in said


def test_an_error_of_a_test_that_fails_for_another_reason_is_told(said: str) -> None:
    """At the end, as those of expected failures are."""
    assert re.findall(r"first in \S+::(\w+)", said) == [
        "test_expected",
        "test_strictly_expected",
        "test_fails_by_itself",
    ]
    assert "6 responses judged: 5 errors, 0 warnings, 1 known" in said


def test_paths_are_from_where_pytest_runs(folder: Path, said: str) -> None:
    """The baseline, the report and the places in it, also where a test is in another folder meanwhile."""
    found = json.loads((folder / "found.json").read_text())["findings"]

    assert {str(folder.parent / "test_service.py")} == {one["diagnostic"]["position"]["file"] for one in found}
    assert "did not occur" not in said


def test_a_report_that_cannot_be_written_fails_the_run(tmp_path: Path) -> None:
    """One line says why."""
    (tmp_path / "taken").write_text("")
    code, said = run(tmp_path, "--antiphon", "--antiphon-report", "taken/found.json", "--collect-only")

    assert 4 == code
    assert "antiphon: taken/found.json cannot be written: " in said
    assert "Traceback" not in said
    assert "no response was judged" not in said


def test_a_baseline_that_names_no_rule(tmp_path: Path) -> None:
    """It says what it may mean; a name is as good as a code."""
    with pytest.raises(baseline.BaselineError, match=r"no rule 'CK52', which the baseline names: did you mean CK052"):
        baseline.by_code(baseline.Known("CK52", "x"))

    assert "CK052" == baseline.by_code(baseline.Known("same_site_none_without_secure", "x")).code


class _Source(enum.Enum):
    ARGS = 1
    INVOCATION_DIR = 2


def config(root: Path, *arguments: str, testpaths: Sequence[str] = (), **options: object) -> pytest.Config:
    """As much of pytest's configuration as is asked for, with arguments from the project's folder."""
    found = SimpleNamespace(
        option=SimpleNamespace(**options),
        args=arguments,
        args_source=_Source.ARGS if arguments else _Source.INVOCATION_DIR,
        ArgsSource=_Source,
        rootpath=root,
        invocation_params=SimpleNamespace(dir=root),
        pluginmanager=SimpleNamespace(get_plugin=lambda _: SimpleNamespace(shouldstop=False, shouldfail=False)),
        getini=lambda name: {"testpaths": testpaths, "antiphon_baseline": "known.toml"}[name],
        getoption=options.get,
    )
    return cast("pytest.Config", found)


def test_a_part_of_the_tests_says_nothing_of_a_baseline(tmp_path: Path) -> None:
    """A file, a folder within a folder, a choice, a run that ended early."""
    (tmp_path / "tests/unit").mkdir(parents=True)
    (tmp_path / "tests/test_a.py").write_text("")

    assert ran_whole(config(tmp_path), 1)
    assert ran_whole(config(tmp_path, "tests"), 0)
    assert ran_whole(config(tmp_path, "."), 0)
    assert ran_whole(config(tmp_path, "tests/unit", testpaths=["tests/unit"]), 0)
    assert not ran_whole(config(tmp_path, "tests/unit", testpaths=["tests"]), 0)
    assert not ran_whole(config(tmp_path, "tests/unit"), 0)
    assert not ran_whole(config(tmp_path, "tests/test_a.py"), 0)
    assert not ran_whole(config(tmp_path, "tests/test_a.py::test_b"), 0)
    assert not ran_whole(config(tmp_path, keyword="a"), 0)
    assert not ran_whole(config(tmp_path), 2)


def test_the_path_of_a_baseline(tmp_path: Path) -> None:
    """An option's is from the current folder, or from the project's as in `addopts`."""
    here = config(tmp_path, antiphon_baseline="other.toml")
    here.invocation_params.dir.joinpath("other.toml").write_text("")

    assert tmp_path / "other.toml" == baseline_path(here)
    assert tmp_path / "known.toml" == baseline_path(config(tmp_path))
    assert tmp_path / "none.toml" == baseline_path(config(tmp_path, antiphon_baseline="none.toml"))
