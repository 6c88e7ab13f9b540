"""The fields of a response beside those that are declared. What a middleware adds is nobody's fault."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.headers.field import FieldError
from antiphon.headers.registry import field_class
from antiphon.http.content_hashes import from_content
from antiphon.runtime.plan import BodyPlan
from antiphon.spec import HeaderSpec, ParamSpec, ResponseSpec
from antiphon.testing.declared.difference import Difference, NotAsDeclared, Unreadable
from antiphon.testing.declared.param_values import of_field, pattern_of
from antiphon.testing.declared.seen import Seen


def field_differences(spec: ResponseSpec, plan: BodyPlan, seen: Seen) -> Iterator[Difference]:
    """Each field that is missing, or has a value that is not the declared one, or none of the declared type."""
    declared: dict[str, list[HeaderSpec]] = {}
    for header in spec.headers:
        declared.setdefault(header.name.lower(), []).append(header)
    for name, value in plan.fields:
        declared.setdefault(name.lower(), [HeaderSpec(name=name, value=value)])
    params = {param.slot.lower(): param for param in spec.params if param.fills == "header"}
    for name, headers in declared.items():
        values = seen.values(name)
        param = params.get(name)
        if not values:
            if not (param and param.optional):
                yield Difference("field", headers[0].name, f"is missing{_declared(headers)}")
            continue
        fault = _fault(headers, param, values, seen)
        if fault:
            yield Difference("field", headers[0].name, fault)
    if plan.content_type and "content-type" not in declared and (seen.content or seen.content is None):
        sent = seen.values("content-type")
        if [_plain(plan.content_type)] != [_plain(value) for value in sent]:
            found = " and ".join(map(repr, sent)) or "missing"
            yield Difference("field", "Content-Type", f"is {found}, declared {plan.content_type!r}")


def _plain(media_type: str) -> str:
    return media_type.replace(" ", "").replace('"', "").lower()


def _declared(headers: list[HeaderSpec]) -> str:
    said = [text for header in headers if (text := header.value or header.template)]
    return f", declared {', '.join(said)!r}" if said else ""


def _fault(headers: list[HeaderSpec], param: ParamSpec | None, values: list[str], seen: Seen) -> str:
    """Why the values are not as declared; empty where they are."""
    first, sent = headers[0], ", ".join(values)
    if first.template is not None:
        fits = pattern_of(first.name, first.template).fullmatch(sent)
        return "" if fits else f"is {sent!r}, declared {first.template!r}"
    if first.from_content:
        return _content_fault(first.name, sent, seen)
    if param is not None:
        try:
            of_field(param, sent)
        except NotAsDeclared as error:
            return f"is {sent!r}: {error}"
        except Unreadable:
            pass
        return ""
    expected = ", ".join(header.value or "" for header in headers)
    return "" if _same(first.name, expected, sent, seen) else f"is {sent!r}, declared {expected!r}"


def _content_fault(name: str, sent: str, seen: Seen) -> str:
    if seen.content is None or seen.coded or seen.method == "HEAD":
        return ""
    expected = from_content(name, seen.content).decode()
    return "" if sent == expected else f"is {sent!r}, and the content says {expected!r}"


def _same(name: str, expected: str, sent: str, seen: Seen) -> bool:
    """Whether two values say the same. Anybody may add to Vary, and a coding makes a tag weak (RFC 9110, 8.8.3)."""
    if sent == expected or (name.lower() == "etag" and seen.coded and sent == f"W/{expected}"):
        return True
    if name.lower() == "vary":
        members = {member.strip().lower() for member in sent.split(",")}
        return {member.strip().lower() for member in expected.split(",")} <= members
    field = field_class(name)
    try:
        return field is not None and field.decode(sent) == field.decode(expected)
    except FieldError:
        return False
