# Written by `nox -s generate` from src; do not edit.
"""The drop-in classes by the extension, where it is there: see `antiphon.native`."""

from typing import Any, Literal

def quicken(response: Any, kind: Literal["text", "json", "redirect"]) -> None:
    """Give a class the extension's constructor, for arguments without a surprise, and its way to be sent.

    Classes that derive from it, and the class itself once something in it is changed, are made and sent by Python.
    """
