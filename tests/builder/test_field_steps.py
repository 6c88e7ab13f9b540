"""The generated steps: in step with the field modules, and each of them right."""

from __future__ import annotations

import dataclasses
import inspect
import sys
from datetime import UTC, datetime, timedelta
from typing import Any, Self, get_type_hints

import pytest

from antiphon import respond
from antiphon.builder.field_steps import FieldSteps, ObligedFieldSteps
from antiphon.builder.refused import refused
from antiphon.diagnostics.call_site import CallSite
from antiphon.diagnostics.refusals import FIELD_VALUE
from antiphon.errors import ParamError, SpecError
from antiphon.headers.content_range import ContentRange
from antiphon.headers.field import Field, FieldError
from antiphon.headers.location import Location
from antiphon.headers.registry import CITATIONS, FIELDS
from antiphon.headers.values.conversion import convert
from antiphon.headers.www_authenticate import Challenge
from antiphon.spec import HeaderSpec
from tests import field_values

#: Every field but Content-Type, which is the body's to say.
CLASSES = [field for field in field_values.CLASSES if field.field_name != "Content-Type"]
OBLIGED = {"allow", "content_range", "location", "www_authenticate"}


@dataclasses.dataclass(frozen=True)
class Recorder(ObligedFieldSteps):
    """A draft that holds its field lines, and the line of the caller that each came from."""

    lines: tuple[tuple[str, str], ...] = ()
    numbers: tuple[int, ...] = ()

    def _with_header(self, header: HeaderSpec, call_site: CallSite) -> Self:
        line = (header.name, header.value or "")
        return dataclasses.replace(self, lines=(*self.lines, line), numbers=(*self.numbers, call_site.line))

    def _refused(self, field: type[Field], error: FieldError, call_site: CallSite) -> SpecError:
        return refused(str(error), field.field_name, error.help, call_site, FIELD_VALUE, cite=error.cite)


