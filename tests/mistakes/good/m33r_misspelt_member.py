from __future__ import annotations

from typing import TypedDict

from antiphon import Reply


class Row(TypedDict):
    name: str


class Shown(Reply[Row]): ...


def endpoint() -> Shown:
    return Shown({"name": "Ada"})
