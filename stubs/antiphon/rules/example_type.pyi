# Written by `nox -s generate` from src; do not edit.
"""The type of a rule's examples, for type checkers alone: to import it loads pydantic."""

from typing import TypeAlias

from antiphon.spec import CookieSpec, HeaderSpec, ResponseSpec

Example: TypeAlias = ResponseSpec | CookieSpec | HeaderSpec
