from __future__ import annotations

from antiphon import ContentRange, PartialContent


class Part(PartialContent[list[int]]): ...


def endpoint() -> Part:
    return Part([1], content_range=ContentRange(0, 1, 2))
