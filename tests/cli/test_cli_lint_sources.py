"""`antiphon lint` of Python source: files and folders of them, which are read and not imported."""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import signal
import sys
from pathlib import Path

import pytest

from antiphon.cli.inputs import sources
from antiphon.rules.profile import Profile
from antiphon.sources.read import judge_source
from tests.support.project import Project

SHOP = """\
from starlette.responses import Response

raise SystemExit("this module must not be imported")


def signed_in(request):
    response = Response(b"")
    response.set_cookie("sid", "s3cr3t", samesite="none")
    return response
"""
CLEAN = "import shop\n"


def test_a_source_is_judged_at_the_argument_without_being_imported(project: Project) -> None:
    """The argument is underlined; the value of the cookie is not shown."""
    project.write({"shop.py": SHOP})

    assert 1 == project.run("lint", "shop.py")
    assert project.out.startswith(
        "error[CK052]: cookie 'sid' has SameSite=None but not Secure; browsers drop it\n"
        " --> shop.py:8:42 (Set-Cookie.SameSite)\n"
        "  |\n"
        '8 |     response.set_cookie("sid", "******", samesite="none")\n'
        "  |                                          ^^^^^^^^^^^^^^^\n"
    )
    assert project.out.endswith("\n\n1 error in 1 response\n")


def test_a_folder_is_read_with_all_below_it(project: Project) -> None:
    """Installed and built files are left alone, and what --exclude and the project's `exclude` name."""
    project.write(
        {
            "pyproject.toml": "[tool.antiphon]\nexclude = ['migrations']\n",
            "shop/api/users.py": SHOP,
            "shop/tests/test_users.py": SHOP,
            "shop/migrations/first.py": SHOP,
            "shop/.venv/pyvenv.cfg": "",
            "shop/.venv/lib/x.py": SHOP,
            "shop/clean.py": CLEAN,
        }
    )

    assert 1 == project.run("lint", "--format", "concise", "--exclude", "tests", "shop")
    assert ["shop/api/users.py:8:42"] == [line.partition(": ")[0] for line in project.out.splitlines()]


