"""The target of a redirect, as it is sent in Location."""

from __future__ import annotations

from urllib.parse import quote

from antiphon.errors import ParamError
from antiphon.http.grammar import PATH_OCTETS
from antiphon.http.targets import target_fault

#: The text that `str` makes of these is for a programmer: a number, None, octets, a template string (PEP 750).
_WITHOUT_TEXT = frozenset((object.__str__, bytes.__str__, bytearray.__str__))


def redirect_target(url: object) -> bytes:
    """The octets, with what a URL cannot hold percent-encoded, as Starlette does it; any origin may be meant.

    Raises ParamError for a target that clients do not follow, or whose host is not the one that it seems to name.
    """
    if type(url) is str and url.isascii():
        octets = url.encode()
        # The common case, a plain path, has nothing to encode and no scheme, no authority: nothing to refuse.
        if octets.translate(PATH_OCTETS) == octets and octets[:1] == b"/" != octets[1:2]:
            return octets
    if type(url).__str__ in _WITHOUT_TEXT:
        what, help_ = f"is {type(url).__name__}, which is not a URL", "give a str, or an object that is one as text"
        raise ParamError("url", what, help=help_, cite="the signature of RedirectResponse")
    return _checked(str(url))


def _checked(text: str) -> bytes:
    try:
        sent = quote(text, safe=":/%#?=@[]!$&'()*+,;")
    except UnicodeEncodeError:
        what, help_ = "holds a lone surrogate", "give text that UTF-8 can say"
        raise ParamError("url", what, help=help_, cite="RFC 3986 section 2.5") from None
    fault = target_fault(text) or target_fault(sent)  # encoded, a host may have become another one
    if fault is not None:
        raise ParamError("url", fault.what, help=fault.help, cite=fault.cite)
    return sent.encode()
