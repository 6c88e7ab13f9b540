"""Everything that the targets declare, judged."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

from antiphon.cli.collecting.application import is_application
from antiphon.cli.collecting.assignments import assignments
from antiphon.cli.collecting.bound import called_as_methods
from antiphon.cli.collecting.dropped_responses import dropped_responses
from antiphon.cli.collecting.excluded import Excluded
from antiphon.cli.collecting.failure import failure
from antiphon.cli.collecting.home import at_home
from antiphon.cli.collecting.importing import Imports
from antiphon.cli.collecting.judged import Judgement, as_declared, is_declaration, made_by, of_door, of_value
from antiphon.cli.collecting.operations_read import undeclared_responses
from antiphon.cli.collecting.own_code import is_own
from antiphon.cli.collecting.refused_calls import refused_calls
from antiphon.cli.collecting.source import Source, source_of, source_of_file
from antiphon.cli.collecting.target import Target, target
from antiphon.cli.collecting.yields_after_close import yields_after_close
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.cli.terminal.progress import Progress
from antiphon.compiler.judged import Collected, Judged, collecting
from antiphon.compiler.operations import Operation
from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.close_to import close_to
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.errors import SpecError


@dataclasses.dataclass(frozen=True)
class Collection:
    """The responses that the targets declare, the errors raised on the way, and the targets that could not be reached.

    `stopped` are the modules that raised; the rest of each was not judged. `files` are the project's own files that
    were imported, also those that raised. `whole` says that each target was a module, a folder or an application, and
    none a single response.
    """

    home: Path
    judgements: tuple[Judgement, ...]
    failures: tuple[Diagnostic, ...]
    stopped: tuple[str, ...]
    not_run: tuple[CannotRun, ...]
    files: frozenset[str] = frozenset()
    whole: bool = True


def collect(
    texts: Sequence[str],
    *,
    step: Callable[[str, str], None] = lambda _text, _module: None,
    excluded: Excluded | None = None,
    given_up: Mapping[str, CannotRun] = MappingProxyType({}),
) -> Collection:
    """Import what each TARGET names and judge what is declared there. Raises CannotRun where no folder is current.

    PluginError for an installed plug-in that is broken.

    `step` is told what is being done, and which module is imported for it.
    """
    found: list[Judgement] = []
    loaded = set(sys.modules)
    with at_home() as home, Progress(sys.stderr) as progress, collecting() as judged:

        def tell(text: str, module: str = "") -> None:
            progress.step(text)
            step(text, module)

        imports = Imports(tell, excluded or Excluded(), given_up)
        not_run = imports.not_run
        wholes = 0
        for text in texts:
            try:
                parsed = target(text)
                if parsed.attribute and not _names_application(parsed, imports):
                    found += _attribute(parsed, imports, judged)
                    continue
                wholes += 1
                if not parsed.attribute:
                    _import(parsed, imports)
            except CannotRun as error:
                not_run.append(error)
        if wholes:
            tell("judging")
            found += [of_door(one) for one in judged if one.call_site is None or _is_own(one, imports)]
            modules = {name: module for name, module in sys.modules.items() if name not in loaded}
            for module in (modules | imports.modules).values():
                if is_own(str(_names_of(module).get("__file__") or "<"), imports.files):
                    found += _left(module, found, imports)
                    imports.failures += called_as_methods(module, _names_of(module))
                    source = source_of(module)
                    if source is not None:
                        imports.failures += yields_after_close(source)
                        imports.failures += refused_calls(source, _names_of(module))
                        imports.failures += dropped_responses(source, _names_of(module))
            imports.failures += _of_applications(judged, imports)
        dropped = [one for where, one in judged.findings if is_own(where.code.co_filename, imports.files)]
        failures = tuple(dict.fromkeys([*imports.failures, *dropped]))
        files = {file for name in set(sys.modules) - loaded if is_own(file := _file_of(name))} | imports.files
    judgements = tuple(_distinct(found))
    whole = wholes == len(texts)
    return Collection(home, judgements, failures, tuple(imports.stopped), tuple(not_run), frozenset(files), whole=whole)


def _of_applications(judged: Collected, imports: Imports) -> Iterator[Diagnostic]:
    """The findings about the operations of the project's applications, each once."""
    sources: dict[str, Source | None] = {}

    def source_in(file: str) -> Source | None:
        if file not in sources:
            sources[file] = source_of_file(file) if is_own(file, imports.files) else None
        return sources[file]

    found: list[Operation] = []
    for operations in judged.applications:
        try:
            found += operations()
        except SpecError as error:
            yield from (one for one in error.diagnostics if one.position and is_own(one.position.file, imports.files))
    for operation in found:
        yield from undeclared_responses(operation, source_in)


