# Written by `nox -s generate` from src; do not edit.
"""The versions of OpenAPI that are written."""

from typing import Literal, TypeAlias

Version: TypeAlias = Literal["3.1"] | Literal["3.2"]
