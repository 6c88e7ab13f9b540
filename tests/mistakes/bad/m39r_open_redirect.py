from __future__ import annotations

from antiphon import Redirect


class Back(Redirect): ...


def endpoint(target: str = "//evil.example/") -> Back:
    return Back(location=target)  # E: a user's text leads anywhere
