"""The versions of OpenAPI that are written."""

from __future__ import annotations

from typing import Literal, TypeAlias

#: 3.2 says more of Set-Cookie and of contents that are sequences.
Version: TypeAlias = Literal["3.1"] | Literal["3.2"]
