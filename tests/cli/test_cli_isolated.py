"""`antiphon check` and modules that misbehave: the child process, its end, and what is said of it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from antiphon.cli.isolated import supervisor
from antiphon.cli.isolated.request import Request
from tests.support import warm
from tests.support.patience import PATIENCE
from tests.support.processes import running

#: A name in the command lines of all that the modules here start.
MARK = f"antiphon-test-{os.getpid()}"
SOUND = "from antiphon import respond\n\nok = respond(204).compile()\n"
posix = pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="looks for processes in /proc")

#: A module, what is said of it, and where.
MISBEHAVING = {
    "loops": ("x = 1\nwhile True:\n    x += 1\n", "bad did not finish its import within 2 seconds", "bad.py:"),
    "sleeps": ("import time\ntime.sleep(600)\n", "bad did not finish its import within 2 seconds", "bad.py:2"),
    "exits": ("import os\nos._exit(0)\n", "bad ends the process while it is imported, with exit code 0", "module bad"),
    "crashes": (
        "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n",
        "bad ends the process while it is imported: SIGSEGV",
        "module bad",
    ),
    "leaves": ("import sys\nsys.exit(0)\n", "bad ends the process while it is imported", "bad.py:2:1"),
    "leaves a thread": (
        "import threading, time\nthreading.Thread(target=time.sleep, args=(600,), name='ticker').start()\n",
        "bad leaves a thread running: ticker",
        "module bad",
    ),
    "is loud": (
        "while True:\n    print('x' * 1000)\n",
        "bad writes more than 1 MiB while it is imported",
        "module bad",
    ),
    "is loud below Python": (
        "import os\nwhile True:\n    os.write(1, b'x' * 10000)\n",
        "bad writes more than 1 MiB while it is imported",
        "module bad",
    ),
    "closes what it does not know": (
        "import os, time\nos.closerange(3, 100)\ntime.sleep(600)\n",
        "bad did not finish its import within 2 seconds",
        "module bad",
    ),
    "closes the channel": (
        "import os\nos.closerange(3, 100)\n",
        "bad ends the process while it is imported, with exit code 1",
        "module bad",
    ),
    "starts a daemon": (
        f"""\
import subprocess, sys, time
subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)', '{MARK}'], start_new_session=True)
time.sleep(600)
""",
        "bad did not finish its import within 2 seconds",
        "bad.py:3",
    ),
    "starts a process": (
        f"""\
import subprocess, sys, time
subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)', '{MARK}'])
time.sleep(600)
""",
        "bad did not finish its import within 2 seconds",
        "bad.py:3",
    ),
}


def started(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does, and wait for it no longer than a user would."""
    command = [sys.executable, "-m", "antiphon", "check", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=PATIENCE)


