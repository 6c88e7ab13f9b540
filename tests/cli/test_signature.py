"""How `antiphon show` writes a signature."""

from __future__ import annotations

from antiphon.cli.showing.signature import signature


def test_a_default_is_shown_as_it_is() -> None:
    """Its spaces are its own; those around the equals sign follow the annotation alone (PEP 8)."""

    def respond(content: int, *, title: str = "a b = c", note: str = "d  e") -> None:
        raise NotImplementedError

    for name in ("content", "title"):
        del respond.__annotations__[name]
    respond.__annotations__["return"] = None

    assert "respond(content, *, title='a b = c', note: str = 'd  e') -> None" == signature("respond", respond)
