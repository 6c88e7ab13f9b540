"""Python files and folders of them, read and judged without being imported; many of them in parallel."""

from __future__ import annotations

import concurrent.futures
import concurrent.futures.process
import dataclasses
import linecache
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from antiphon.cli.collecting.chosen import NotChosenError, ignored_by_lint
from antiphon.cli.collecting.excluded import Excluded
from antiphon.cli.collecting.ignore import Ignore
from antiphon.cli.collecting.nowhere import files_like
from antiphon.cli.collecting.python_files import python_files
from antiphon.cli.collecting.report import Found, Noted, Report
from antiphon.cli.collecting.settings import Settings
from antiphon.cli.inputs.captures import STANDARD_INPUT
from antiphon.cli.inputs.ignoring import divided
from antiphon.cli.terminal.cannot_run import CannotRun, Interrupted
from antiphon.diagnostics.python_lines import python_lines
from antiphon.errors import PluginError
from antiphon.rules.profile import Profile
from antiphon.sources.inline import Inline, accepted, inline
from antiphon.sources.python_text import python_text
from antiphon.sources.read import UnreadableSourceError, judge_source

#: So many files are worth the start of processes; each of them is given so many at a time.
MANY: int = 64
_AT_A_TIME = 16
#: A file of more octets is none that somebody wrote.
LARGEST: int = 8 * 1024 * 1024
_REPORT = "leave the file out with --exclude, and report this: antiphon should have read it"


@dataclasses.dataclass(frozen=True, slots=True)
class JudgedFile:
    """The result for one file. `why` says that it could not be judged, `where` at which place, `help` what to do."""

    found: tuple[Found, ...] = ()
    responses: int = 0
    accepted: int = 0
    notes: tuple[Noted, ...] = ()
    why: str = ""
    where: str = ""
    help: str = ""
    missed: frozenset[str] = frozenset()
    interrupted: bool = False

    def not_run(self) -> CannotRun | None:
        """Why the file could not be judged; None where it was."""
        kind = Interrupted if self.interrupted else CannotRun
        return kind(self.why, where=self.where, help=self.help) if self.why else None


def is_source(name: str, form: str | None) -> bool:
    """Whether an input is Python source: a folder, or a file that is called so."""
    if form is not None:
        return form == "python"
    return name.endswith(".py") or Path(name).is_dir()


def source_files(name: str, excluded: Excluded, not_run: list[CannotRun]) -> list[Path]:
    """The files that an input means: itself, or those below a folder.

    What cannot be read is added to `not_run`. Raises CannotRun where there are none.
    """
    path = Path(name)
    if not path.is_dir():
        return [path]
    before = len(not_run)
    found = list(python_files(path, excluded, lambda error: not_run.append(CannotRun.by_system(error)), links=False))
    if not found and len(not_run) == before:
        advice = "name a folder that holds Python files; captures are named one by one"
        raise CannotRun(f"there is no Python file in {name}", where=f"FILE {name!r}", help=advice)
    return found


def judged_files(files: Sequence[Path], profile: Profile, tell: Callable[[str], None]) -> list[JudgedFile]:
    """The result for each file, in their order. One that ends its process costs that file alone.

    An interrupt ends the reading: the results are those of the files until then, and one that says so.
    """
    done: dict[Path, JudgedFile] = {}
    few = len(files) < MANY or (os.cpu_count() or 1) == 1
    try:
        (_one_by_one if few else _in_parallel)(files, profile, tell, done)
    except KeyboardInterrupt:
        what = f"interrupted: {len(done)} of {len(files)} files were judged"
        next_one = next(file for file in files if file not in done)
        advice = "the findings are those of the other files"
        done[next_one] = JudgedFile(why=what, where=str(next_one), help=advice, interrupted=True)
    return [done[file] for file in files if file in done]


def _one_by_one(
    files: Sequence[Path], profile: Profile, tell: Callable[[str], None], done: dict[Path, JudgedFile]
) -> None:
    for file in files:
        tell(f"reading {file}")
        done[file] = judged_file(file, profile)


def _in_parallel(
    files: Sequence[Path], profile: Profile, tell: Callable[[str], None], done: dict[Path, JudgedFile]
) -> None:
    batches = [files[start : start + _AT_A_TIME] for start in range(0, len(files), _AT_A_TIME)]
    with _pool() as pool:
        futures = {pool.submit(_judged_all, batch, profile): batch for batch in batches}
        try:
            for future in concurrent.futures.as_completed(futures):
                done |= dict(zip(futures[future], future.result(), strict=True))
                tell(f"{len(done)} of {len(files)} files")
        except concurrent.futures.process.BrokenProcessPool:
            pass
        except (KeyboardInterrupt, PluginError):
            pool.shutdown(cancel_futures=True)
            raise
    _after_an_end([batch for batch in batches if batch[0] not in done], profile, tell, done)


