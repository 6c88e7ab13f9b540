"""Decide about a response that its operation does not declare, and about lines that two have set."""

from __future__ import annotations

import logging
from typing import Any, Literal, TypeAlias, Union

from starlette.responses import Response

from antiphon.diagnostics.pages import error_url, page_note
from antiphon.integrations.fastapi.contract import Contract
from antiphon.reply.operation import Source, spec_of

_LOG = logging.getLogger("antiphon")

#: Whether what contradicts the declarations is an error, or is sent and logged once.
Strictness: TypeAlias = Union[Literal["refuse"], Literal["log"]]
#: Errors that become problems: HTTPException, with 404 and 405 of the router; requests that are not valid; a 500.
Own: TypeAlias = Union[Literal["http"], Literal["validation"], Literal["server"]]

#: The attribute of an application that has its policy.
_POLICY = "antiphon_policy"


class UndeclaredError(Exception):
    """A handler answered with a response that its operation does not declare, or two set the same line.

    `handler` is the handler's name, file and line.
    """

    def __init__(self, handler: str, what: str) -> None:
        super().__init__(f"{handler} {what}")
        self.add_note(page_note(error_url("UndeclaredError")))
        self.handler = handler
        self._what = what

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.handler, self._what)


class Policy:
    """One application's choice, and what is around its operations.

    Without a choice it refuses in debug mode, and logs otherwise.
    """

    def __init__(self, app: Any, strictness: Strictness | None = None) -> None:
        self.app = app
        self.strictness: Strictness | None = strictness
        self.around: dict[Contract, tuple[Source, ...]] = {}
        """The replies that the routers and the application around an operation raise."""
        self.problems: frozenset[Own] = frozenset()
        """The errors of FastAPI's own that are sent as problems."""
        self._declared: set[tuple[Contract, type, int | None]] = set()
        self._reported: set[object] = set()

    def sources(self, contract: Contract) -> tuple[Source, ...]:
        """Whatever an operation declares, each once: returned first, then raised."""
        return tuple(dict.fromkeys([*contract.sources(), *self.around.get(contract, ())]))

    def declares(self, contract: Contract, response: object) -> bool:
        """Whether a response is one of those that are declared. Of classes without a declaration it knows the class."""
        kind = type(response)
        made = contract, kind, getattr(response, "status_code", None)
        if made in self._declared:
            return True
        sources = self.sources(contract)
        statuses = {spec_of(source).status for source in sources if not isinstance(source, type)}
        known = issubclass(kind, contract.reading.others) or any(is_declared_as(kind, source) for source in sources)
        if not known and made[2] not in statuses:
            return False
        self._declared.add(made)
        return True

    def undeclared(self, contract: Contract, response: Any, how: str) -> None:
        """Report a response that the operation does not declare. Raises UndeclaredError where that is refused."""
        name = type(response).__name__
        status = f" {response.status_code}" if isinstance(response, Response) else ""
        self._report(contract, (how, name), f"{how} {name}{status}, which it does not declare")

    def conflict(self, contract: Contract, whats: tuple[str, ...]) -> None:
        """Report lines that were not merged. Raises UndeclaredError where that is refused."""
        self._report(contract, whats, f"and a dependency disagree: {'; '.join(whats)}; the response's own is sent")

    def _report(self, contract: Contract, once: object, what: str) -> None:
        refuses = self.strictness == "refuse" if self.strictness else getattr(self.app, "debug", False)
        if refuses:
            raise UndeclaredError(contract.place, what)
        if (contract, once) not in self._reported:
            self._reported.add((contract, once))
            _LOG.warning("%s %s", contract.place, what)


def is_declared_as(made: Any, source: Source) -> bool:
    """Whether that is a class of a declared class, and has not another status."""
    if not (isinstance(source, type) and isinstance(made, type) and issubclass(made, source)):
        return False
    kind: Any = made
    return bool(kind.spec.status == spec_of(source).status)


#: Of a request whose application has none.
_OF_OTHERS = Policy(None)


def policy_of(app: Any) -> Policy:
    """The policy of an application."""
    found: Policy = getattr(app, _POLICY, _OF_OTHERS)
    return found


def give_policy(app: Any, strictness: Strictness | None = None) -> Policy:
    """The policy of an application, which has one from now on; a choice replaces the former."""
    policy: Policy | None = getattr(app, _POLICY, None)
    if policy is None:
        policy = Policy(app, strictness)
        setattr(app, _POLICY, policy)
    policy.strictness = strictness or policy.strictness
    return policy
