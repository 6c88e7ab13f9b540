"""The type of a rule's examples, for type checkers alone: to import it loads pydantic."""

from __future__ import annotations

from typing import TypeAlias

from antiphon.spec import CookieSpec, HeaderSpec, ResponseSpec

Example: TypeAlias = ResponseSpec | CookieSpec | HeaderSpec