def _after_an_end(
    batches: list[Sequence[Path]], profile: Profile, tell: Callable[[str], None], done: dict[Path, JudgedFile]
) -> None:
    """The results of what is left when a process has ended: in one other process, so that it is seen what ends it.

    Each file of a batch that does gets a process of its own. All others would take a second each.
    """
    while batches:
        try:
            with _pool(1) as pool:
                while batches:
                    done |= dict(zip(batches[0], pool.submit(_judged_all, batches[0], profile).result(), strict=True))
                    batches.pop(0)
                    tell(f"{len(done)} files")
        except concurrent.futures.process.BrokenProcessPool:
            done |= {file: _alone(file, profile) for file in batches.pop(0)}


def _pool(workers: int | None = None) -> concurrent.futures.ProcessPoolExecutor:
    """Processes that leave an interrupt to the one that waits for them."""
    context = multiprocessing.get_context("spawn")
    return concurrent.futures.ProcessPoolExecutor(workers, context, signal.signal, (signal.SIGINT, signal.SIG_IGN))


def _alone(file: Path, profile: Profile) -> JudgedFile:
    with _pool(1) as pool:
        try:
            return pool.submit(judged_file, file, profile).result()
        except concurrent.futures.process.BrokenProcessPool:
            return JudgedFile(why=f"{file} ended the process that read it", where=str(file), help=_REPORT)


def _judged_all(files: Iterable[Path], profile: Profile) -> list[JudgedFile]:
    return [judged_file(file, profile) for file in files]


def judged_file(file: Path, profile: Profile) -> JudgedFile:
    """The result for one file. A file that cannot be read costs that file. Raises PluginError alone."""
    try:
        if str(file) == "-":
            return judged_text(python_text(sys.stdin.buffer.read()).text, STANDARD_INPUT, profile)
        if file.stat().st_size > LARGEST:
            what = f"{str(file)!r} has more than {LARGEST // 2**20} MiB"
            return JudgedFile(why=what, where=f"FILE {str(file)!r}", help="name the files that people write")
        text = python_text(file.read_bytes()).text
    except (OSError, ValueError) as error:  # ValueError: not its encoding, or none that Python knows
        told = getattr(error, "strerror", None) or str(error)
        what = f"{str(file)!r} cannot be read: {told}"
        advice = files_like(file) or "name a file of Python source, in its encoding"
        return JudgedFile(why=what, where=f"FILE {str(file)!r}", help=advice)
    return judged_text(text, str(file), profile)


def judged_text(text: str, name: str, profile: Profile) -> JudgedFile:
    """The result for a source, under a name. Raises PluginError, since that costs every file."""
    try:
        source = judge_source(text, name, profile=profile)
    except UnreadableSourceError as error:
        where = f"{name}:{error.line}:{error.column}"
        advice = "mend the syntax, leave the file out, or install antiphon for the Python that it is written for"
        return JudgedFile(why=str(error), where=where, help=advice)
    except PluginError:
        raise
    except Exception as error:  # noqa: BLE001 - a source that nobody thought of costs that source
        return JudgedFile(why=f"judging failed: {type(error).__name__}", where=name, help=_REPORT)
    if name == STANDARD_INPUT:  # so that its lines can be shown
        linecache.cache[name] = (len(text), None, python_lines(text, keepends=True), name)
    comments = inline(text)
    kept = [one for one in source.found if not accepted(one.diagnostic, comments)]
    unused = tuple(Noted(_unused(one), f"{name}:{one.line}") for one in comments if not one.met)
    found = tuple(Found(one.diagnostic, (one.name,)) for one in kept)
    return JudgedFile(found, source.responses, len(source.found) - len(kept), unused, missed=source.missed)


def _unused(comment: Inline) -> str:
    """The note about a comment that accepts nothing."""
    for code in sorted(comment.codes):
        try:
            ignored_by_lint(code)
        except NotChosenError as error:
            return f"a comment ignores {code or 'no rule'}: {error}; {error.help}"
    return f"{', '.join(sorted(comment.codes))} is ignored, and was not found"


def judged_sources(
    names: Sequence[str],
    *,
    settings: Settings,
    ignores: Sequence[Ignore],
    exclude: Sequence[str],
    tell: Callable[[str], None],
) -> Report:
    """The report of all sources. What cannot be read does not keep the others from being judged."""
    linecache.checkcache()  # so that no line is shown as it was before an edit
    excluded = settings.excluded(exclude)
    not_run: list[CannotRun] = []
    files: dict[Path, None] = {}
    for name in names:
        try:
            files |= dict.fromkeys(source_files(name, excluded, not_run))
        except CannotRun as error:
            not_run.append(error)
    judged = judged_files(list(files), settings.profile, tell)
    not_run += filter(None, (one.not_run() for one in judged))
    found = [found for one in judged for found in one.found]
    wanted = [one for one in found if settings.reports(one.diagnostic)]
    kept, ignored, unused = divided(wanted, [*ignores, *settings.ignored_in_captures])
    by_option = ignored.pop("--ignore", 0)
    return Report(
        findings=tuple(kept),
        responses=sum(one.responses for one in judged),
        ignored=len(found) - len(kept) - by_option,
        ignored_here=by_option,
        ignored_there=sum(one.accepted for one in judged),
        notes=(*(note for one in judged for note in one.notes), *unused),
        unused=frozenset(unused),
        not_run=tuple(not_run),
        source="FILE",
        missed=frozenset().union(*(one.missed for one in judged)),
    )
