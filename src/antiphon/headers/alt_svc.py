"""Alt-Svc (RFC 7838 section 3): other hosts and protocols that serve this origin."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.lists import split_list
from antiphon.headers.values.numbers import whole_seconds
from antiphon.headers.values.parameters import read_parameters
from antiphon.headers.values.quoted_string import unquote
from antiphon.headers.values.text_field import TextField
from antiphon.headers.values.tokens import check_flag, check_token
from antiphon.http.grammar import DIGITS, HOST_NAME, TCHAR

_ALTERNATIVE = re.compile(rf'({TCHAR}+)=("[^"]*")')
_PORT = re.compile(r"[0-9]{1,5}")
_IPV6 = re.compile(r"\[[0-9A-Fa-f:.]+\]")


class AltSvc(TextField):
    """One alternative: `AltSvc("h3", ":443", max_age=86400)`. `AltSvc.clear()` takes all of them back.

    `authority` is a port after a colon, with the host before it where it is another one. Where there are several
    alternatives, each is a line of its own. Raises FieldError for a protocol that is not a token, for another
    authority, and for a time that is negative or has a fraction of a second.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Alt-Svc"
    examples: ClassVar[tuple[str, ...]] = ('h3=":443"; ma=86400', 'h2="alt.example:8000"; ma=60; persist=1', "clear")

    def __new__(
        cls, protocol: str, authority: str, *, max_age: int | timedelta | None = None, persist: bool = False
    ) -> Self:
        check_token(cls.field_name, "a protocol", protocol)
        check_flag(cls.field_name, "persist", persist)
        _check_authority(authority)
        text = f'{protocol}="{authority}"'
        if max_age is not None:
            text += f"; ma={whole_seconds(cls.field_name, 'max_age', max_age)}"
        return str.__new__(cls, f"{text}; persist=1" if persist else text)

    @classmethod
    def clear(cls) -> Self:
        """Take back every alternative that was announced before."""
        return str.__new__(cls, "clear")

    @classmethod
    def decode(cls, value: str) -> Self:
        """`clear`, or one alternative or several. Raises FieldError for anything else."""
        if value == "clear":
            return cls.clear()
        members = split_list(cls.field_name, value)
        for member in members:
            alternative = _ALTERNATIVE.match(member)
            if alternative is None:
                raise FieldError(f'{cls.field_name}: {member!r} is not an alternative such as h3=":443"')
            _check_authority(unquote(cls.field_name, "an authority", alternative[2]))
            parameters, end = read_parameters(cls.field_name, member, alternative.end())
            if end != len(member) or any(parameter.value is None for parameter in parameters):
                raise FieldError(f"{cls.field_name}: {member[alternative.end() :]!r} are not parameters (; name=value)")
            if any(name == "ma" and not DIGITS.fullmatch(str(value)) for name, value, _ in parameters):
                raise FieldError(f"{cls.field_name}: ma is a number of seconds, in digits alone (RFC 7838 section 3.1)")
        if not members:
            raise FieldError(f"{cls.field_name} needs at least one alternative, or 'clear'")
        return str.__new__(cls, value)


def _check_authority(authority: str) -> None:
    """alt-authority = quoted-string that holds [ uri-host ] ":" port."""
    host, colon, port = authority.rpartition(":") if isinstance(authority, str) else ("", "", "")
    if not colon or not _PORT.fullmatch(port) or int(port) > 65535:
        raise FieldError(f"Alt-Svc: {authority!r} does not end in a port such as ':443'")
    if host and not HOST_NAME.fullmatch(host) and not _IPV6.fullmatch(host):
        raise FieldError(f"Alt-Svc: {host!r} is not a host")