#: One call of each step, and the line that it adds. The text is that of the standards, not of the code.
STEPS: dict[str, tuple[tuple[Any, ...], dict[str, Any], str]] = {
    "accept_ch": (("Sec-CH-UA-Arch", "DPR"), {}, "Sec-CH-UA-Arch, DPR"),
    "accept_patch": (("application/merge-patch+json",), {}, "application/merge-patch+json"),
    "accept_post": (("text/turtle", "image/*"), {}, "text/turtle, image/*"),
    "accept_ranges": (("bytes",), {}, "bytes"),
    "access_control_allow_credentials": ((), {}, "true"),
    "access_control_allow_headers": (("X-A", "X-B"), {}, "X-A, X-B"),
    "access_control_allow_methods": (("PUT", "PATCH"), {}, "PUT, PATCH"),
    "access_control_allow_origin": (("https://a.example",), {}, "https://a.example"),
    "access_control_expose_headers": (("ETag",), {}, "ETag"),
    "access_control_max_age": ((timedelta(hours=1),), {}, "3600"),
    "age": ((7,), {}, "7"),
    "allow": (("GET", "HEAD"), {}, "GET, HEAD"),
    "alt_svc": (("h3", ":443"), {"max_age": 60, "persist": True}, 'h3=":443"; ma=60; persist=1'),
    "cache_control": ((), {"public": True, "max_age": timedelta(days=1)}, "public, max-age=86400"),
    "cdn_cache_control": ((), {"max_age": 60}, "max-age=60"),
    "clear_site_data": (("cookies", "storage"), {}, '"cookies", "storage"'),
    "content_digest": ((), {"sha_256": b"\0" * 32}, f"sha-256=:{'A' * 43}=:"),
    "content_disposition": (
        ("attachment",),
        {"filename": "naïve.txt"},
        "attachment; filename=\"naive.txt\"; filename*=UTF-8''na%C3%AFve.txt",
    ),
    "content_encoding": (("gzip",), {}, "gzip"),
    "content_language": (("de", "en-CA"), {}, "de, en-CA"),
    "content_location": (("/orders/7.json",), {}, "/orders/7.json"),
    "content_range": ((ContentRange(0, 499, 1234),), {}, "bytes 0-499/1234"),
    "content_security_policy": (
        (),
        {"default_src": "'self'", "script_src": ("'self'", "https://cdn.example"), "sandbox": True},
        "default-src 'self'; script-src 'self' https://cdn.example; sandbox",
    ),
    "content_security_policy_report_only": (
        (),
        {"default_src": "'none'", "report_to": "main"},
        "default-src 'none'; report-to main",
    ),
    "critical_ch": (("DPR",), {}, "DPR"),
    "cross_origin_embedder_policy": (("require-corp",), {"report_to": "main"}, 'require-corp;report-to="main"'),
    "cross_origin_embedder_policy_report_only": (("credentialless",), {}, "credentialless"),
    "cross_origin_opener_policy": (("same-origin",), {}, "same-origin"),
    "cross_origin_opener_policy_report_only": (("same-origin",), {}, "same-origin"),
    "cross_origin_resource_policy": (("same-site",), {}, "same-site"),
    "deprecation": ((datetime(2023, 6, 30, 23, 59, 59, tzinfo=UTC),), {}, "@1688169599"),
    "etag": (("v7",), {"weak": True}, 'W/"v7"'),
    "expires": ((datetime(1994, 12, 1, 16, tzinfo=UTC),), {}, "Thu, 01 Dec 1994 16:00:00 GMT"),
    "last_modified": ((datetime(1994, 11, 15, 12, 45, 26, tzinfo=UTC),), {}, "Tue, 15 Nov 1994 12:45:26 GMT"),
    "link": (("/a.css",), {"rel": "preload", "as_": "style"}, '</a.css>; rel="preload"; as="style"'),
    "location": ((Location("/users/1"),), {}, "/users/1"),
    "origin_agent_cluster": ((), {}, "?1"),
    "permissions_policy": (
        (),
        {"camera": (), "geolocation": ("self", "https://maps.example"), "others": {"new-thing": "*"}},
        'camera=(), geolocation=(self "https://maps.example"), new-thing=*',
    ),
    "priority": ((), {"urgency": 5, "incremental": True}, "u=5, i"),
    "ratelimit": (("default",), {"remaining": 50, "reset": 30}, '"default";r=50;t=30'),
    "ratelimit_policy": (("default",), {"quota": 100, "window": 60}, '"default";q=100;w=60'),
    "refresh": ((5,), {"url": "/next"}, "5; url=/next"),
    "referrer_policy": (("no-referrer", "same-origin"), {}, "no-referrer, same-origin"),
    "reporting_endpoints": ((), {"main": "/reports"}, 'main="/reports"'),
    "repr_digest": ((), {"sha_256": b"\0" * 32}, f"sha-256=:{'A' * 43}=:"),
    "retry_after": ((timedelta(minutes=2),), {}, "120"),
    "server_timing": (
        ("db",),
        {"duration": timedelta(milliseconds=53.2), "description": "Query 1"},
        'db;dur=53.2;desc="Query 1"',
    ),
    "strict_transport_security": (
        (timedelta(days=365),),
        {"include_subdomains": True},
        "max-age=31536000; includeSubDomains",
    ),
    "sunset": ((datetime(2033, 12, 31, 23, 59, 59, tzinfo=UTC),), {}, "Sat, 31 Dec 2033 23:59:59 GMT"),
    "timing_allow_origin": (("https://a.example",), {}, "https://a.example"),
    "vary": (("Accept", "Origin"), {}, "Accept, Origin"),
    "www_authenticate": ((Challenge("Bearer", realm="shop"),), {}, 'Bearer realm="shop"'),
    "x_content_type_options": ((), {}, "nosniff"),
    "x_frame_options": (("DENY",), {}, "DENY"),
}
#: Arguments of each step that its field refuses.
REFUSED: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {
    "accept_ch": (("A B",), {}),
    "accept_patch": (("*/*",), {}),
    "accept_post": ((), {}),
    "accept_ranges": (("a b",), {}),
    "access_control_allow_credentials": (("false",), {}),
    "access_control_allow_headers": (("a b",), {}),
    "access_control_allow_methods": (("PUT PATCH",), {}),
    "access_control_allow_origin": (("https://a.example/",), {}),
    "access_control_expose_headers": ((), {}),
    "access_control_max_age": ((-1,), {}),
    "age": ((-1,), {}),
    "allow": (("GET HEAD",), {}),
    "alt_svc": (("h3", "443"), {}),
    "cache_control": ((), {"max_age": -1}),
    "cdn_cache_control": ((), {}),
    "clear_site_data": (("cookie",), {}),
    "content_digest": ((), {"sha_256": b"short"}),
    "content_disposition": (("attachment",), {"filename": "a", "fallback": "../a"}),
    "content_encoding": ((), {}),
    "content_language": (("en_US",), {}),
    "content_location": (("/a#b",), {}),
    "content_range": (("bytes 1-0/9",), {}),
    "content_security_policy": ((), {"script_src": "self"}),
    "content_security_policy_report_only": ((), {}),
    "critical_ch": ((), {}),
    "cross_origin_embedder_policy": (("Require-Corp",), {}),
    "cross_origin_embedder_policy_report_only": (("corp",), {}),
    "cross_origin_opener_policy": (("same_origin",), {}),
    "cross_origin_opener_policy_report_only": (("same-origin",), {"report_to": "\u20ac"}),
    "cross_origin_resource_policy": (("any",), {}),
    "deprecation": ((True,), {}),
    "etag": (('"v7"',), {}),
    "expires": ((0,), {}),
    "last_modified": (("now",), {}),
    "link": (("/a",), {"rel": "'next'"}),
    "location": (("/a b",), {}),
    "origin_agent_cluster": ((), {"requested": "yes"}),
    "permissions_policy": ((), {"camera": ("a.example",)}),
    "priority": ((), {"urgency": 8}),
    "ratelimit": (("default",), {"remaining": -1}),
    "ratelimit_policy": (("default",), {"quota": 1.5}),
    "refresh": ((-1,), {}),
    "referrer_policy": (("never",), {}),
    "reporting_endpoints": ((), {"Main": "/reports"}),
    "repr_digest": ((), {}),
    "retry_after": ((1.5,), {}),
    "server_timing": (("a b",), {}),
    "strict_transport_security": ((-1,), {"include_subdomains": False}),
    "sunset": ((None,), {}),
    "timing_allow_origin": (("a.example",), {}),
    "vary": (("*", "Accept"), {}),
    "www_authenticate": (('Basic realm="a',), {}),
    "x_content_type_options": (("no-sniff",), {}),
    "x_frame_options": (("ALLOWALL",), {}),
}