def test_a_source_from_standard_input(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--as python -` is for editors."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SHOP.encode())))

    assert 1 == project.run("lint", "--format", "concise", "--as", "python", "-")
    assert project.out.startswith("<stdin>:8:42: CK052 ")


def test_captures_and_sources_in_one_run(project: Project) -> None:
    """The report has the findings of both."""
    project.write({"shop.py": SHOP, "answer.txt": "HTTP/1.1 204 No Content\nSet-Cookie: a=b; SameSite=None\n"})

    assert 1 == project.run("lint", "--format", "concise", "answer.txt", "shop.py")
    assert ["answer.txt:2:18", "shop.py:8:42"] == [line.partition(": ")[0] for line in project.out.splitlines()]
    assert project.err.startswith("2 errors in 2 responses")


@pytest.mark.parametrize("ignored", ["CK052", "ST002"])
def test_an_ignore_is_unused_where_neither_captures_nor_sources_have_its_finding(
    project: Project, ignored: str
) -> None:
    """One that leaves out a finding of either is used: no note says otherwise."""
    project.write({"shop.py": SHOP, "answer.txt": "HTTP/1.1 204 No Content\nContent-Length: 1\n\n!"})

    for files in (["shop.py", "answer.txt"], ["answer.txt", "shop.py"]):
        project.run("lint", "--ignore", f"{ignored}: known", "--ignore", "CC002: nowhere", *files)
        assert 1 == project.err.count("is ignored, and was not found")
        assert "CC002 is ignored, and was not found" in project.err


def test_what_cannot_be_read_costs_that_file(project: Project) -> None:
    """The others are judged; the exit code is 2, as for every input that cannot be read."""
    project.write({"a.py": "import flask\ndef\n", "b.py": SHOP, "c.py": "# coding: nonsense\n"})
    (project.folder / "d.py").write_bytes(b"import flask\nx = '\xff'\n")

    assert 2 == project.run("lint", "--format", "concise", ".")
    assert project.out.startswith("b.py:8:42: CK052 ")
    assert "--> a.py:2:4\n" in project.err
    assert "'c.py' cannot be read: unknown encoding" in project.err
    assert "'d.py' cannot be read:" in project.err
    assert "3 FILEs could not be read" in project.err


def test_a_folder_without_python_is_refused(project: Project) -> None:
    """It says so with exit code 2."""
    project.write({"notes/readme.txt": "hello"})

    assert 2 == project.run("lint", "notes")
    assert project.err.startswith("error: there is no Python file in notes\n")


def test_a_comment_accepts_a_finding(project: Project) -> None:
    """It names the rule by code or name, on the line or above it; one that accepts nothing is told."""
    line = '    response.set_cookie("sid", "s3cr3t", samesite="none")'
    behind = SHOP.replace(line, f"{line}  # antiphon: ignore[CK052]: the test host has no https")
    above = SHOP.replace(line, f"    # antiphon: ignore[CK007, same-site-none-without-secure]\n{line}")
    project.write({"behind.py": behind, "above.py": above, "unused.py": "import flask  # antiphon: ignore[CK001]\n"})

    assert 0 == project.run("lint", "behind.py", "above.py", "unused.py")
    assert project.out.startswith("2 responses judged: no findings; 2 findings ignored by comments")
    assert "note: CK001 is ignored, and was not found\n --> unused.py:1\n" == project.err


def test_findings_of_sources_are_ignored_as_those_of_captures_are(project: Project) -> None:
    """By --ignore and by the table of the project, with a reason."""
    project.write({"shop.py": SHOP})

    assert 0 == project.run("lint", "--ignore", "CK052: known", "shop.py")
    assert "1 finding ignored by --ignore" in project.out

    project.write({"pyproject.toml": "[tool.antiphon.lint]\nignore = [{code = 'CK052', because = 'known'}]\n"})
    assert 0 == project.run("lint", "shop.py")
    assert "1 finding ignored by the configuration" in project.out


def test_many_files_are_read_in_parallel(project: Project) -> None:
    """The findings come in the order of the files, however many processes read them."""
    names = [f"shop/module_{number:03}.py" for number in range(sources.MANY + 10)]
    project.write(dict.fromkeys(names, SHOP))

    assert 1 == project.run("lint", "--format", "json", "shop")
    report = json.loads(project.out)
    assert names == [finding["position"]["file"] for finding in report["findings"]]
    assert len(names) == report["summary"]["responses"]


def _ended(file: Path, profile: Profile) -> sources.JudgedFile:
    if file.name == "fatal.py":
        os.kill(os.getpid(), signal.SIGKILL)
    return sources.JudgedFile(responses=1)


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # other tests have left threads
def test_a_file_that_ends_its_process_costs_that_file(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file that is left gets a process of its own."""
    fork = multiprocessing.get_context("fork")
    monkeypatch.setattr(multiprocessing, "get_context", lambda _name: fork)
    monkeypatch.setattr(sources, "judged_file", _ended)
    monkeypatch.setattr(sources, "MANY", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    files = [Path(name) for name in ("a.py", "fatal.py", "z.py")]

    first, fatal, last = sources.judged_files(files, "default", lambda _text: None)

    assert (1, 1) == (first.responses, last.responses)
    assert "fatal.py ended the process that read it" == fatal.why


def _interrupted(file: Path, profile: Profile) -> sources.JudgedFile:
    if file.name == "late.py":
        raise KeyboardInterrupt
    return sources.JudgedFile(responses=1)


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # other tests have left threads
@pytest.mark.parametrize("many", [1, 100], ids=["in parallel", "one by one"])
def test_an_interrupt_ends_with_what_there_is(many: int, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files before it are told, and the exit code is that of an interrupt."""
    fork = multiprocessing.get_context("fork")
    monkeypatch.setattr(multiprocessing, "get_context", lambda _name: fork)
    monkeypatch.setattr(sources, "judged_file", _interrupted)
    monkeypatch.setattr(sources, "MANY", many)
    monkeypatch.setattr(sources, "_AT_A_TIME", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 1 if many == 100 else 2)
    project.write(dict.fromkeys(["shop/a.py", "shop/b.py", "shop/late.py"], SHOP))

    assert 130 == project.run("lint", "shop")
    assert "of 3 files were judged" in project.err
    if many == 100:
        assert "interrupted: 2 of 3 files were judged\n --> shop/late.py" in project.err
        assert "2 responses" in project.err + project.out


@pytest.mark.newest
def test_thousands_of_files_are_read(project: Project) -> None:
    """With one that fails in the middle, and one too large: they cost themselves alone."""
    names = [f"shop/m{number:04}.py" for number in range(2000)]
    project.write({**dict.fromkeys(names, CLEAN), "shop/broken.py": "import flask\ndef\n", "shop/last.py": SHOP})
    (project.folder / "shop" / "large.py").write_bytes(b"#" * (sources.LARGEST + 1))

    assert 2 == project.run("lint", "--format", "concise", "shop")
    assert project.out.startswith("shop/last.py:8:42: CK052 ")
    assert "--> shop/broken.py:2:4\n" in project.err
    assert "'shop/large.py' has more than 8 MiB" in project.err


def test_a_failure_in_the_judge_costs_that_file(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a source does to the judge, the others are judged."""

    def fails(text: str, name: str, *, profile: Profile) -> object:
        if name == "a.py":
            raise ZeroDivisionError
        return judge_source(text, name, profile=profile)

    monkeypatch.setattr(sources, "judge_source", fails)
    project.write({"a.py": SHOP, "b.py": SHOP})

    assert 2 == project.run("lint", "--format", "concise", "a.py", "b.py")
    assert project.out.startswith("b.py:8:42: CK052 ")
    assert "judging failed: ZeroDivisionError\n --> a.py" in project.err


def test_a_check_of_a_module_that_declares_nothing_says_what_lint_sees(project: Project) -> None:
    """The note names the command; a module that declares a response of antiphon's gets none."""
    source = SHOP.replace('raise SystemExit("this module must not be imported")\n', "")
    declared = "from antiphon import respond\nempty = respond(204)\n"
    project.write({"shop.py": source, "both.py": f"{source}\n{declared}"})

    assert 0 == project.run("check", "shop.py")
    expected = "note: shop.py makes a response without antiphon; `antiphon lint shop.py` sees: 1 error\n --> shop.py\n"
    assert expected == project.err

    assert 0 == project.run("check", "both.py")
    assert "" == project.err
