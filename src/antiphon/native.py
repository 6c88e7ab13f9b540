"""The compiled extension, where antiphon was installed with it.

It takes the cases that are certain, and hands every other one to the generated Python code, so what a response is and
what is refused is the same with it and without it. `ANTIPHON_NATIVE=0` in the environment leaves it out.
docs/decisions/0045-native.md says what it buys.
"""

from __future__ import annotations

import importlib
import os
from typing import Any


def _loaded() -> Any:
    if os.environ.get("ANTIPHON_NATIVE") == "0":
        return None
    try:
        return importlib.import_module("antiphon._native")
    except ImportError:  # a wheel without it, or one for another Python
        return None


#: The module `antiphon._native`; None where there is none.
EXTENSION: Any = _loaded()


def tell(function: str, *arguments: Any) -> None:
    """Call a function of the extension, where it is there."""
    if EXTENSION is not None:
        getattr(EXTENSION, function)(*arguments)
