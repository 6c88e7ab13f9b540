"""Spoils stubs/antiphon in the ways in which stubs drift, and shows which gate sees each: `stub_mutants.py`.

The gates are those of the `typing` session: the stubs equal what is generated, stubtest, the typing suite against them,
and `pyright --verifytypes`. The exit code is 1 where no gate sees a mutant.
"""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent / "generate"))

import stubs
from tests.support.checkers import CHECKERS, Complaints, copied, marked
from tests.support.paths import ROOT

#: The checkers that judge each mutant by itself; the other two take ten times as long to start.
QUICK = ("ty", "pyrefly")


@dataclasses.dataclass(frozen=True)
class Mutant:
    """One way to spoil one stub: `old`, where it first is after `after`, becomes `new`."""

    title: str
    file: str
    after: str
    old: str
    new: str
    symbol: str
    """How stubtest names what is spoiled."""

    def applied(self, text: str) -> str:
        """The spoiled text. Raises LookupError where the stub has changed so that there is nothing to spoil."""
        anchor = text.find(self.after)
        start = text.find(self.old, anchor)
        if anchor < 0 or start < 0:
            raise LookupError(f"{self.title}: {self.file} no longer has {self.old!r} after {self.after!r}")
        imported = "\nfrom typing import Any\n" if "Any" in self.new else ""  # a stub's names have no order
        return text[:start] + self.new + text[start + len(self.old) :] + imported


_STEPS = "antiphon.builder.steps.CommonSteps"
MUTANTS = (
    Mutant(
        "parameter renamed: .header(name)", "builder/steps.pyi", "def header", "name: str", "field: str",
        f"{_STEPS}.header",
    ),
    Mutant(
        "parameter type widened: .insecure_cookie(same_site)", "builder/cookie_steps.pyi", "def insecure_cookie",
        'Literal["lax", "strict"]', "str", "antiphon.builder.cookie_steps.CookieSteps.insecure_cookie",
    ),
    Mutant(
        "parameter type wrong: .cookie(max_age: str)", "builder/cookie_steps.pyi", "def cookie",
        "max_age: int | timedelta | None", "max_age: str | None", "antiphon.builder.cookie_steps.CookieSteps.cookie",
    ),
    Mutant(
        "return type lost: RedirectDraft.compile() -> Any", "builder/bodiless_draft.pyi", "class RedirectDraft",
        "-> Constant[RedirectResponse[S], P]", "-> Any", "antiphon.builder.bodiless_draft.RedirectDraft.compile",
    ),
    Mutant(
        "default changed: cookie(path)", "builder/cookie_specifiers.pyi", "def cookie",
        'path: str = "/"', 'path: str = "/app"', "antiphon.builder.cookie_specifiers.cookie",
    ),
    Mutant(
        "overload dropped: respond(401)", "builder/respond.pyi", "",
        "@overload\ndef respond(\n    status: Literal[401, HTTPStatus.UNAUTHORIZED],\n"
        ") -> DraftMissingWWWAuthenticate[Literal[401], NoContent, Response[Literal[401], None]]:\n"
        '    """Begin the description of a 401: a challenge in WWW-Authenticate is due."""\n',
        "", "antiphon.builder.respond.respond",
    ),
    Mutant(
        "field specifier lost: Reply.content", "reply/kinds.pyi", "class Reply(", " = content_field(kw_only=False)", "",
        "antiphon.reply.kinds.Reply",
    ),
    Mutant(
        "method missing: .delete_cookie", "builder/steps.pyi", "", "def delete_cookie", "def _delete_cookie",
        f"{_STEPS}.delete_cookie",
    ),
    Mutant(
        "attribute missing: Response.background_policy", "responses/response.pyi", "class Response",
        'background_policy: BackgroundPolicy = "always"', "", "antiphon.responses.response.Response.background_policy",
    ),
    Mutant(
        "keyword-only star lost: redirect(location)", "builder/respond.pyi", "def redirect", "*, location", "location",
        "antiphon.builder.respond.redirect",
    ),
    Mutant(
        "name that does not exist: http.uri_template.reason", "http/uri_template.pyi", "", "def is_template",
        "def reason(code: int) -> str: ...\ndef is_template", "antiphon.http.uri_template.reason",
    ),
    Mutant(
        "parameter type lost: compiled(content: Any)", "compiler/compiled.pyi", "class Compiled",
        "content: C_contra, /, *args", "content: Any, /, *args", "antiphon.compiler.compiled.Compiled",
    ),
    Mutant(
        "bound lost: Draft.json(Serializable)", "builder/draft.pyi", "Serializable =", ', bound="JSONContent"', "",
        "antiphon.builder.draft.Serializable",
    ),
    Mutant(
        "transform weakened: Params no longer frozen", "builder/params.pyi", "@dataclass_transform",
        "frozen_default=True", "frozen_default=False", "antiphon.builder.params._Root",
    ),
    Mutant(
        "annotation lost: http.uri_template.is_template(text)", "http/uri_template.pyi", "def is_template",
        "text: object", "text", "antiphon.http.uri_template.is_template",
    ),
    Mutant(
        "constructor of a base: Reply(content)", "reply/kinds.pyi", "class Reply(", "*, declare_a_class: Never",
        "content: Serializable", "antiphon.reply.kinds.Reply.__init__",
    ),
    Mutant(
        "keyword of a class statement lost: CreatedReply(retry_after)", "reply/class_keywords.pyi",
        "class CreatedReply", "retry_after: RetryAfter | str | int | timedelta | datetime | None = None,", "",
        "antiphon.reply.class_keywords.CreatedReply.__init_subclass__",
    ),
    Mutant(
        "attribute not callable: Event.__hash__", "runtime/events/event.pyi", "class _Item", "__hash__: ClassVar[None]",
        "__hash__: ClassVar[int]", "antiphon.runtime.events.event._Item.__hash__",
    ),
)  # fmt: skip


