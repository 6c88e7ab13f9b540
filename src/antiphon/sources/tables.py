"""The rows that say how a framework's calls become responses. A module of `frameworks/` is a table of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Final, Literal, TypeAlias

from antiphon.sources.wrong import Wrong, WrongKinds

#: How content is sent: as it is given (nothing for None or an empty text), always some (as JSON of None is `null`),
#: some where anything but None is given, never any, or nobody knows.
ContentRule: TypeAlias = Literal["as given", "always", "unless none", "never", "unknown"]
#: How the value of a Set-Cookie line is quoted: as http.cookies does, as Werkzeug does, or not at all.
Quoting: TypeAlias = Literal["stdlib", "werkzeug", "none"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ResponseCall:
    """A class or function whose result is a response. `parameters` are its positional ones, in order.

    The other members name the parameter that says something, or what holds where it is left out. A status of None is
    one that is not known.
    """

    parameters: tuple[str, ...] = ()
    status: int | None = 200
    status_from: str | None = "status_code"
    content: ContentRule = "as given"
    content_from: str | None = "content"
    media_type: str | None = None
    media_type_from: tuple[str, ...] = ("media_type",)
    writes_media_type: Callable[[str], str] = str
    headers_from: str | None = "headers"
    location_from: str | None = None
    writes_location: Callable[[str], str | None] = str
    allow_from: str | None = None
    cookies_from: str | None = None
    fields: tuple[str, ...] = ()
    """Names of further fields that it sets, to values that the call does not say."""
    complete: bool = True
    """Whether a call shows all fields that the response begins with."""
    keywords: tuple[str, ...] | None = None
    """Every parameter, where all are known."""
    wrong: WrongKinds = dataclasses.field(default_factory=dict)
    """The kinds of arguments that it fails with, or makes something else of."""
    json_from: str | None = None
    """The parameter of what becomes JSON, where it is not that of the content."""
    json_lacks: frozenset[str] = frozenset()
    """The kinds that its JSON has no form for; none where it writes no JSON."""
    is_exception: bool = False
    """Whether it may be raised."""
    is_class: bool = True
    """Whether it is a class, and no function."""


#: By the fields of a cookie, the parameters as most frameworks call them.
COOKIE_PARAMETERS: Final = {
    "name": "key",
    "value": "value",
    "max_age": "max_age",
    "expires": "expires",
    "path": "path",
    "domain": "domain",
    "secure": "secure",
    "http_only": "httponly",
    "same_site": "samesite",
    "partitioned": "partitioned",
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CookieCall:
    """A method or class that sets a cookie. `parameters` are its positional ones, in order.

    `attributes` name the parameter of each attribute of the cookie; `defaults` are the values where one is left out.
    Without one for the name, the cookie is called by its key in a dictionary.
    """

    parameters: tuple[str, ...]
    attributes: Mapping[str, str]
    defaults: Mapping[str, object] = dataclasses.field(default_factory=dict)
    deletes: bool = False
    quoting: Quoting = "stdlib"
    settles: Callable[[dict[str, object]], None] | None = None
    """Changes the attributes as the framework does before it writes them."""
    keywords: tuple[str, ...] | None = None
    """Every parameter, where all are known."""
    wrong: WrongKinds = dataclasses.field(default_factory=dict)
    """The kinds of arguments that it fails with."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FieldCall:
    """A method that sets a field, on the response or on its `headers`."""

    parameters: tuple[str, str] = ("name", "value")
    adds: bool = False
    """Whether the line comes beside those of the same name, or in their place."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Handlers:
    """The functions whose result becomes a response: those with such a decorator, or such methods of such classes."""

    decorators: frozenset[str] = frozenset()
    methods: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    takes_tuple_for: str
    """The words for what becomes of a tuple."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """The calls of one framework, by their dotted names. `roots` are the packages whose import makes them possible.

    `cookies` and `fields` are methods of every response, `parts` are classes of single cookies, `header_fields` methods
    of its `headers`. `attributes` map attributes that can be set to what they say.
    """

    name: str
    roots: tuple[str, ...]
    responses: Mapping[str, ResponseCall]
    cookies: Mapping[str, CookieCall] = dataclasses.field(default_factory=dict)
    cookie_classes: Mapping[str, CookieCall] = dataclasses.field(default_factory=dict)
    fields: Mapping[str, FieldCall] = dataclasses.field(default_factory=dict)
    header_fields: Mapping[str, FieldCall] = dataclasses.field(default_factory=dict)
    field_classes: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """The classes of single fields, each with the parameter that has the value; the name is a key."""
    items_are_fields: bool = False
    """Whether `response["Name"] = ...` sets a field."""
    attributes: Mapping[str, Literal["status", "media_type"]] = dataclasses.field(default_factory=dict)
    writes_fields: Mapping[str, Callable[[str], str | None]] = dataclasses.field(default_factory=dict)
    """The text that becomes of a field's value when it is sent, by names in lower case; None where nobody knows."""
    wrong_fields: Mapping[str, Wrong] = dataclasses.field(default_factory=dict)
    """The kinds of values that no field has."""
    lost_attributes: frozenset[str] = frozenset()
    """Attributes that look like that of the status, and are read by nobody."""
    handlers: Handlers | None = None
    """Those of which it takes no tuple."""
    constants: Mapping[str, object] = dataclasses.field(default_factory=dict)
    handed_by_decorator: Mapping[tuple[str, int], str] = dataclasses.field(default_factory=dict)
    """The dotted name of what a function gets that is decorated with a method of this name, by its parameters."""
    handed_by_method: Mapping[tuple[str, str, int], str] = dataclasses.field(default_factory=dict)
    """The same for a method of a class with this direct base, by base, method and parameter."""
    tuples_returned_by: frozenset[str] = frozenset()
    """The decorators of functions that may return content, status and fields as a tuple."""
    texts: frozenset[str] = frozenset()
    """Functions that give the text of a template: beside a status, it is content and no response."""
    handed_by_name: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """The dotted name of what a parameter of this name is, and an attribute of `self`."""
    methods_of_self: Mapping[tuple[str, str], str] = dataclasses.field(default_factory=dict)
    """The dotted name of a method of `self`, by a direct base of the class around and the method."""
