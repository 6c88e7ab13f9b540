"""The operations of an application, for `antiphon check`: what each declares, before there is a request."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from antiphon.compiler.operations import Operation
from antiphon.integrations.fastapi.contract import Contract, every
from antiphon.integrations.fastapi.policy import Policy, is_declared_as
from antiphon.reply.operation import Source, name_of_source, spec_of

#: A contract of a route that was read, and the policy that it is under.
Read: TypeAlias = tuple[Contract | None, Policy | None]


def operations_of(read_all: Callable[[list[Read]], None]) -> tuple[Operation, ...]:
    """The operations of an application whose undeclared responses are not merely to be logged. SpecError."""
    read: list[Read] = []
    read_all(read)
    return tuple(
        _operation(contract, policy)
        for contract, policy in read
        if contract is not None and policy is not None and policy.strictness != "log"
    )


def _operation(contract: Contract, policy: Policy) -> Operation:
    reading = contract.reading
    nodes = [*every(contract.tree)] if contract.tree else []
    alone = reading.has_responses and not (reading.has_model or reading.others)
    return Operation(
        handler=contract.endpoint,
        dependencies=tuple(node.call for node in nodes[1:] if node.call is not None),
        # Asked when every application was read: one may be around another.
        declares=lambda made: bool(reading.others) or any(_makes(made, one) for one in policy.sources(contract)),
        declared=lambda: ", ".join(map(name_of_source, policy.sources(contract))) or "none",
        returns=reading.has_responses,
        statuses=frozenset(spec_of(source).status for source in reading.sources) if alone else frozenset(),
        injected=tuple(
            (contract.endpoint if node is contract.tree else node.call, node.response_param_name)
            for node in nodes
            if node.call is not None and node.response_param_name is not None
        ),
    )


def _makes(made: Any, source: Source) -> bool:
    """Whether what is called makes what is declared: the same response, or a class of the declared one."""
    return made is source or is_declared_as(made, source) or spec_of(made) == spec_of(source)
