"""Set-Cookie in a Response Object.

OpenAPI 3.1 has one Header Object for a field name, and none for lines that cannot be joined: its text names each cookie
with its attributes, and its examples show each line. OpenAPI 3.2 reads one line for each member of an object.
"""

from __future__ import annotations

import re
from typing import Any

from antiphon.http.set_cookie import write
from antiphon.interpreters.openapi.version import Version
from antiphon.spec import CookieSpec, ParamSpec, ResponseSpec

_VALUE = "abc123"


def set_cookie(spec: ResponseSpec, version: Version) -> dict[str, Any]:
    """The Header Object for all cookies of a response."""
    params = {param.slot: param for param in spec.params if param.fills == "cookie"}
    always = [cookie.name for cookie in spec.cookies if not _may_be_left_out(params.get(cookie.name))]
    header: dict[str, Any] = {"description": "\n\n".join(_sentence(cookie) for cookie in spec.cookies)}
    if always:
        header["required"] = True
    lines = {cookie.name: _line(cookie) for cookie in spec.cookies}
    if version == "3.1":
        names = "|".join(re.escape(name).replace("\\-", "-") for name in lines)
        header["schema"] = {"type": "string", "pattern": f"^({names})="}
        header["examples"] = {name: {"value": line} for name, line in lines.items()}
        return header
    header |= {"style": "simple", "explode": True}
    schema: dict[str, Any] = {"type": "object", "properties": {name: {"type": "string"} for name in lines}}
    if always:
        schema["required"] = list(dict.fromkeys(always))
    header["schema"] = schema
    data = {name: line.partition("=")[2] for name, line in lines.items()}
    header["examples"] = {"lines": {"dataValue": data, "serializedValue": "\n".join(lines.values())}}
    return header


def _may_be_left_out(param: ParamSpec | None) -> bool:
    return param is not None and param.optional


def _sentence(cookie: CookieSpec) -> str:
    """The cookie's name, and what its line says after the value."""
    attributes = write(cookie).partition(";")[2].strip()
    if cookie.max_age == 0:
        return f"Deletes the cookie `{cookie.name}`."
    return f"Sets the cookie `{cookie.name}`" + (f": {attributes}." if attributes else ".")


def _line(cookie: CookieSpec) -> str:
    """The line with the cookie's own value, or with one made up where a param supplies it."""
    return write(cookie if cookie.value is not None else cookie.model_copy(update={"value": _VALUE}))