def _place(error: SpecError) -> tuple[str, int]:
    """The refusal, and the line of the call."""
    [diagnostic] = error.diagnostics
    assert diagnostic.position is not None
    return diagnostic.path, diagnostic.position.line


FIELD_OF = {field.field_name.lower().replace("-", "_"): field for field in CLASSES}

every_step = pytest.mark.parametrize("step", FIELD_OF)
every_field = pytest.mark.parametrize("field", CLASSES, ids=lambda field: str(field.field_name))


@every_step
def test_a_step_adds_its_field(step: str) -> None:
    """A step takes what its field's constructor takes, and adds that one line, where the caller called it."""
    arguments, keywords, expected = STEPS[step]
    here = sys._getframe().f_lineno + 1
    draft = getattr(Recorder(), step)(*arguments, **keywords)

    assert ((FIELD_OF[step].field_name, expected),) == draft.lines
    assert (here,) == draft.numbers


@pytest.mark.parametrize("step", sorted(set(FIELD_OF) - OBLIGED))
def test_a_step_has_the_parameters_of_its_field(step: str) -> None:
    """Names, kinds, defaults and annotations are those of the constructor."""
    expected = list(inspect.signature(FIELD_OF[step]).parameters.values())

    assert expected == list(inspect.signature(getattr(FieldSteps, step)).parameters.values())[1:]


def test_obliged_steps_are_apart() -> None:
    """The fields that a status obliges have steps in a class of their own, and keywords in the other."""
    assert not OBLIGED & set(vars(FieldSteps))
    assert set(vars(ObligedFieldSteps)) >= OBLIGED
    assert list(inspect.signature(FieldSteps.headers).parameters)[1:] == [
        name.replace("-", "_") for name in FIELDS if name != "content-type"
    ]


@every_field
def test_a_keyword_takes_the_field_or_its_text(field: type[Field]) -> None:
    """`headers(...)` takes the typed value and the text of every field, and adds the same line for both."""
    keyword = field.field_name.lower().replace("-", "_")
    text = field.examples[0]
    steps: Any = Recorder()

    assert ((field.field_name, text),) == steps.headers(**{keyword: text}).lines
    assert ((field.field_name, text),) == steps.headers(**{keyword: field.decode(text)}).lines