def _import(parsed: Target, imports: Imports) -> None:
    if parsed.path is not None:
        imports.path(parsed.path)
        return
    imports.package(parsed.module)


def looked_up(parsed: Target, imports: Imports) -> Any:
    """The value that `module:attribute` names; None where its module raised. Raises CannotRun where there is none."""
    module = _module(parsed, imports)
    value: Any = module
    if module is None:
        return None
    for name in parsed.attribute.split("."):
        known: list[str] = []
        try:
            known = [word for word in dir(value) if not word.startswith("_")]
            value = getattr(value, name)
        except AttributeError:
            what = f"there is no {parsed.attribute} in {module.__name__}"
            names = f"there is {', '.join(known[:8])}{', ...' if len(known) > 8 else ''}"
            advice = close_to(name, known) or (names if known else "name what the module declares")
            raise CannotRun(what, where=f"TARGET {parsed.text}", help=advice) from None
        except Exception as error:  # noqa: BLE001 - a lazy object of the user's may raise whatever it likes
            what = f"{parsed.text} cannot be looked up: {type(error).__name__}"
            advice = "name a compiled response, a draft, a ResponseSpec or a CookieSpec"
            raise CannotRun(what, where=f"TARGET {parsed.text}", help=advice) from None
    return value


def _module(parsed: Target, imports: Imports) -> ModuleType | None:
    return imports.module(parsed.module) if parsed.path is None else imports.file(parsed.path)


def _names_application(parsed: Target, imports: Imports) -> bool:
    """Whether `module:attribute` is an application: what its module declares, and whatever that imports, is its own."""
    return _module(parsed, imports) is not None and is_application(looked_up(parsed, imports))


def _attribute(parsed: Target, imports: Imports, judged: list[Judged]) -> list[Judgement]:
    """The one response that `module:attribute` names; none where its module raised."""
    module = _module(parsed, imports)
    if module is None:
        return []
    value = looked_up(parsed, imports)
    for one in judged:
        if one.compiled is made_by(value):
            return [dataclasses.replace(of_door(one), name=parsed.attribute)]
    judgement = _of_value(parsed.attribute, value, (assignments(module) or {}).get(parsed.attribute), imports)
    if judgement is None:
        kind = "a class" if issubclass(type(value), type) else f"of type {type(value).__qualname__}"
        raise CannotRun(
            f"{parsed.text} is {kind}, which declares no response",
            where=f"TARGET {parsed.text}",
            help="name a compiled response, a draft, a ResponseSpec or a CookieSpec",
        )
    return judgement


def _of_value(name: str, value: object, position: Position | None, imports: Imports) -> list[Judgement] | None:
    """A value as a judgement; none where it cannot even be described, which is then a failure."""
    try:
        judgement = of_value(name, value, position)
    except Exception as error:  # noqa: BLE001 - a draft that does not become a spec is a finding
        imports.failures += failure(error, name, imports.files)
        return []
    return None if judgement is None else [judgement]


def _left(module: ModuleType, found: list[Judgement], imports: Imports) -> list[Judgement]:
    """The responses of a module that its import did not record: drafts, specs, and responses compiled earlier."""
    seen = {id(judgement.compiled) for judgement in found}
    names = _names_of(module)
    left = {name: value for name, value in names.items() if is_declaration(value) and id(made_by(value)) not in seen}
    left = {name: value for name, value in left.items() if not as_declared(name, value, found)}
    if not left:
        return []
    # A name that is imported is declared elsewhere. Without the source there is no telling.
    own = assignments(module)
    places = dict.fromkeys(left) if own is None else {name: own[name] for name in left if name in own}
    judgements: list[Judgement] = []
    for name, place in places.items():
        judgements += _of_value(name, left[name], place, imports) or []
    return judgements


def _names_of(module: object) -> Mapping[str, Any]:
    """The names of a module, without asking it: what is in `sys.modules` may be lazy, or no module at all."""
    return object.__getattribute__(module, "__dict__") if issubclass(type(module), ModuleType) else {}


def _file_of(name: str) -> str:
    """The file of an imported module; of one that has none, text that no file has for its name."""
    return str(_names_of(sys.modules.get(name)).get("__file__") or "<")


def _is_own(judged: Judged, imports: Imports) -> bool:
    return judged.call_site is not None and is_own(judged.call_site.code.co_filename, imports.files)


def _distinct(found: Iterable[Judgement]) -> Iterable[Judgement]:
    """Each response once: a module may run twice, and a draft may be compiled as it is."""
    seen: set[object] = set()
    for judgement in found:
        call_site, spec = judgement.call_site, judgement.spec
        key = (call_site.code.co_filename, call_site.line, call_site.instruction, spec) if call_site else spec
        if key not in seen:
            seen |= {key, spec}
            yield judgement
