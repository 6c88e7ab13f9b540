"""Generated files are in step with the sources."""

from __future__ import annotations

import runpy

import pytest

from tests.support.paths import ROOT

GENERATORS = ROOT / "tools" / "generate"


def test_nothing_has_drifted(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Stubs, schemas, rule pages, the front door and the builder's steps are what the generators write."""
    monkeypatch.syspath_prepend(str(GENERATORS))

    code = runpy.run_path(str(GENERATORS / "all.py"))["main"](["--check"])

    assert code == 0, capsys.readouterr().out


def test_a_value_without_a_type_makes_no_stub(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stub that would lie is refused, with the line that has to be mended."""
    monkeypatch.syspath_prepend(str(GENERATORS))
    strip = runpy.run_path(str(GENERATORS / "strip.py"))
    source = "class Reading:\n    def __init__(self) -> None:\n        self.found = search()\n\nTABLE = make()\n"

    with pytest.raises(strip["LyingStubError"]) as caught:
        strip["strip"](source, "reading.py")

    assert str(caught.value).splitlines() == [
        "reading.py:3: Reading.found is public and has no written type",
        "reading.py:5: TABLE is public and has no written type",
    ]


def test_every_mutant_of_the_stubs_still_spoils_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """The session that shows which gate sees them takes minutes, and would else find out in months."""
    monkeypatch.syspath_prepend(str(GENERATORS))
    stubs = ROOT / "stubs" / "antiphon"

    for mutant in runpy.run_path(str(ROOT / "tools" / "stub_mutants.py"))["MUTANTS"]:
        text = (stubs / mutant.file).read_text()
        assert mutant.applied(text) != text


STRIPPED = {
    "bodies are left out, docstrings and defaults stay": (
        'def f(a: int = 1) -> int:\n    """Doubles."""\n    return a * 2\n',
        'def f(a: int=1) -> int:\n    """Doubles."""',
    ),
    "a private name stays where something public refers to it": (
        "_MISSING: int = 0\n_UNUSED: int = 0\n\ndef f(a: int = _MISSING) -> None:\n    pass\n",
        "_MISSING: int\n\ndef f(a: int=_MISSING) -> None:\n    ...",
    ),
    "what __init__ alone annotates is declared in the class": (
        "class A:\n    def __init__(self, x: int) -> None:\n        self.x = x\n        self.y: str = ''\n",
        "class A:\n    x: int\n    y: str\n\n    def __init__(self, x: int) -> None:\n        ...",
    ),
    "type checkers' branch is taken": (
        "if TYPE_CHECKING:\n    from a import B\nelse:\n    B = None\n\nx: B = B()\n",
        "from a import B\nx: B",
    ),
    "of an overloaded function only the overloads stay": (
        "@overload\ndef f(a: int): ...\n@overload\ndef f(a: str): ...\ndef f(a: int | str): ...\n",
        "@overload\ndef f(a: int):\n    ...\n\n@overload\ndef f(a: str):\n    ...",
    ),
    "what a type in text names is imported": (
        "from a import B, C, D\nT = TypeVar('T', bound='B | C[Any]')\n",
        "from a import B, C\nT = TypeVar('T', bound='B | C[Any]')",
    ),
    "a rule is a value": (
        '@rule(code="CK052")\ndef slug(spec: int) -> int:\n    """Page."""\n    return 1\n',
        "from antiphon.rules.rule import Rule\nslug: Rule\n'Page.'",
    ),
    "a comment that silences a checker stays": (
        "def f() -> int:  # type: ignore[override]\n    return 1\n",
        "def f() -> int: # type: ignore[override]\n    ...",
    ),
}


@pytest.mark.parametrize(("source", "stub"), STRIPPED.values(), ids=list(STRIPPED))
def test_what_a_stub_keeps(source: str, stub: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stub is the source without what nobody outside can use."""
    monkeypatch.syspath_prepend(str(GENERATORS))
    strip = runpy.run_path(str(GENERATORS / "strip.py"))

    assert strip["NOTE"] + stub == strip["strip"](source, "module.py")
