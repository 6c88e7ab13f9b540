# Written by `nox -s generate` from src; do not edit.
"""The compiled extension, where antiphon was installed with it.

It takes the cases that are certain, and hands every other one to the generated Python code, so what a response is and
what is refused is the same with it and without it. `ANTIPHON_NATIVE=0` in the environment leaves it out.
docs/decisions/0045-native.md says what it buys.
"""

from typing import Any

EXTENSION: Any

def tell(function: str, *arguments: Any) -> None:
    """Call a function of the extension, where it is there."""
