"""The clients of tests through which applications are asked: each file here is one, with `MODULES` and an `open_door`.

A door is opened when its module is imported: at once where it has been, and otherwise when a test asks for it. It
loads the judge that it needs then, and not before.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from antiphon.errors import PluginError
from antiphon.pytest_plugin.importlib_bootstrap import ThenLoader

if TYPE_CHECKING:
    from antiphon.diagnostics.call_site import Position
    from antiphon.diagnostics.diagnostic import Diagnostic
    from antiphon.testing.judged_response import JudgedResponse
    from antiphon.testing.strict_asgi import StrictASGI
    from antiphon.testing.strict_wsgi import StrictWSGI, Unsettled

    Strict = TypeVar("Strict", bound=StrictASGI | StrictWSGI)


class Record:
    """The place for responses that have findings, and for those that their client has not read or closed yet."""

    def __init__(self) -> None:
        self._count = 0
        self._judged: list[JudgedResponse] = []
        self._open: list[Unsettled] = []
        self._broken: PluginError | None = None

    def __call__(self, response: JudgedResponse) -> None:
        """Take a response that has findings."""
        if response.broken is not None:
            self._broken = response.broken
        self._judged.append(response)

    def around(self, strict: type[Strict], app: Any) -> Strict:
        """The application with the judge around it, whose findings come here."""
        made = strict(app, on_finding=self)
        made.judging.count = self.count
        return made

    def count(self) -> None:
        """One more response is judged."""
        self._count += 1

    def counted(self) -> int:
        """The responses that were judged since the last call."""
        count, self._count = self._count, 0
        return count

    def judge(
        self,
        status: int,
        lines: Iterable[tuple[bytes, bytes]],
        content: bytes | None,
        method: str,
        path: str,
        *,
        place: Position | None = None,
        also: Iterable[Diagnostic] = (),
    ) -> None:
        """Judge a response that a client got, and take it where it has findings; `also` are some that are known."""
        from antiphon.testing.judged_response import JudgedResponse
        from antiphon.testing.judging import judged

        self.count()
        try:
            found, broken = (*also, *judged(status, lines, content, method, "default")), None
        except PluginError as error:
            found, broken = tuple(also), error
        if found or broken:
            self(JudgedResponse(method, path, status, found, place, broken))

    def begun(self, exchange: Unsettled) -> None:
        """Keep an exchange until `taken`, since nobody may end it."""
        self._open.append(exchange)

    def taken(self) -> list[JudgedResponse]:
        """The responses since the last call. What is open is judged as it is."""
        pending, self._open = self._open, []
        for exchange in pending:
            exchange.settle()
        found, self._judged = self._judged, []
        return found

    def broken(self) -> PluginError | None:
        """The error of a plug-in since the last call, because of which not all was judged."""
        error, self._broken = self._broken, None
        return error


#: Takes a door away again.
Close: TypeAlias = Callable[[], None]


class Doors(MetaPathFinder):
    """Every door, opened as its module comes; `close` puts everything back."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._waiting: dict[str, list[Any]] = {}
        self._opened: list[Close] = []
        for module in pkgutil.iter_modules(__path__):
            door = importlib.import_module(f"{__name__}.{module.name}")
            for name in door.MODULES:
                self._waiting.setdefault(name, []).append(door)
        for name in sys.modules.keys() & self._waiting.keys():
            self.open(sys.modules[name])
        sys.meta_path.insert(0, self)

    def open(self, module: ModuleType) -> None:
        """The doors of a module that has been imported."""
        for door in self._waiting.pop(module.__name__, ()):
            self._opened.append(door.open_door(module, self._record))

    def close(self) -> None:
        """Put everything back, the last first."""
        sys.meta_path.remove(self)
        close_all(self._opened)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The spec that others find for a module that is waited for, with a loader that opens its doors."""
        if fullname not in self._waiting:
            return None
        sys.meta_path.remove(self)
        try:
            spec = find_spec(fullname)
        finally:
            sys.meta_path.insert(0, self)
        if spec is not None and spec.loader is not None:
            spec.loader = ThenLoader(spec.loader, self.open)
        return spec


def close_all(opened: list[Close]) -> None:
    """Close them, the last first."""
    while opened:
        opened.pop()()


def replace(owner: object, name: str, make: Callable[[Callable[..., object]], Callable[..., object]]) -> Close:
    """Put a function that is made of the present one in its place; the result puts the present one back."""
    present = getattr(owner, name)
    setattr(owner, name, make(present))
    return lambda: setattr(owner, name, present)


def strictly(strict: type[StrictASGI | StrictWSGI], handle: Callable[..., Any], record: Record) -> Callable[..., Any]:
    """A transport's method that puts the judge around the transport's application first, once."""

    @functools.wraps(handle)
    def judged(self: Any, *args: Any, **kwargs: Any) -> Any:
        if not isinstance(self.app, strict):
            self.app = record.around(strict, self.app)
        return handle(self, *args, **kwargs)

    return judged
