"""Whether a text is JSON (RFC 8259), to the letter."""

from __future__ import annotations

import json


def json_fault(text: str) -> str:
    """Why a text is not one JSON text (RFC 8259 section 2); empty where it is."""
    try:
        # Numbers stay text: Python would refuse very long ones, and JSON does not.
        json.loads(text, parse_constant=_refuse, parse_int=str, parse_float=str)
    except ValueError as error:
        return str(error)
    except RecursionError:
        return ""  # nested more deeply than can be judged
    return ""


def _refuse(name: str) -> None:
    msg = f"{name} is not a number in JSON"
    raise ValueError(msg)
