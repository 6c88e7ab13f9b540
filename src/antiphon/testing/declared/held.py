"""Hold a response to what its operation declares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from antiphon.diagnostics.declaration_faults import OTHER_CONTENT, OTHER_COOKIE, OTHER_FIELD, UNDECLARED
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.refusal import Refusal
from antiphon.spec import ResponseSpec
from antiphon.testing.declared.difference import Difference, Part
from antiphon.testing.declared.differences import admits, differences
from antiphon.testing.declared.operation import Operation
from antiphon.testing.declared.seen import Seen

#: Of no operation's own: the answers to conditions, the router's to a method, the server's to an error.
_OF_NOBODY: Final = frozenset({304, 405, 412, 500})
_FAULTS: Final[dict[Part, Refusal]] = {
    "status": UNDECLARED,
    "field": OTHER_FIELD,
    "cookie": OTHER_COOKIE,
    "content": OTHER_CONTENT,
}


def held(operation: Operation | None, sender: ResponseSpec | None, seen: Seen) -> Iterator[Diagnostic]:
    """The findings about a response beside those that its operation declares, and beside the one that it is."""
    if operation is not None and operation.is_closed and not _is_declared(operation, sender, seen.status):
        declared = " and ".join(dict.fromkeys(spec.family or str(spec.status) for _, spec in operation.declared))
        what = f"the response {seen.status} is sent, and the operation declares {declared}"
        yield UNDECLARED.found(what, path="status")
        return
    found = _nearest(operation, sender, seen)
    for name, one in found:
        yield _FAULTS[one.part].found(f"{name}: {one}", path=one.where)


def _is_declared(operation: Operation, sender: ResponseSpec | None, status: int) -> bool:
    if status in _OF_NOBODY or operation.others & {str(status), f"{status // 100}XX", "DEFAULT"}:
        return True
    specs = [spec for _, spec in operation.declared]
    return sender in specs if sender is not None else any(admits(spec, status) for spec in specs)


def _nearest(operation: Operation | None, sender: ResponseSpec | None, seen: Seen) -> list[tuple[str, Difference]]:
    """The differences to the response that it is; where that is not known, to the declared one that is most like it."""
    if sender is not None:
        return [("the response", one) for one in differences(sender, seen)]
    if operation is None or str(seen.status) in operation.others or seen.status in _OF_NOBODY:
        return []
    found = [
        [(name, one) for one in differences(spec, seen)]
        for name, spec in operation.declared
        if admits(spec, seen.status)
    ]
    return min(found, key=len, default=[])
