"""Whether a text is JSON (RFC 8259), and where it stops being it."""

from __future__ import annotations

import json
from typing import NoReturn


def json_fault(text: str) -> str | None:
    """Why a text is not JSON, without the text itself; None where it is JSON, or nested too deeply to tell."""
    try:
        # Numbers stay text: JSON has no largest one, Python's int() has.
        json.loads(text, parse_int=str, parse_float=str, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        return f"{error.msg[:1].lower()}{error.msg[1:]} at line {error.lineno}, column {error.colno}"
    except ValueError as error:
        return str(error)
    except RecursionError:
        return None
    return None


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")
