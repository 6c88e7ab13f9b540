# Written by `nox -s generate` from src; do not edit.
"""The compiled responses of a module as a plain Python module, which needs neither pydantic nor the declarations.

A written function is the code of its shape (`antiphon.runtime.shape`) with the spec's own values in the place of the
factory's parameters, so it does the same as the compiled one. docs/decisions/0043-ahead-of-time.md has the reasons.
"""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

MARK: str

@dataclasses.dataclass(frozen=True)
class Written:
    """The text of a module, and the modules that it imports."""

    text: str
    imports: tuple[str, ...]

def write_module(module: str, responses: Mapping[str, Callable[..., Any]]) -> Written:
    """The module of these compiled responses, each under the name of its variable.

    Raises NotWritable, which begins with the name of the response, for what another process cannot import by name.
    """
