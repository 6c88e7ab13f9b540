from __future__ import annotations

from typing import TypedDict

from antiphon import respond


class Row(TypedDict):
    name: str


shown = respond(200).json(Row).compile()


def endpoint() -> object:
    return shown({"name": "Ada"})
