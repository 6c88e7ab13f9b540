"""`.body(spec)`: a body of any kind, and a new kind that is one file."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from antiphon import SpecError, respond
from antiphon.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from antiphon.spec.bodies import BytesBody, HTMLBody, JSONBody, ProblemBody, TextBody
from antiphon.spec.type_name import TypeName
from tests.support.paths import ROOT
from tests.support.patience import PATIENCE

step: Any = respond  # a caller without a type checker


@pytest.mark.parametrize(
    ("by_kind", "by_step", "content", "response"),
    [
        (respond(200).body(TextBody(), str), respond(200).text(), "a", PlainTextResponse),
        (respond(200).body(HTMLBody(), str), respond(200).html(), "<p>", HTMLResponse),
        (respond(200).body(BytesBody(media_type="image/png"), bytes), respond(200).bytes("image/png"), b"a", Response),
        (respond(200).body(JSONBody(model=TypeName.of(int)), int), respond(200).json(int), 7, JSONResponse),
        (respond(200).body(TextBody(content="a")), respond(200).text("a"), None, PlainTextResponse),
        (respond(404).body(ProblemBody(title="x")), respond(404).problem(title="x"), None, JSONResponse),
    ],
)
def test_a_kind_that_has_a_step(by_kind: Any, by_step: Any, content: object, response: type) -> None:
    """It makes the same spec and the same response as the step."""
    given = () if content is None else (content,)
    one, other = by_kind.compile()(*given), by_step.compile()(*given)

    assert by_step.spec() == by_kind.spec()
    assert (other.raw_headers, other.body) == (one.raw_headers, one.body)
    assert isinstance(one, response)


@pytest.mark.parametrize(
    ("faulty", "what", "help"),
    [
        (lambda: step(200).body("text"), "str is not a body of antiphon.spec.bodies", "TextBody("),
        (lambda: step(200).body(TextBody), "TextBody is not a body", "TextBody("),
        (
            lambda: step(200).body(TextBody()),
            "the content of this TextBody is given with each call",
            "TextBody(...), str",
        ),
        (lambda: step(200).body(TextBody(content="a"), str), "this TextBody is given no content by a call", "leave"),
        (lambda: step(405).body(7), "int is not a body", "TextBody("),
        (lambda: step(200).text().body(TextBody(content="a")), "the response has a body already", "one body step"),
    ],
)
def test_a_body_that_is_refused(faulty: Callable[[], object], what: str, help: str) -> None:
    """The error says what is wrong, gives help, and names the user's own line."""
    with pytest.raises(SpecError) as refused:
        faulty()

    [found] = refused.value.diagnostics
    assert what in found.message
    assert help in found.help
    assert found.position is not None
    assert __file__ == found.position.file


def test_a_draft_that_lacks_a_field() -> None:
    """The step is there in every state that may carry content, and keeps the state."""
    draft = respond(401).body(TextBody(), str)

    assert "DraftMissingWWWAuthenticate" == type(draft).__name__
    assert b"denied" == draft.www_authenticate('Basic realm="a"').compile()("denied").body


GENERATE = """
import sys
sys.path.insert(0, "tools/generate")
import all, bodies
[all.write(*one) for one in bodies.generated().items()]
"""

PROGRAM = """
import json
from antiphon import ResponseSpec, respond
from antiphon.spec.bodies import CSVBody

made = respond(200).body(CSVBody(), list[list[int]]).compile()
response = made([[1, 2]])
spec = ResponseSpec.model_validate_json(made.spec.model_dump_json())
schema = json.dumps(ResponseSpec.model_json_schema())
print(json.dumps([response.body.decode(), dict(response.headers), spec == made.spec, "csv" in schema]))
"""


def test_a_new_kind_is_one_file(tmp_path: Path) -> None:
    """The file of docs/how-to/add-a-body-kind.md and the generator are all: a step, the spec's JSON and its schema."""
    [source] = re.findall(r"```python\n(.*?)```", (ROOT / "docs/how-to/add-a-body-kind.md").read_text(), re.DOTALL)[:1]
    for name in ("src", "tools", "pyproject.toml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    (tmp_path / "src/antiphon/spec/bodies/csv.py").write_text(f'"""Tables."""\n\n{source}')

    for program in (GENERATE, PROGRAM):
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=tmp_path,
            env={"PYTHONPATH": str(tmp_path / "src")},
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        assert (0, "") == (done.returncode, done.stderr)

    body, headers, same, described = json.loads(done.stdout)
    assert ("1,2\r\n", True, True) == (body, same, described)
    assert {"content-type": "text/csv; charset=utf-8", "content-length": "5"} == headers
