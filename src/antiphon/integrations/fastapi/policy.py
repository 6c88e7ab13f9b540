"""Decide about a response that its operation does not declare, and about lines that two have set."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from starlette.responses import Response

if TYPE_CHECKING:
    from antiphon.integrations.fastapi.contract import Contract

_LOG = logging.getLogger("antiphon")

#: Whether what contradicts the declarations is an error, or is sent and logged once.
Strictness: TypeAlias = Literal["refuse", "log"]


class UndeclaredError(Exception):
    """A handler answered with a response that its operation does not declare, or two set the same line.

    `handler` is the handler's name.
    """

    def __init__(self, handler: str, what: str) -> None:
        super().__init__(f"{handler} {what}")
        self.handler = handler


class Policy:
    """One application's choice. Without one of its own it refuses in debug mode, and logs otherwise."""

    def __init__(self, app: Any, strictness: Strictness | None = None) -> None:
        self._app = app
        self.strictness: Strictness | None = strictness

    def refuses(self) -> bool:
        """Whether a contradiction is an error."""
        return self.strictness == "refuse" if self.strictness else bool(getattr(self._app, "debug", False))

    def undeclared(self, contract: Contract, response: Any, how: str) -> None:
        """Report a response that the operation does not declare. Raises UndeclaredError where that is refused."""
        name = type(response).__name__
        status = f" {response.status_code}" if isinstance(response, Response) else ""
        self._report(contract, (how, name), f"{how} {name}{status}, which it does not declare")

    def conflict(self, contract: Contract, whats: tuple[str, ...]) -> None:
        """Report lines that were not merged. Raises UndeclaredError where that is refused."""
        self._report(contract, whats, f"and a dependency disagree: {'; '.join(whats)}; the response's own is sent")

    def _report(self, contract: Contract, once: object, what: str) -> None:
        if self.refuses():
            raise UndeclaredError(contract.place, what)
        if once not in contract.reported:
            contract.reported.add(once)
            _LOG.warning("%s %s", contract.place, what)


#: Of a handler whose application is not known.
_WITHOUT_APPLICATION = Policy(None)


def policy_of(contract: Contract) -> Policy:
    """The policy that a contract is under."""
    found: Policy | None = contract.policy
    return found or _WITHOUT_APPLICATION
