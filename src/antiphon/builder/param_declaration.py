"""One declared param: the arguments of a field specifier, together with the name and the type that it belongs to."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, Literal, NamedTuple, get_args
from urllib.parse import unquote

from antiphon.builder.cookie_arguments import with_prefix
from antiphon.builder.refused import refused
from antiphon.diagnostics.call_site import CallSite
from antiphon.errors import ParamError
from antiphon.runtime.cookie_codecs.text import TEXT_CODECS, CookieText
from antiphon.runtime.cookie_value import CookieValue, codec_of
from antiphon.runtime.field_text import NoTextForm
from antiphon.runtime.param_types import admits_none, without_none, without_wrappers
from antiphon.runtime.slots import ParamEncoder, cookie_encoder, header_encoder, placeholder_encoder
from antiphon.spec import CookieSpec, HeaderSpec, ParamSpec
from antiphon.spec.default_text import DefaultText
from antiphon.spec.type_name import TypeName


class ParamDeclaration(NamedTuple):
    """One declared param with the slot that it fills and the place where it was declared.

    There is no slot for a placeholder: the field with the template has it already.
    """

    spec: ParamSpec
    slot: HeaderSpec | CookieSpec | None
    call_site: CallSite


class Specifier(NamedTuple):
    """The arguments of a field specifier or a step, kept until the name and the type of its param are known."""

    name: str | None
    cookie: CookieSpec | None
    prefix: str
    call_site: CallSite
    placeholder: bool = False
    encode: Callable[[Any], str] | CookieText | None = None


def param(name: str, annotation: Any, specifier: Specifier, default: object) -> ParamDeclaration:
    """The param of that name and type, once both are known.

    Raises SpecError for a default that its field or cookie cannot carry. A type that has no text form is left to the
    rules, which find it when the response is judged (AN015).
    """
    declared = _declaration(name, annotation, specifier)
    if default is dataclasses.MISSING:
        return declared
    if default is None:
        if declared.spec.optional:
            return declared
        what = f"the default of {name!r} is None, which its type does not admit"
        raise refused(
            what, "params", f"annotate it `{name}: ... | None`, or leave the default out", specifier.call_site
        )
    if isinstance(default, CookieValue):
        what = f"the default of {name!r} is a CookieValue, which only a call gives"
        advice = "give the value with each call; a lifetime for all of them is the `max_age` of the specifier"
        raise refused(what, "params", advice, specifier.call_site)
    try:
        encoder = encoder_of(declared)
        octets = encoder.check(default).decode("latin-1")
        if declared.spec.fills == "cookie":
            octets = octets.partition(";")[0]  # the Max-Age that comes with a CookieValue is not its value
        text = octets if encoder.field else unquote(octets)  # a placeholder's text is percent-encoded in place
    except NoTextForm:
        text = ""
    except ParamError as error:
        raise refused(f"the default of {name!r} {error.what}", "params", error.help, specifier.call_site) from None
    members: dict[str, Any] = {**dict(declared.spec), "default": DefaultText.of(text, default)}
    return declared._replace(spec=ParamSpec(**members))


def _declaration(name: str, annotation: Any, specifier: Specifier) -> ParamDeclaration:
    """The param without its default."""
    filled: HeaderSpec | CookieSpec | None = None
    fills: Literal["header", "cookie", "placeholder"]
    encode = _encode(name, specifier)
    if specifier.placeholder:
        wire, fills = specifier.name or name, "placeholder"
    elif specifier.cookie is None:
        own_name = field_of(annotation)
        wire, fills = specifier.name or own_name or name.replace("_", "-").title(), "header"
        filled = HeaderSpec(name=wire)
    else:
        wire, fills = with_prefix(specifier.prefix, specifier.name or name), "cookie"
        declared: dict[str, Any] = {**dict(specifier.cookie), "name": wire}
        filled = CookieSpec(**declared)
    spec = ParamSpec(
        name=name,
        fills=fills,
        slot=wire,
        type=TypeName.of(without_wrappers(annotation), annotation),
        optional=admits_none(annotation),
        encode=None if encode is None else TypeName.of(encode),
    )
    return ParamDeclaration(spec, filled, specifier.call_site)


def _encode(name: str, specifier: Specifier) -> Callable[[Any], str] | None:
    """The function that writes the param's text. Raises SpecError for anything else."""
    given: Any = codec_of(specifier.encode)
    if isinstance(given, str) and specifier.cookie is not None:
        if given in TEXT_CODECS:
            return TEXT_CODECS[given]
        what, advice = f"the `encode` of {name!r} is {given!r}", f"give one of {', '.join(TEXT_CODECS)}, or a function"
        raise refused(what, "params", advice, specifier.call_site)
    if given is None or callable(given):
        function: Any = given
        written_by: Callable[[Any], str] | None = function
        return written_by
    what = f"the `encode` of {name!r} is {type(given).__qualname__}, and not a function"
    raise refused(what, "params", "give a function that takes the value and returns its text", specifier.call_site)


def field_of(annotation: Any) -> str | None:
    """The name of the field whose class the annotation names, by itself or in a union or a list; None for others."""
    types = without_none(annotation)
    members = [member for type_ in types for member in (type_, *get_args(type_))]
    names = {name for member in members if (name := getattr(member, "field_name", None)) is not None}
    return names.pop() if len(names) == 1 else None


def encoder_of(declared: ParamDeclaration) -> ParamEncoder:
    """The param as the compiler sees it. Raises NoTextForm."""
    if declared.slot is None:
        return placeholder_encoder(declared.spec, "segment")
    if isinstance(declared.slot, CookieSpec):
        return cookie_encoder(declared.spec, declared.slot)
    return header_encoder(declared.spec)
