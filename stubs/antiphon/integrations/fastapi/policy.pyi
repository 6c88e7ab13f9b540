# Written by `nox -s generate` from src; do not edit.
"""Decide about a response that its operation does not declare, and about lines that two have set."""

from typing import Any, Literal, TypeAlias

from antiphon.integrations.fastapi.contract import Contract

Strictness: TypeAlias = Literal["refuse", "log"]

class UndeclaredError(Exception):
    """A handler answered with a response that its operation does not declare, or two set the same line.

    `handler` is the handler's name.
    """

    handler: str

    def __init__(self, handler: str, what: str) -> None: ...

class Policy:
    """One application's choice. Without one of its own it refuses in debug mode, and logs otherwise."""

    strictness: Strictness | None

    def __init__(self, app: Any, strictness: Strictness | None = None) -> None: ...
    def refuses(self) -> bool:
        """Whether a contradiction is an error."""

    def undeclared(self, contract: Contract, response: Any, how: str) -> None:
        """Report a response that the operation does not declare. Raises UndeclaredError where that is refused."""

    def conflict(self, contract: Contract, whats: tuple[str, ...]) -> None:
        """Report lines that were not merged. Raises UndeclaredError where that is refused."""

def policy_of(contract: Contract) -> Policy:
    """The policy that a contract is under."""
