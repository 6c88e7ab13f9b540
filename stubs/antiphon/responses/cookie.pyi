# Written by `nox -s generate` from src; do not edit.
"""The arguments of Starlette's `set_cookie` -> one Set-Cookie line, or a ParamError that says all that is wrong.

What does not change from call to call is judged and written once; a call then checks the value and joins octets.
Section numbers are those of draft-ietf-httpbis-rfc6265bis-22 unless another document is named.
"""

from datetime import datetime

from antiphon.runtime.plan import RawHeader

def set_cookie_line(
    key: str,
    value: str,
    max_age: int | None,
    expires: datetime | str | int | None,
    path: str | None,
    domain: str | None,
    secure: bool,
    httponly: bool,
    samesite: str | None,
    partitioned: bool,
) -> RawHeader:
    """The line, with attributes in Starlette's order and spelling. Raises ParamError; never repeats the value."""
