"""Read the params that the body of a Params class or of a reply declares, once, when the class is made."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import KeysView, Mapping
from typing import Any, ClassVar, get_origin

import typing_extensions

from antiphon.builder.param_declaration import ParamDeclaration, Specifier, param
from antiphon.builder.refused import refused
from antiphon.diagnostics.call_site import CallSite
from antiphon.diagnostics.refusals import TAKEN_NAME, UNANNOTATED, UNREADABLE

#: Attributes of a response, Starlette's among them: a param of that name would hide one, or be hidden by it.
TAKEN_NAMES: frozenset[str] = frozenset((
    "antiphon_params", "background", "background_policy", "body", "carried", "charset", "content", "delete_cookie",
    "headers", "init_headers", "media_type", "raw_headers", "render", "set_cookie", "spec", "status_code", "transmit",
    "wsgi",
))  # fmt: skip


#: The keyword of the class statement that says what an attribute of a response would.
_KEYWORDS = {"status_code": "status", "media_type": "media_type"}


def refuse_taken_names(cls: type, base: type, call_site: CallSite) -> None:
    """Refuse what a class body sets that the response itself has: nothing would come of it, or a broken response.

    `base` is antiphon's own class, whose names that begin with an underscore are taken as well.
    """
    body = vars(cls)
    own = {name for name in vars(base) if name.startswith("_") and not name.startswith("__")}
    annotated = annotated_names(cls)
    for name in [*body, *annotated]:
        # A param is refused with the place of its specifier.
        is_param = name in annotated and name not in own
        if is_param or name not in _taken_names(cls) | own or name in _REPLACEABLE:
            continue
        advice = "give it another name"
        if (keyword := _KEYWORDS.get(name)) is not None:
            advice = f"give it as a keyword: `class {cls.__name__}(..., {keyword}=...)`"
        what = f"the class body of {cls.__name__} sets {name!r}, and a response has a {name!r} already"
        raise refused(what, "params", advice, call_site, TAKEN_NAME)


def _taken_names(cls: type) -> frozenset[str]:
    """The attributes of responses, and those of the kind of response that a class is."""
    kinds = [base for base in cls.__mro__ if base.__module__.startswith("antiphon.responses")]
    names = {name for base in kinds for name in (*vars(base), *annotated_names(base))}
    return TAKEN_NAMES | {name for name in names if not name.startswith("_")}


#: Methods that a subclass may have a version of.
_REPLACEABLE = frozenset(("set_cookie", "delete_cookie", "background_policy"))


def declared_params(cls: type, names: Mapping[str, Any], call_site: CallSite) -> tuple[ParamDeclaration, ...]:
    """The params of a class and its bases, the bases' first. `names` are those in sight of the class statement.

    Raises SpecError for an annotation that cannot be read at run time, for a name that responses have already, and for
    a specifier without an annotation.
    """
    bases = (
        # Params of antiphon's own classes are judged with the user's class statement, so findings name that statement.
        param._replace(call_site=call_site) if "_is_base" in vars(base) else param
        for base in reversed(cls.__mro__[1:])
        for param in base.__dict__.get("antiphon_params", ())
    )
    inherited = {param.spec.name: param for param in bases}
    found = inherited | _declared(cls, names, call_site)
    _refuse_specifiers_of_others(cls, found.keys(), call_site)
    return tuple(found.values())


def _refuse_specifiers_of_others(cls: type, known: KeysView[str], call_site: CallSite) -> None:
    """Refuse a base with specifiers that is neither a Params class nor a reply: nobody reads them there."""
    for base in cls.__mro__[1:]:
        if "antiphon_params" in vars(base):
            continue
        for name, value in vars(base).items():
            said = value.metadata.get("antiphon") if isinstance(value, dataclasses.Field) else value
            if isinstance(said, Specifier) and name not in known:
                what = f"{name!r} is a param of {base.__name__}, which is neither a Params class nor a reply"
                advice = f"write `class {base.__name__}(Params)`; {cls.__name__} may then have it as a base"
                raise refused(f"{what}, so {cls.__name__} does not have it", "params", advice, call_site, UNANNOTATED)


def annotated_names(cls: type) -> KeysView[str]:
    """The names that a class body annotates, whether or not their types can be read.

    Since Python 3.14 a class has no dict of them before somebody asks (PEP 649).
    """
    return typing_extensions.get_annotations(cls, format=typing_extensions.Format.FORWARDREF).keys()


def annotations_of(cls: type, names: Mapping[str, Any], call_site: CallSite) -> dict[str, Any]:
    """The annotations of the class body itself, read as types."""
    try:
        return inspect.get_annotations(cls, locals=dict(names), eval_str=True)
    except Exception as error:  # noqa: BLE001 - whatever a user's annotation raises is reported with its place
        what = f"the annotations of {cls.__qualname__} cannot be read: {error}"
        raise refused(what, "params", "", call_site, UNREADABLE) from None


def _declared(cls: type, names: Mapping[str, Any], call_site: CallSite) -> dict[str, ParamDeclaration]:
    """The params of the class body itself, by name."""
    annotations = annotations_of(cls, names, call_site)
    _see_to_annotations(cls, annotations)
    found = {}
    for name, annotation in annotations.items():
        origin_of_annotation: object = get_origin(annotation)
        for_class = origin_of_annotation is ClassVar or annotation is ClassVar
        if for_class and (name not in _taken_names(cls) or "_is_base" in vars(cls)):
            continue
        field = cls.__dict__.get(name, dataclasses.MISSING)
        specifier = field.metadata.get("antiphon") if isinstance(field, dataclasses.Field) else None
        if isinstance(field, dataclasses.Field) and specifier is None:
            continue  # the content of a reply, or what its class fixes
        if name in _taken_names(cls):
            what = f"{cls.__name__} declares {name!r}, and a response has a {name!r} already"
            advice = f'give it another name, such as `own_{name}: str = header("...")`'
            raise refused(what, "params", advice, specifier.call_site if specifier else call_site, TAKEN_NAME)
        default = field.default if isinstance(field, dataclasses.Field) else field
        found[name] = param(name, annotation, specifier or Specifier(None, None, "", call_site), default)
    return found


def _see_to_annotations(cls: type, annotations: Mapping[str, Any]) -> None:
    """Refuse a specifier that has no annotation, or is in one: nothing would come of it."""
    for name, annotation in annotations.items():
        for given in getattr(annotation, "__metadata__", ()):
            said = given.metadata.get("antiphon") if isinstance(given, dataclasses.Field) else given
            if isinstance(said, Specifier):
                what = f"{name!r} of {cls.__name__} has its specifier inside Annotated, where no type checker looks"
                raise refused(
                    what, "params", f"write it as the value: `{name}: str = ...`", said.call_site, UNANNOTATED
                )
    for name, value in list(cls.__dict__.items()):
        said = value.metadata.get("antiphon") if isinstance(value, dataclasses.Field) else value
        if isinstance(said, Specifier) and name not in annotations:
            what = f"{name!r} of {cls.__name__} has a specifier and no annotation, so it is not a param"
            raise refused(what, "params", f"write its type: `{name}: str = ...`", said.call_site, UNANNOTATED)
