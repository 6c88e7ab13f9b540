"""`antiphon preview --out` and `--format json`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jsonschema
import pytest

from tests.cli.preview.projects import SHOP
from tests.support.paths import ROOT
from tests.support.project import Project

SCHEMA = ROOT / "schemas" / "preview-project.schema.json"


def _described(project: Project, *arguments: str) -> dict[str, object]:
    assert project.run("preview", "--format", "json", *arguments) in (0, 1, 2)
    found: dict[str, object] = json.loads(project.out)
    return found


def test_the_description_of_a_project(project: Project) -> None:
    """Each response of each module with all that the page shows, as the schema says."""
    project.write({"shop.py": SHOP})

    assert 0 == project.run("preview", "--format", "json", "shop")
    described = json.loads(project.out)

    jsonschema.validate(described, json.loads(SCHEMA.read_text()))
    (module,) = described["modules"]
    assert ("shop", "shop.py") == (module["name"], module["file"])
    by_name = {one["name"]: one for one in module["responses"]}
    assert ["UserShown", "NotFound", "created", "picture", "tracked"] == list(by_name)
    created = by_name["created"]
    assert ("shop:created", 201) == (created["key"], created["status"])
    assert '{"id":7,"name":"Ada"}' == created["wire"]["text"]
    assert {"location": "location", "set-cookie": "session"} == {
        field["name"]: field["sample_of"] for field in created["wire"]["fields"] if field["sample_of"]
    }
    (cookie,) = created["cookies"]
    assert ("__Host-session", "session") == (cookie["name"], cookie["param"])
    assert {"attribute": "Max-Age=604800", "written": True, "effect": "kept for 7 days after it is set"} in cookie[
        "attributes"
    ]
    assert [{"name": "ada", "description": "", "content": '{"id":7,"name":"Ada"}'}] == created["examples"]
    assert {"responses", "schemas"} == set(created["openapi"])
    picture = by_name["picture"]["wire"]
    assert (None, "iVBORw==", 4) == (picture["text"], picture["base64"], picture["octets"])
    tracked = by_name["tracked"]
    assert [("AN005", "warning", 30), ("CK021", "warning", 29)] == [
        (one["code"], one["level"], one["position"]["line"]) for one in tracked["findings"]
    ]
    assert [{"code": "CK083", "because": "it is asked for"}] == tracked["accepted"]


def test_a_page_for_ci(project: Project) -> None:
    """Two files; a second run writes the same page, and says what has changed in between."""
    project.write({"shop.py": SHOP})
    out = project.folder / "public"

    assert 0 == project.run("preview", "shop", "--out", "public")
    first = (out / "index.html").read_text()
    assert ["index.html", "project.json"] == sorted(path.name for path in out.iterdir())
    assert "Changes since" not in first

    # Of another length: within one second Python takes a source of the same length for the one it has compiled.
    project.write({"shop.py": SHOP.replace('cache_control="no-cache"', 'cache_control="no-cache, private"')})
    del sys.modules["shop"]
    assert 0 == project.run("preview", "shop", "--out", "public")
    second = (out / "index.html").read_text()
    assert '<del class="line">- cache-control: no-cache\n</del>' in second
    assert '<ins class="line">+ cache-control: private, no-cache\n</ins>' in second


def test_against_a_file(project: Project, tmp_path: Path) -> None:
    """A job compares with what the main branch has published."""
    project.write({"shop.py": SHOP, "old.json": ""})
    described = _described(project, "shop")
    (project.folder / "old.json").write_text(json.dumps({**described, "modules": []}))

    changes = _described(project, "shop", "--against", "old.json")["changes"]

    assert isinstance(changes, dict)
    assert "old.json" == changes["against"]
    assert ["added"] * 5 == [one["kind"] for one in changes["responses"]]
    assert 2 == project.run("preview", "shop", "--format", "json", "--against", "none.json")
    assert "--against none.json" in project.err


def test_what_cannot_be_read_is_on_the_page(project: Project) -> None:
    """A module that raises is a finding, exit code 1; a target that does not exist is told as well, exit code 2."""
    project.write({"shop.py": SHOP + "\n1 / 0\n"})

    assert 1 == project.run("preview", "shop", "--out", "public")
    text = (project.folder / "public" / "index.html").read_text()
    assert "Not read to the end: shop." in text
    assert "ZeroDivisionError" in text
    assert not (project.folder / ".antiphon_cache").exists()

    assert 2 == project.run("preview", "nowhere", "--out", "public")
    assert "nowhere" in project.err
    assert "not read" in (project.folder / "public" / "index.html").read_text()


def test_the_targets_of_the_project(project: Project) -> None:
    """Without a TARGET those of pyproject.toml are shown, with its profile, and what it ignores is counted."""
    project.write(
        {
            "pyproject.toml": '[tool.antiphon]\ntargets = ["shop"]\nignore = [{code = "CK021", because = "a"}]\n',
            "shop.py": SHOP,
        }
    )

    described = _described(project)

    assert ("shop", 1) == (described["title"], described["ignored"])


def test_no_target(project: Project) -> None:
    """Without a configuration there is nothing to show, and the help says what to type."""
    assert 2 == project.run("preview", "--out", "public")
    assert "there is nothing to preview" in project.err
    assert "`antiphon preview shop`" in project.err


def test_nothing_declared(project: Project) -> None:
    """A page without a response says so, and is exit code 2."""
    project.write({"shop.py": "x = 1\n"})

    assert 2 == project.run("preview", "shop", "--out", "public")
    assert "shop declares no response" in project.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--port", "65536"), "'65536' is not a port from 0 to 65535"),
        (("--out", "a", "--format", "json"), "not allowed with argument"),
    ],
)
def test_arguments_that_cannot_be(project: Project, arguments: tuple[str, ...], said: str) -> None:
    """They are refused before anything is imported."""
    assert 2 == project.run("preview", "shop", *arguments)
    assert said in project.err
