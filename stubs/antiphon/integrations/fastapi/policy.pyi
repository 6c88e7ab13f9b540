# Written by `nox -s generate` from src; do not edit.
"""Decide about a response that its operation does not declare, and about lines that two have set."""

from typing import Any, Literal, TypeAlias, Union

from antiphon.integrations.fastapi.contract import Contract
from antiphon.reply.operation import Source

Strictness: TypeAlias = Union[Literal["refuse"], Literal["log"]]
Own: TypeAlias = Union[Literal["http"], Literal["validation"], Literal["server"]]

class UndeclaredError(Exception):
    """A handler answered with a response that its operation does not declare, or two set the same line.

    `handler` is the handler's name, file and line.
    """

    handler: str

    def __init__(self, handler: str, what: str) -> None: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

class Policy:
    """One application's choice, and what is around its operations.

    Without a choice it refuses in debug mode, and logs otherwise.
    """

    app: Any
    strictness: Strictness | None
    around: dict[Contract, tuple[Source, ...]]
    problems: frozenset[Own]

    def __init__(self, app: Any, strictness: Strictness | None = None) -> None: ...
    def sources(self, contract: Contract) -> tuple[Source, ...]:
        """Whatever an operation declares, each once: returned first, then raised."""

    def declares(self, contract: Contract, response: object) -> bool:
        """Whether a response is one of those that are declared. Of classes without a declaration it knows the class."""

    def undeclared(self, contract: Contract, response: Any, how: str) -> None:
        """Report a response that the operation does not declare. Raises UndeclaredError where that is refused."""

    def conflict(self, contract: Contract, whats: tuple[str, ...]) -> None:
        """Report lines that were not merged. Raises UndeclaredError where that is refused."""

def is_declared_as(made: Any, source: Source) -> bool:
    """Whether that is a class of a declared class, and has not another status."""

def policy_of(app: Any) -> Policy:
    """The policy of an application."""

def give_policy(app: Any, strictness: Strictness | None = None) -> Policy:
    """The policy of an application, which has one from now on; a choice replaces the former."""