def wheel(room: Path) -> Path:
    """The sources with the stubs beside them, so that every gate reads the stubs."""
    room.mkdir()
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(stubs.SOURCE, room / "antiphon", ignore=ignored)
    shutil.copytree(stubs.STUBS, room / "antiphon", ignore=ignored, dirs_exist_ok=True)
    return room


def spoiled(package: Path, mutants: tuple[Mutant, ...]) -> dict[Path, str]:
    """The texts of the stubs that these mutants touch, with all of them applied."""
    texts: dict[Path, str] = {}
    for mutant in mutants:
        path = package / "antiphon" / mutant.file
        texts[path] = mutant.applied(texts.get(path, path.read_text(encoding="utf-8")))
    return texts


def suite(room: Path, package: Path) -> Iterator[tuple[str, set[tuple[str, int]], Complaints]]:
    """For each quick checker: the lines that must be refused, and what it says, over the whole typing suite."""
    for kind in ("ok", "bad"):
        copied(sorted((ROOT / "tests" / "typing" / kind).glob("*.py")), room, f"{kind}_")
    for name in QUICK:
        yield name, marked(room.glob("*.py")), CHECKERS[name](room, package)


def stubtest(surface: Path, package: Path) -> list[str]:
    """The names of these stubs that stubtest finds fault with, beside the sources of the package."""
    stubbed = (surface / "antiphon").rglob("*.pyi")
    modules = [path.relative_to(surface).with_suffix("") for path in stubbed if path.name != "__init__.pyi"]
    names = sorted(".".join(module.parts) for module in modules)
    done = _run(package, sys.executable, "-m", "mypy.stubtest", *names, "--concise", first=surface)
    if "not checking stubs" in done:
        raise RuntimeError(f"stubtest could not run:\n{done}")
    return [line.split()[0] for line in done.splitlines() if line.startswith("antiphon.")]


def verifytypes(package: Path) -> tuple[set[str], float]:
    """The names whose types pyright does not know, and its score."""
    done = _run(
        package, sys.executable, "-m", "pyright", "--verifytypes", "antiphon", "--ignoreexternal", "--outputjson"
    )
    report = json.loads(done)["typeCompleteness"]
    unknown = {symbol["name"] for symbol in report["symbols"] if not symbol["isTypeKnown"]}
    return unknown, 100 * report["completenessScore"]


def _run(package: Path, *command: str, first: Path | None = None) -> str:
    paths: Mapping[str, str] = {"PYTHONPATH": str(package), "MYPYPATH": str(first or package)}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    done = subprocess.run(
        command,
        cwd=first or package,
        env={**os.environ, **paths, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)} failed with exit code {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> int:
    """Print the table. Gives the exit code."""
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        package = wheel(room / "wheel")
        generated = {path.relative_to(stubs.STUBS): text for path, text in stubs.generated().items()}
        sound = {checker: found for checker, _, found in suite(room / "sound", package)}

        all_at_once = wheel(room / "spoiled")
        for path, text in spoiled(all_at_once, MUTANTS).items():
            path.write_text(text, encoding="utf-8")
        surface = room / "surface"
        shutil.copytree(stubs.STUBS, surface / "antiphon")
        for path, text in spoiled(surface, MUTANTS).items():
            path.write_text(text, encoding="utf-8")
        named = stubtest(surface, package)
        unknown, score = verifytypes(all_at_once)

        missed = []
        print("| mutant | generated | stubtest | typing suite (lines) | verifytypes |\n|" + " --- |" * 5)
        for number, mutant in enumerate(MUTANTS):
            ((path, text),) = spoiled(package, (mutant,)).items()
            before = path.read_text(encoding="utf-8")
            path.write_text(text, encoding="utf-8")
            lines = max(
                len({place for place in wanted ^ set(found) if (place in found) != (place in sound[checker])})
                for checker, wanted, found in suite(room / f"suite{number}", package)
            )
            path.write_text(before, encoding="utf-8")
            seen = [
                generated[Path(mutant.file)] != text,
                any(at == mutant.symbol or at.startswith(f"{mutant.symbol}.") for at in named),
                lines > 0,
                any(at == mutant.symbol or at.startswith(f"{mutant.symbol}.") for at in unknown),
            ]
            words = ["yes" if sees else "no" for sees in seen]
            words[2] += f" ({lines})" if lines else ""
            print(f"| {mutant.title} | {' | '.join(words)} |", flush=True)
            if not seen[0] or not any(seen[1:]):
                missed.append(mutant.title)
        print(f"\n`pyright --verifytypes` with every mutant at once: {score:.2f} %")
    if missed:
        print("not seen by the generator and by another gate:", *missed, sep="\n")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
