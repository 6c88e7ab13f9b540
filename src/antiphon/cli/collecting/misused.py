"""A step, a specifier or a class statement that does not take the keyword that it was given."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from types import TracebackType

from antiphon.diagnostics.close_to import close_to

_STATEMENT = "__init_subclass__"

_SECURE_ALREADY = "leave it out: these cookies are Secure; one for plain HTTP is declared with `insecure_cookie`"
_NAME_FIRST = 'the name comes first, as in `cookie("sid")`; without it, it is the attribute\'s'
_FIELDS = 'a field has a keyword of its name; any other is in a fragment: `add=fragment().header("X-Name", "value")`'

#: The help for a keyword that other libraries, or other functions of antiphon, have. A step that adds a
#: param is advised as its specifier: `host_cookie_param` as `host_cookie`.
_ELSEWHERE: Mapping[str, Mapping[str, str]] = {
    "cookie": {"secure": _SECURE_ALREADY, "key": _NAME_FIRST},
    "host_cookie": {
        "secure": _SECURE_ALREADY,
        "key": _NAME_FIRST,
        "path": "a `__Host-` cookie is for every path; `cookie(...)` takes a path",
        "domain": "a `__Host-` cookie is for its host alone; `cookie(...)` takes a domain",
    },
    "insecure_cookie": {
        "secure": "`cookie(...)` is Secure; `CookieValue(value, secure=...)` decides at the call",
        "key": _NAME_FIRST,
        "partitioned": "browsers want it Secure: `cookie(..., partitioned=True)`",
    },
    _STATEMENT: {
        "headers": _FIELDS,
        "cookies": "a cookie is an attribute of the class, such as `session: str = cookie()`",
        "content": "the type of the content is in the brackets, as in `Reply[User]`",
        "description": "the description is the docstring of the class",
        "background": "background work is given with each call",
    },
}


def misused(error: TypeError) -> tuple[str, str] | None:
    """The message and the help for a keyword that antiphon's own function does not take; None for another error."""
    match = re.match(r"([\w.]+)\(\) got an unexpected keyword argument '(\w+)'", str(error))  # Python's own text
    keywords = _keywords(match[1], error.__traceback__) if match is not None else ()
    if match is None or not keywords:
        return None
    function, word = match[1].rpartition(".")[2], match[2]
    told = _ELSEWHERE.get(function.removesuffix("_param"), {}).get(word) or close_to(word, keywords)
    if function == _STATEMENT:
        return f"the class statement takes no `{word}`", told or _FIELDS
    return f"`{function}` takes no `{word}`", told or f"it takes {', '.join(keywords)}"


def _keywords(name: str, traceback: TracebackType | None) -> tuple[str, ...]:
    """The parameters of antiphon's own function of this qualified name; none where it is somebody else's."""
    from antiphon import builder
    from antiphon.reply import class_keywords

    owner, _, last = name.rpartition(".")
    states = (builder.Draft, builder.RedirectDraft, builder.BodilessDraft, builder.DraftMissingWWWAuthenticate)
    found = [getattr(state, last, None) for state in states] if owner else []
    if last == _STATEMENT:
        statement = vars(getattr(class_keywords, owner, object)).get(last)
        found.append(getattr(statement, "__func__", None))  # a class method
    while traceback is not None:
        names = traceback.tb_frame.f_globals
        found.append(names.get(last, getattr(names.get("antiphon"), last, None)))  # `cookie`, or `antiphon.cookie`
        traceback = traceback.tb_next
    for function in found:
        if not inspect.isfunction(function) or function.__qualname__ != name:
            continue
        if function.__module__.partition(".")[0] == "antiphon":
            return tuple(one for one in inspect.signature(function).parameters if one not in ("self", "cls"))
    return ()
