"""An endpoint of django-modern-rest that says what was meant, and sends what it says itself."""

from __future__ import annotations

from typing import Final

USER: Final = "def get(self) -> User:\n    return User(id=1)"


def endpoint(sends: str, *, status: str = "OK", content: str = "User", spec: str = "") -> str:
    """One that is declared by `validate`, and gives the arguments `sends` to `to_response`."""
    declared = f"ResponseSpec({content}, status_code=HTTPStatus.{status}{', ' if spec else ''}{spec})"
    return f"@validate({declared})\ndef get(self) -> HttpResponse:\n    return self.to_response({sends})"


def modified(arguments: str, body: str = USER) -> str:
    """One whose fields, cookies or status are given to `modify`."""
    return f"@modify({arguments})\n{body}"


def returned(expression: str, declared: str = "User") -> str:
    """One that returns something, under an annotation."""
    return f"def get(self) -> {declared}:\n    return {expression}"
