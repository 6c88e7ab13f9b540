from __future__ import annotations

from antiphon import Bodiless


class Deleted(Bodiless): ...


def endpoint() -> Deleted:
    return Deleted()
