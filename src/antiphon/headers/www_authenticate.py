"""WWW-Authenticate (RFC 9110 section 11.6.1): how to ask again with credentials."""

from __future__ import annotations

import re
from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.lists import split_list
from antiphon.headers.values.quoted_string import quote
from antiphon.headers.values.text_field import TextField
from antiphon.headers.values.tokens import check_token
from antiphon.http.grammar import QUOTED, TCHAR, TOKEN68

_PARAMETER = rf"(?P<name>{TCHAR}+)=(?:{TCHAR}+|{QUOTED})"
_AUTH_PARAM = re.compile(_PARAMETER)
#: RFC 9110 section 11.3: challenge = auth-scheme [ 1*SP ( token68 / #auth-param ) ]; here up to its first parameter
_CHALLENGE = re.compile(rf"{TCHAR}+(?: +(?:{_PARAMETER}|{TOKEN68.pattern}))?")
#: RFC 7616 section 3.3: "a sender MUST NOT generate the quoted string syntax values for" these parameters
_UNQUOTED = frozenset({"stale", "algorithm"})


class Challenge(TextField):
    """One challenge: `Challenge("Bearer", realm="shop", scope="orders")`. Parameter values are quoted.

    Where one answer offers several challenges, each is a field line of its own. `token68` is the other form, which
    Negotiate uses. Raises FieldError for a scheme or parameter name that is not a token, for a value that cannot be
    quoted, and for Basic without the realm that RFC 7617 section 2 demands.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "WWW-Authenticate"
    examples: ClassVar[tuple[str, ...]] = (
        'Basic realm="shop", charset="UTF-8"',
        'Bearer realm="shop", error="invalid_token", error_description="The token expired"',
        "Negotiate",
        "Negotiate oYGeMIGboAMKAQ==",
    )

    def __new__(
        cls, scheme: str, /, *, realm: str | None = None, token68: str | None = None, **parameters: str
    ) -> Self:
        check_token(cls.field_name, "an authentication scheme", scheme)
        if realm is not None:
            parameters = {"realm": realm, **parameters}
        if token68 is not None:
            if parameters:
                raise FieldError(f"WWW-Authenticate: {scheme} takes parameters or a token68, not both")
            if not isinstance(token68, str) or not TOKEN68.fullmatch(token68):
                raise FieldError(f"WWW-Authenticate: {token68!r} is not a token68, which is base64 text")
            return str.__new__(cls, f"{scheme} {token68}")
        if realm is None and scheme.lower() == "basic":
            raise FieldError("WWW-Authenticate: Basic needs a realm, such as realm='shop'")
        names = [name.lower() for name in parameters]
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise FieldError(f"WWW-Authenticate: {twice} appears twice in one challenge")
        written = ", ".join(_write(name, value) for name, value in parameters.items())
        return str.__new__(cls, f"{scheme} {written}" if written else scheme)

    @classmethod
    def decode(cls, value: str) -> Self:
        """One challenge or several, as a declaration may hold them. Raises FieldError for anything else."""
        cls.split_members(value)
        return str.__new__(cls, value)

    @classmethod
    def split_members(cls, value: str) -> list[str]:
        """The challenges of a field value, each with its parameters. Raises FieldError for anything else."""
        challenges: list[str] = []
        names: set[str] = set()
        for member in split_list(cls.field_name, value):
            # A parameter goes on with the challenge before it, where that has parameters; else a challenge begins.
            match = _AUTH_PARAM.fullmatch(member) if names else None
            if match is None:
                names = set()
                match = _CHALLENGE.fullmatch(member)
                challenges.append(member)
            else:
                challenges[-1] += f", {member}"
            if match is None:
                raise FieldError(f"WWW-Authenticate: {member!r} is neither a challenge nor a parameter of one")
            if name := (match["name"] or "").lower():
                if name in names:
                    # RFC 9110 section 11.2: "each parameter name MUST only occur once per challenge"
                    raise FieldError(f"WWW-Authenticate: {name} appears twice in one challenge")
                names.add(name)
        if not challenges or not value.isascii():
            raise FieldError(f"WWW-Authenticate: {value!r} is not a challenge in ASCII")
        return challenges


def _write(name: str, value: str) -> str:
    check_token("WWW-Authenticate", "a parameter name", name)
    if name.lower() in _UNQUOTED:
        check_token("WWW-Authenticate", f"a value of {name}", value)
        return f"{name}={value}"
    return f"{name}={quote('WWW-Authenticate', name, value)}"
