"""`antiphon lint` leaves out ignored findings, each with a reason, and groups the rest in its text output."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.captures.test_lint import REDIRECTED, entry, har
from tests.support.project import Project

FRESH = ("Cache-Control", "no-cache")
SAME_SITE = ("Set-Cookie", "sid=t; Path=/; SameSite=None")


def at(host: str, *headers: tuple[str, str]) -> dict[str, Any]:
    """An entry that came from a host."""
    one = entry(FRESH, *headers)
    one["request"]["url"] = f"https://{host}/x"
    return one


@pytest.fixture
def page(project: Project) -> Project:
    """A page load: three hosts, two rules, eleven findings."""
    cookies = [at("a.example", SAME_SITE) for _ in range(6)] + [at("cdn.b.example", SAME_SITE) for _ in range(3)]
    project.write({"page.har": har(*cookies, at("a.example", ("Vary", "a b")), at("c.example", SAME_SITE))})
    return project


def test_text_is_grouped(page: Project) -> None:
    """The first finding of a rule is told whole; the others are counted by host, the most of them first."""
    assert 1 == page.run("lint", "page.har")
    assert 1 == page.out.count("error[CK052]")
    assert 1 == page.out.count("error[CC013]")
    notes = [line.partition("= note: ")[2] for line in page.out.splitlines() if "= note: " in line]
    assert [note.split(",")[0] for note in notes] == ["6 at a.example", "3 at cdn.b.example", "1 at c.example"]
    assert notes[0].endswith(" and 2 more")
    assert page.out.endswith("11 errors in 11 responses\n")


def test_every_single_finding(page: Project) -> None:
    """`--each` shows them all in text; the other formats always do, and JSON names the hosts."""
    assert 1 == page.run("lint", "--each", "page.har")
    assert 10 == page.out.count("error[CK052]")
    assert 1 == page.run("lint", "--format", "concise", "page.har")
    assert 11 == len(page.out.splitlines())
    assert 1 == page.run("lint", "--format", "json", "page.har")
    hosts = [finding["host"] for finding in json.loads(page.out)["findings"]]
    assert {"a.example": 7, "cdn.b.example": 3, "c.example": 1} == {host: hosts.count(host) for host in hosts}
    assert 1 == page.run("lint", "--format", "sarif", "page.har")
    assert 11 == len(json.loads(page.out)["runs"][0]["results"])


def test_many_hosts_are_counted(project: Project) -> None:
    """Of a rule that is broken at many hosts six are named."""
    project.write({"page.har": har(*[at(f"h{number}.example", SAME_SITE) for number in range(20)])})
    assert 1 == project.run("lint", "page.har")
    assert "note: 14 more at 14 other hosts: --each shows all" in project.out
    assert len(project.out.splitlines()) < 25


@pytest.mark.parametrize(
    ("ignored", "left"),
    [
        (["CK052: the frame is old"], 1),
        (["same-site-none-without-secure: the frame is old"], 1),
        (["CK052@a.example: not ours"], 5),
        (["CK052@A.example:not ours"], 5),
        (["CK052@*.b.example: not ours"], 8),
        (["@a.example: not ours"], 4),
        (["@a.example: not ours", "@*.example: not ours"], 0),
        (["CC013@c.example: not found"], 11),
    ],
)
def test_findings_are_ignored_with_a_reason(page: Project, ignored: list[str], left: int) -> None:
    """Errors too, by rule and by host; the closing line counts them, and what ignores nothing is said."""
    options = [part for text in ignored for part in ("--ignore", text)]
    assert (left > 0) == page.run("lint", *options, "page.har")
    assert f"{11 - left} finding{'s' if left < 10 else ''} ignored by --ignore" in page.out or left == 11
    assert ("CC013 at c.example is ignored, and was not found\n --> --ignore" in page.err) == (left == 11)
    assert 0 <= page.run("lint", "--format", "json", *options, "page.har") <= 1
    assert left == len(json.loads(page.out)["findings"])
    assert 11 - left == json.loads(page.out)["summary"]["ignored"]


def test_the_configuration_ignores(page: Project) -> None:
    """[tool.antiphon.lint] has the same entries; `check` does not know them."""
    entries = [
        '{code = "CK052", host = "a.example", because = "not ours"}',
        '{host = "c.example", because = "a partner"}',
        '{code = "CK001", because = "was mended"}',
    ]
    page.write({"pyproject.toml": "[tool.antiphon.lint]\nignore = [\n" + ",\n".join(entries) + "\n]\n"})
    assert 1 == page.run("lint", "page.har")
    assert "4 errors in 11 responses; 7 findings ignored by the configuration\n" in page.out
    assert "note: CK001 is ignored, and was not found\n --> pyproject.toml:5\n" in page.err


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("CK052", "is not a rule or a host and the reason behind a colon"),
        ("CK052:", "is not a rule or a host and the reason behind a colon"),
        (": reason", "is not a rule or a host and the reason behind a colon"),
        ("CK52: reason", "there is no rule 'CK52'"),
    ],
)
def test_an_option_that_is_wrong(page: Project, text: str, what: str) -> None:
    """It is refused with the right form."""
    assert 2 == page.run("lint", "--ignore", text, "page.har")
    assert what in page.err


@pytest.mark.parametrize(
    ("table", "what"),
    [
        ('ignore = [{because = "x"}]', "an entry of lint.ignore names neither a rule nor a host"),
        ('ignore = [{code = "CK52", because = "x"}]', "there is no rule 'CK52'"),
        ('ignore = [{code = "CK052"}]', "lint.ignore gives no reason for CK052"),
        ('ignore = "CK052"', "lint.ignore is not a list"),
        ("ignored = []", "there is no key 'lint.ignored'"),
    ],
)
def test_a_configuration_that_is_wrong(project: Project, table: str, what: str) -> None:
    """It is refused with its line."""
    project.write({"answer.txt": REDIRECTED, "pyproject.toml": f"[tool.antiphon.lint]\n{table}\n"})
    assert 2 == project.run("lint", "answer.txt")
    assert what in project.err
    assert "pyproject.toml:" in project.err
