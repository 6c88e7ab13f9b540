"""Classes of responses by the extension are like any others: copied, pickled, patched, derived from, collected."""

from __future__ import annotations

import copy
import gc
import pickle
import subprocess
import sys
import weakref
from pathlib import Path
from typing import Any

import pytest

from tests.exchange import sent_by
from tests.native_kinds import LAYOUT, Empty, Found, User, every_kind
from tests.native_senders import pause
from tests.native_twins import needs_extension

pytestmark = needs_extension


@every_kind
def test_a_copy_is_sent_as_what_it_was_made_of(make: Any) -> None:
    """With the attributes that were set, and none in common after a deep one."""
    response = make()
    response.own, response.status_code = {"deep": []}, 299

    shallow, deep = copy.copy(response), copy.deepcopy(response)

    assert sent_by(response) == sent_by(shallow) == sent_by(deep)
    assert shallow.own is response.own
    assert deep.own == response.own
    assert deep.own["deep"] is not response.own["deep"]
    assert [response.background_policy] * 2 == [shallow.background_policy, deep.background_policy]


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("make", [lambda: Found(User(1)), Empty], ids=["reply", "bodiless"])
def test_a_reply_is_pickled(make: Any, protocol: int) -> None:
    """Its class has a name; the classes of compiled responses have none that leads to them."""
    response = make()
    response.set_cookie("a", "b")

    assert sent_by(response) == sent_by(pickle.loads(pickle.dumps(response, protocol)))


#: In a process of its own: from there on, Python sends the responses of these classes, in whatever test comes next.
PATCHED = """
from unittest.mock import patch
from antiphon import responses
from tests.exchange import sent_by
from tests.native_kinds import KINDS

async def patched(self, scope, receive, send):
    await send({"type": "patched"})

for make, _ in KINDS.values():
    expected = sent_by(make())
    for owner in (responses.Response, type(make())):
        with patch.object(owner, "__call__", patched):
            assert [{"type": "patched"}] == sent_by(make())
        assert expected == sent_by(make())
print("as patched")
"""


def test_what_is_patched_in_is_called() -> None:
    """On a class above it, on its own, and no longer when it is undone."""
    root = Path(__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", PATCHED], capture_output=True, text=True, check=False, cwd=root)

    assert ("as patched\n", "") == (done.stdout, done.stderr)


@every_kind
def test_a_subclass_is_called_by_its_own_name(make: Any) -> None:
    """Whether it says how it is sent or not, has slots, a finalizer or attributes of its own."""
    response, finalized = make(), []
    of: Any = type(response)

    class Announced(of):  # type: ignore[misc]  # of a class that is found at run time
        __slots__ = ("more",)

        async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
            await send({"type": "announced"})
            await super().__call__(scope, receive, send)

        def __del__(self) -> None:
            finalized.append(self.more)

    made = copy.copy(response)
    expected = sent_by(made)
    own = Announced.__new__(Announced)
    for name in LAYOUT:
        setattr(own, name, getattr(made, name))
    own.more = own

    assert [{"type": "announced"}, *expected] == sent_by(own)
    del own
    gc.collect()
    assert len(finalized) == 1


@every_kind
def test_cycles_are_collected(make: Any) -> None:
    """Through an attribute, the content, the background, and a coroutine that was begun."""
    gone = []
    for name in ("own", "body", "background", "status_code"):
        response = make()
        setattr(response, name, [response])
        gone.append(weakref.ref(response))
    response = make()
    response.sending = response({"type": "http"}, None, pause)
    response.sending.send(None)
    gone.append(weakref.ref(response))
    del response
    gc.collect()

    assert [None] * 5 == [reference() for reference in gone]


@every_kind
def test_it_is_seen_as_its_class_says(make: Any) -> None:
    """By vars and dir; it is weakly referenced, and its dictionary can be replaced."""
    response = make()
    names = dir(response)
    response.own = 1

    assert {"own", *names} == set(dir(response))
    assert vars(response)["own"] == 1
    response.__dict__ = {"other": 2}
    assert (2, False) == (response.other, hasattr(response, "own"))


#: A response that holds the one before it, 300,000 times, in an attribute that has a place of its own.
CHAIN = """
from antiphon import respond
constant = respond(204).compile()
response = None
for _ in range(300_000):
    held, response = response, constant()
    response.background = held
del held, response
print("given up")
"""


def test_a_long_chain_is_given_up() -> None:
    """However many responses hold each other, they are deallocated one after the other."""
    done = subprocess.run([sys.executable, "-c", CHAIN], capture_output=True, text=True, check=False)

    assert (0, "given up\n") == (done.returncode, done.stdout)