@every_field
def test_a_keyword_refuses_text_that_is_no_value(field: type[Field]) -> None:
    """Text that the field does not take is refused by the field's name, where the caller called."""
    keyword = field.field_name.lower().replace("-", "_")
    steps: Any = Recorder()
    here = sys._getframe().f_lineno + 2
    with pytest.raises(SpecError) as refused:
        steps.headers(**{keyword: "\r\n"})

    assert (field.field_name, here) == _place(refused.value)


def test_keywords_add_lines_in_the_order_of_names() -> None:
    """Several keywords of one call are several lines, each from the line of that call; None adds nothing."""
    here = sys._getframe().f_lineno + 1
    draft = Recorder().headers(vary=["Accept"], age=timedelta(seconds=5), etag='"v"', expires=None)

    assert (("Age", "5"), ("ETag", '"v"'), ("Vary", "Accept")) == draft.lines
    assert (here, here, here) == draft.numbers


@every_step
def test_a_step_refuses_where_it_is_called(step: str) -> None:
    """A value that cannot be built is refused by the field's name, with the line of the call."""
    arguments, keywords = REFUSED[step]
    here = sys._getframe().f_lineno + 2
    with pytest.raises(SpecError) as refused:
        getattr(Recorder(), step)(*arguments, **keywords)

    assert (FIELD_OF[step].field_name, here) == _place(refused.value)


@every_step
def test_a_refused_value_says_four_things(step: str) -> None:
    """The sentence, the user's own line, a line that the field can have, and the section that defines the field."""
    arguments, keywords = REFUSED[step]
    field = FIELD_OF[step]
    start = {"allow": 405, "content_range": 206, "location": 303, "www_authenticate": 401}.get(step, 200)
    begin: Any = respond
    with pytest.raises(SpecError) as refused:
        getattr(begin(start), step)(*arguments, **keywords)

    [found] = refused.value.diagnostics
    assert ("AN021", "headers[0]", CITATIONS[field.field_name.lower()]) == (found.code, found.path, found.citation)
    assert found.message.startswith(field.field_name)
    assert f"{field.field_name}: {field.examples[0]}" in found.help or "without its quotes" in found.help
    assert found.position is not None
    assert __file__ == found.position.file


@every_step
def test_the_error_of_a_field_is_a_param_error(step: str) -> None:
    """Whoever passes a user's input to a field has one exception to catch, with what, help and cite."""
    arguments, keywords = REFUSED[step]
    made: Any = convert if step in {"content_range", "www_authenticate"} else FIELD_OF[step]
    given = (FIELD_OF[step], *arguments) if made is convert else arguments
    with pytest.raises(ParamError) as refused:
        made(*given, **keywords)

    error = refused.value
    assert (FIELD_OF[step].field_name, CITATIONS[FIELD_OF[step].field_name.lower()]) == (error.parameter, error.cite)
    assert str(error).startswith(error.parameter)
    assert error.what
    assert error.help


@pytest.mark.parametrize(
    ("step", "value", "line"),
    [
        ("location", "https://elsewhere.example/", "https://elsewhere.example/"),
        ("content_range", "bytes */9", "bytes */9"),
        ("www_authenticate", 'Basic realm="a"', 'Basic realm="a"'),
    ],
)
def test_an_obliged_step_takes_text(step: str, value: str, line: str) -> None:
    """A declared Location may lead anywhere; the others are read as their fields."""
    assert line == getattr(Recorder(), step)(value).lines[0][1]


def test_challenges_are_lines_of_their_own() -> None:
    """Two challenges are two lines, in the order of the calls."""
    draft = Recorder().www_authenticate(Challenge("Bearer")).www_authenticate("Negotiate")

    assert (("WWW-Authenticate", "Bearer"), ("WWW-Authenticate", "Negotiate")) == draft.lines


def test_the_hooks_are_the_builder_s() -> None:
    """Without a builder there is nothing that a step could add to."""
    steps = ObligedFieldSteps()
    with pytest.raises(NotImplementedError):
        steps.age(1)
    with pytest.raises(NotImplementedError):
        steps.age(-1)


@every_step
def test_annotations_are_real(step: str) -> None:
    """Every name in an annotation can be looked up, for editors and for whoever inspects a step."""
    assert "return" in get_type_hints(getattr(ObligedFieldSteps, step))
