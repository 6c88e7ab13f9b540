"""The compiled extension, where antiphon was installed with it.

It takes the cases that are certain, and hands every other one to the generated Python code, so what a response is and
what is refused is the same with it and without it. `ANTIPHON_NATIVE=0` in the environment leaves it out.
docs/decisions/0045-native.md says what it buys.
"""

from __future__ import annotations

import importlib
import os
from typing import Any

#: What src/native/native.h has under this name.
_EDITION = 1


def _loaded() -> Any:
    if os.environ.get("ANTIPHON_NATIVE") == "0":
        return None
    try:
        extension: Any = importlib.import_module("antiphon._native")
    except ModuleNotFoundError:  # a wheel without it, or one for another Python
        return None
    if extension.EDITION != _EDITION:
        raise ImportError(
            f"{extension.__file__} is of edition {extension.EDITION}, and this antiphon needs edition {_EDITION}: "
            "build it again, or leave it out with ANTIPHON_NATIVE=0"
        )
    return extension


#: The module `antiphon._native`; None where there is none.
EXTENSION: Any = _loaded()


def tell(function: str, *arguments: Any) -> None:
    """Call a function of the extension, where it is there."""
    if EXTENSION is not None:
        getattr(EXTENSION, function)(*arguments)
