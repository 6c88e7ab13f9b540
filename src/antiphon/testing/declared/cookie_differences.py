"""The cookies of a response beside those that are declared, attribute by attribute, and never by what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from antiphon.captures.description import cookie_of
from antiphon.http import set_cookie
from antiphon.http.set_cookie import PlainCookie
from antiphon.runtime.cookie_value import declared_value
from antiphon.spec import CookieSpec, ParamSpec, ResponseSpec
from antiphon.testing.declared.difference import Difference, NotAsDeclared, Unreadable
from antiphon.testing.declared.param_values import of_cookie
from antiphon.testing.declared.seen import Seen

#: The attributes that a CookieValue may say at the call.
_OF_THE_CALL: Final = frozenset({"Expires", "Max-Age", "Secure"})


def sent_cookie(seen: Seen, name: str) -> PlainCookie | None:
    """The cookie of that name that a browser keeps: the last one."""
    cookies = [cookie_of(line) for line in seen.values("set-cookie")]
    return next((cookie for cookie in reversed(cookies) if cookie.name == name), None)


def cookie_differences(spec: ResponseSpec, seen: Seen) -> Iterator[Difference]:
    """Each declared cookie that is not set, or is set otherwise than it is declared."""
    params = {param.slot: param for param in spec.params if param.fills == "cookie"}
    for cookie in spec.cookies:
        param, sent = params.get(cookie.name), sent_cookie(seen, cookie.name)
        if sent is None:
            if not (param and param.optional):
                yield Difference("cookie", f"cookie {cookie.name}", "is not set")
            continue
        faults = [*_attribute_faults(cookie, sent, param), *_value_faults(cookie, sent, param)]
        for fault in faults:
            yield Difference("cookie", f"cookie {cookie.name}", fault)


def _attribute_faults(declared: CookieSpec, sent: PlainCookie, param: ParamSpec | None) -> Iterator[str]:
    of_the_call = _OF_THE_CALL if param and declared_value(param.type.resolve()) is not None else frozenset[str]()
    wanted, found = dict(set_cookie.attributes(declared)), dict(set_cookie.attributes(sent))
    for name in dict.fromkeys([*wanted, *found]):
        if name in of_the_call:
            continue
        if name not in found:
            value = wanted[name]
            yield f"has no {name}, declared {name}{'' if value is None else f'={value}'}"
        elif name not in wanted:
            value = found[name]
            yield f"has {name}{'' if value is None else f'={value}'}, which is not declared"
        elif wanted[name] != found[name]:
            yield f"has {name}={found[name]}, declared {name}={wanted[name]}"


def _value_faults(declared: CookieSpec, sent: PlainCookie, param: ParamSpec | None) -> Iterator[str]:
    if declared.value is not None:
        if declared.value != sent.value:
            yield "has another value than the declared one"
    elif param is not None:
        try:
            of_cookie(param, sent.value or "")
        except NotAsDeclared as error:
            yield str(error)
        except Unreadable:
            pass