def check(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command, and the child that it asks for, as forks of a process that has antiphon loaded."""
    return warm.done("check", *arguments, folder=folder)


def write(folder: Path, files: dict[str, str]) -> None:
    """Put files into a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")


#: One of each kind: one that does not end, one that ends all, one that floods. The oldest Python is asked for these.
STARTED = ("loops", "crashes", "is loud")


@pytest.mark.parametrize(
    "case", [case if case in STARTED else pytest.param(case, marks=pytest.mark.newest) for case in MISBEHAVING]
)
def test_a_module_that_misbehaves(tmp_path: Path, case: str) -> None:
    """It is told with exit code 2, and the modules beside it are judged all the same."""
    source, what, where = MISBEHAVING[case]
    write(tmp_path, {"bad.py": source, "good.py": SOUND})

    run = started if case in STARTED else check
    done = run(tmp_path, "--timeout", "2", "--format", "json", "bad", "good")

    assert 2 == done.returncode
    assert f"error: {what}\n --> {where}" in done.stderr
    assert 1 == json.loads(done.stdout)["summary"]["responses"]
    assert "Traceback" not in done.stderr
    assert [] == list(running(MARK))


#: Objects that answer no question, each the `settings` of a module of its own.
LAZY = {
    "a class that raises": """\
        class Lazy:
            @property
            def __class__(self): raise RuntimeError("not configured")
            def __getattr__(self, name): raise RuntimeError("not configured")
        settings = Lazy()
    """,
    "a module that raises": """\
        import sys, types
        class Lazy(types.ModuleType):
            def __getattribute__(self, name): raise RuntimeError(name)
        settings = sys.modules["lazy_module"] = Lazy("lazy_module")
    """,
    "what is no module": """\
        import sys
        class Lazy:
            def __getattribute__(self, name): raise RuntimeError(name)
        settings = sys.modules["lazy_settings"] = Lazy()
    """,
    "a metaclass that raises": """\
        class Meta(type):
            def __getattribute__(cls, name): raise RuntimeError(name)
            def __instancecheck__(cls, other): raise RuntimeError
            def __eq__(cls, other): raise RuntimeError
            def __hash__(cls): raise RuntimeError
        class Lazy(metaclass=Meta): ...
    """,
}


def test_lazy_objects_are_left_alone(tmp_path: Path) -> None:
    """Nothing is asked of what declares no response, so nothing of it is raised."""
    modules = {f"shop{number}": source for number, source in enumerate(LAZY.values())}
    write(tmp_path, {f"{name}.py": f"{textwrap.dedent(source)}\n{SOUND}" for name, source in modules.items()})

    done = check(tmp_path, *modules)

    assert (0, "4 responses judged: no findings\n", "") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("name", ["settings", "settings.DEBUG", "settings.compile"])
def test_a_lazy_object_as_a_target(tmp_path: Path, name: str) -> None:
    """It declares no response, and what it raises is no traceback."""
    write(tmp_path, {
        "shop.py": """\
            class Lazy:
                @property
                def __class__(self): raise RuntimeError("not configured")
                def __getattr__(self, name): raise RuntimeError("not configured")
                def __dir__(self): raise RuntimeError("not configured")
            settings = Lazy()
        """
    })  # fmt: skip

    done = check(tmp_path, f"shop:{name}")

    assert (2, True) == (done.returncode, done.stderr.startswith(f"error: shop:{name} "))
    assert "judging failed" not in done.stderr


def test_a_module_that_imports_one_that_was_given_up(tmp_path: Path) -> None:
    """It fails at once at its own line, instead of hanging as well."""
    write(tmp_path, {"a.py": "while True: pass\n", "b.py": "import a\n", "c.py": "import a\n"})

    begun = time.monotonic()
    done = check(tmp_path, "--timeout", "2", "--format", "concise", "a", "b", "c")

    said = "AN000 ImportError: a did not finish its import within 2 seconds"
    assert [f"b.py:1:1: {said}", f"c.py:1:1: {said}"] == done.stdout.splitlines()
    assert (2, 1) == (done.returncode, done.stderr.count("error: a did not finish"))
    assert time.monotonic() - begun < 60


def test_a_time_limit_is_for_each_module(tmp_path: Path) -> None:
    """Modules that take their time one after the other are within it."""
    write(tmp_path, {f"m{index}.py": "import time\ntime.sleep(1)\n" for index in range(4)})

    assert 0 == check(tmp_path, "--timeout", "3", "m0", "m1", "m2", "m3").returncode


@pytest.mark.parametrize(("limit", "said"), [(1.0, "1 second"), (2.0, "2 seconds"), (0.5, "0.5 seconds")])
def test_how_a_time_limit_is_said(limit: float, said: str) -> None:
    """A second is one; judging all modules may take ten times as long as the import of one."""
    run = supervisor._Run(Request(targets=(), timeout=limit), lambda _step: None, lambda _text: None)
    assert f"did not finish judging within {10 * limit:g} seconds" == run._late()

    run.module = "bad"
    assert f"did not finish its import within {said}" == run._late()


@pytest.mark.parametrize("limit", ["0", "-1", "soon", "inf", "nan"])
def test_a_time_limit_that_is_none(tmp_path: Path, limit: str) -> None:
    """It is a number of seconds above 0."""
    done = check(tmp_path, f"--timeout={limit}", "shop")

    assert 2 == done.returncode
    assert f"argument --timeout: {limit!r} is not a number of seconds above 0" in done.stderr


@posix
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_nothing_outlives_the_command(tmp_path: Path, ending: signal.Signals) -> None:
    """However the command ends, the child and what it started end as well."""
    source, _, _ = MISBEHAVING["starts a process"]
    write(tmp_path, {"bad.py": f"{source}\n"})
    command = [sys.executable, "-m", "antiphon", "check", "bad"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while not (begun := list(running(MARK))) and time.monotonic() < until:
        time.sleep(0.1)

    process.send_signal(ending)
    process.wait(60)

    assert begun
    while (left := list(running(MARK))) and time.monotonic() < until:
        time.sleep(0.1)
    assert [] == left


def test_what_modules_see(tmp_path: Path) -> None:
    """Standard input is empty, the arguments are those of the command, and the output of all levels is on stderr."""
    write(tmp_path, {
        "shop.py": """\
            import os, sys
            print(sys.stdin.read() == "", sys.argv[1:])
            os.write(1, b"from below\\n")
            os.system("echo from a shell")
        """
    })  # fmt: skip

    done = started(tmp_path, "shop")

    assert (0, "0 responses judged: none is declared there\n") == (done.returncode, done.stdout)
    assert {"True ['check', 'shop']", "from below", "from a shell"} == set(done.stderr.splitlines())


def test_a_project_without_declarations(tmp_path: Path) -> None:
    """It is said plainly, and with --require-declarations it is a failure, for CI."""
    write(tmp_path, {"shop.py": "x = 1\n", "good.py": SOUND})

    done = check(tmp_path, "shop")
    assert (0, "0 responses judged: none is declared there\n") == (done.returncode, done.stdout)
    done = check(tmp_path, "--require-declarations", "shop")
    assert (2, True) == (done.returncode, done.stderr.startswith("error: no response is declared in shop\n"))
    assert 0 == check(tmp_path, "--require-declarations", "shop", "good").returncode
