"""The strategies of a declared response draw what its declaration says."""

from typing import Any, assert_type

import msgspec
from hypothesis.strategies import SearchStrategy

from antiphon import Created, respond
from antiphon.testing import strategies


class User(msgspec.Struct):
    name: str


class UserCreated(Created[User]): ...


shown = respond(200).json(User).compile()

drawn: SearchStrategy[User] = strategies.content(UserCreated)
assert_type(strategies.content(shown), SearchStrategy[User])
assert_type(strategies.params(shown), SearchStrategy[dict[str, Any]])
assert_type(strategies.responses(UserCreated), SearchStrategy[UserCreated])
