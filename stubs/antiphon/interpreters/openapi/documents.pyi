# Written by `nox -s generate` from src; do not edit.
"""Whole documents without a framework: the components of a module's responses."""

from collections.abc import Iterable
from typing import Any

from antiphon.interpreters.openapi.declaration import Declaration
from antiphon.interpreters.openapi.declared import Declared
from antiphon.interpreters.openapi.version import Version

def components(responses: Iterable[Declaration | Declared], *, version: Version = "3.1") -> dict[str, Any]:
    """The Components Object for declared responses: each by its name under `responses`, with `headers` and `schemas`.

    Headers that several responses have alike are written once. Each response is a compiled one or a class of replies,
    which have names; a bare ResponseSpec or draft has the words of its status. Raises TypeError for anything else.
    """
