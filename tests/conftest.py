"""Fixtures that every test may use."""

from __future__ import annotations

import gc
import os
import signal

from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import none

from tests.support.asked import examples
from tests.support.project import project as project  # noqa: PLC0414 - named again, so that pytest finds the fixture here

# A shell lets what it starts in the background ignore Ctrl-C, and the servers that the tests start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# No test asserts a time: a busy machine would fail it. CI asks the same questions of every commit, so that a change is
# red for what it changed; `nox -s hunt` asks new ones. A Python beside the newest asks a fifth of them (`brief`).
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("antiphon", _PATIENT, derandomize=True, database=None)
settings.register_profile("brief", settings.get_profile("antiphon"), max_examples=examples(100))
settings.register_profile("hunt", _PATIENT, print_blob=True)
settings.load_profile(os.environ.get("ANTIPHON_PROPERTIES", "antiphon"))

# Ten thousand tests are objects that stay until the end. The collector of garbage would go through all of them in each
# round, which is a fifth of the time of collecting, and more than most tests take.
gc.disable()


@settings(max_examples=1)
@given(none())
def _asked_first(_: None) -> None:
    """No question."""


def pytest_collection_finish() -> None:
    """From here on there is garbage, and what was collected is none."""
    _asked_first()  # hypothesis asks the collector who holds its source of chance: it must not be frozen before
    gc.freeze()
    gc.enable()
