"""The differences between two runs, and where the last one is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from antiphon.cli.collecting.document import NotRunDocument
from antiphon.cli.preview_pages import last_run
from antiphon.cli.preview_pages.comparing import changes
from antiphon.cli.preview_pages.project import ModuleShown, ProjectShown, ResponseShown
from antiphon.cli.terminal.cannot_run import CannotRun
from tests.cli.preview.projects import of_one_text

ONE = of_one_text("a")
PLAIN = ONE.responses[0]


def _project(*responses: ResponseShown) -> ProjectShown:
    module = ModuleShown(name="m", file="m.py", responses=responses)
    return ONE.model_copy(update={"modules": (module,), "not_run": (), "stopped": (), "changes": None})


def _response(key: str, text: str) -> ResponseShown:
    wire = PLAIN.wire
    assert wire is not None
    return PLAIN.model_copy(update={"key": key, "name": key, "wire": wire.model_copy(update={"text": text})})


BEFORE = _project(_response("kept", "a\nb"), _response("gone", "a"))


def test_what_came_went_and_changed() -> None:
    """Each kind with its lines; what is as it was is not told."""
    now = _project(_response("kept", "a\nc"), _response("new", "d"))

    found = changes(BEFORE, now, "then").responses

    assert [("changed", "kept"), ("added", "new"), ("removed", "gone")] == [(one.kind, one.key) for one in found]
    assert [("removed", "b"), ("added", "c")] == [(o.kind, o.text) for o in found[0].lines if o.kind != "same"]
    assert {"added"} == {line.kind for line in found[1].lines}
    assert {"removed"} == {line.kind for line in found[2].lines}


def test_nothing_changed() -> None:
    """A project is as it was."""
    assert () == changes(BEFORE, BEFORE, "then").responses


@pytest.mark.parametrize(
    "part", [{"stopped": ("m",)}, {"not_run": (NotRunDocument(what="a", where="b", help="c"),)}], ids=str
)
def test_what_could_not_be_read_is_not_called_removed(part: dict[str, object]) -> None:
    """A syntax error does not make the page say that every response of the module went away."""
    now = _project(_response("kept", "a\nb")).model_copy(update=part)

    assert () == changes(BEFORE, now, "then").responses


def test_a_signature_is_compared() -> None:
    """A new parameter is a change although the sample that is sent is the same."""
    other = _response("kept", "a\nb").model_copy(update={"signature": "kept(more)"})

    (change,) = changes(_project(_response("kept", "a\nb")), _project(other), "then").responses
    assert [("removed", "a"), ("added", "kept(more)")] == [(o.kind, o.text) for o in change.lines if o.kind != "same"]


def test_the_last_run_is_kept(tmp_path: Path) -> None:
    """In a folder that git and backups leave alone; one of another version is none."""
    file = last_run.place(tmp_path, "shop, a/b c")
    assert last_run.remembered(file) is None

    last_run.remember(file, BEFORE)

    kept = last_run.remembered(file)
    assert kept is not None
    assert kept[0] == BEFORE
    assert kept[1].startswith("the last run, 20")
    assert ".antiphon_cache" == file.parent.parent.name
    assert "*\n" in (tmp_path / ".antiphon_cache" / ".gitignore").read_text()
    assert (
        (tmp_path / ".antiphon_cache" / "CACHEDIR.TAG")
        .read_text()
        .startswith("Signature: 8a477f597d28d172789f06886806bc55")
    )
    file.write_text('{"version": 0}')
    assert last_run.remembered(file) is None
    assert [file] == list(file.parent.iterdir())


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    """Nothing is kept, and nothing is raised."""
    (tmp_path / ".antiphon_cache").write_text("a file")

    last_run.remember(last_run.place(tmp_path, "shop"), BEFORE)

    assert last_run.remembered(last_run.place(tmp_path, "shop")) is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (None, "cannot be read: No such file"),
        ("{}", "is not a description of a project: title: "),
        ("x", "is not a description"),
    ],
)
def test_a_file_to_compare_with(tmp_path: Path, text: str | None, what: str) -> None:
    """A document that is not a description is refused, with what would be one."""
    file = tmp_path / "project.json"
    if text is not None:
        file.write_text(text)

    with pytest.raises(CannotRun, match=what) as caught:
        last_run.given(file)
    assert f"--against {file}" == caught.value.where

    file.write_text(BEFORE.model_dump_json())
    assert (BEFORE, str(file)) == last_run.given(file)
