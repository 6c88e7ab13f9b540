"""The builder: immutable drafts, remembered places, and one SpecError for everything that is wrong."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from antiphon import (
    CookieSpec,
    Location,
    Params,
    SpecError,
    cookie,
    fragment,
    method_not_allowed,
    no_content,
    redirect,
    respond,
    respond_unregistered,
    unauthorized,
)
from antiphon.builder import (
    BodilessDraft,
    Draft,
    DraftMissingAllow,
    DraftMissingContentRange,
    DraftMissingLocation,
    DraftMissingWWWAuthenticate,
)
from antiphon.http.status import STATUSES
from antiphon.spec import HeaderSpec, ResponseSpec, SiteSpec


@dataclasses.dataclass
class User:
    id: int


class Target(Params):
    location: Location


class Other(Params):
    theme: str = cookie()


#: The same functions as a caller without a type checker sees them.
untyped: Any = respond
untyped_redirect: Any = redirect
untyped_fragment: Any = fragment


def line_of(text: str) -> int:
    """The line of this file that holds a text which is in it once, beside the call that asks."""
    source = Path(__file__).read_text().splitlines()
    lines = [number for number, line in enumerate(source, 1) if text in line and "line_of" not in line]
    assert len(lines) == 1, lines
    return lines[0]


def refused(make: Any) -> SpecError:
    """The SpecError that a faulty declaration raises."""
    with pytest.raises(SpecError) as caught:
        make()
    return caught.value


def test_a_step_leaves_its_draft_as_it_was() -> None:
    """Every step gives a new draft; the old one is unchanged and can be built on again."""
    plain = respond(200).text("ok")
    before = plain.spec()

    plain.cache_control(no_store=True).cookie("a", "b").describe("x").site(SiteSpec(scheme="https"))

    assert before == plain.spec()


def test_a_spec_is_a_value() -> None:
    """Two drafts built the same way describe equal, equally hashed responses, and JSON gives back the same value."""
    one, two = (respond(201).json(User).cookie("a", "b", max_age=60).spec() for _ in range(2))

    assert one == two
    assert hash(one) == hash(two)
    assert one == ResponseSpec.model_validate_json(one.model_dump_json())


@pytest.mark.parametrize("status", sorted(STATUSES))
def test_each_status_begins_in_its_own_state(status: int) -> None:
    """The state of a draft follows from what the status demands and whether it carries content."""
    wanted = {
        401: DraftMissingWWWAuthenticate,
        405: DraftMissingAllow,
        206: DraftMissingContentRange,
        **dict.fromkeys((301, 302, 303, 307, 308), DraftMissingLocation),
    }.get(status, Draft if STATUSES[status].content else BodilessDraft)

    assert wanted is type(untyped(status))


def test_secure_defaults() -> None:
    """A cookie is Secure, HttpOnly, SameSite=Lax and Path=/ unless the step says otherwise."""
    spec = respond(204).cookie("sid", "v").spec()

    assert (CookieSpec(name="sid", value="v", secure=True, http_only=True, same_site="lax", path="/"),) == spec.cookies


def test_insecure_cookie_is_the_one_without_secure() -> None:
    """Leaving Secure out has a step of its own, which shows in review."""
    assert not respond(204).insecure_cookie("sid", "v").spec().cookies[0].secure


def test_host_cookie_writes_its_prefix() -> None:
    """The `__Host-` prefix and what it obliges to are the step's business."""
    spec = respond(204).host_cookie("sid", "v").spec()

    assert "__Host-sid=v; HttpOnly; Path=/; SameSite=Lax; Secure" == spec.cookies[0].wire()
    assert spec == respond(204).host_cookie("__Host-sid", "v").spec()


@pytest.mark.parametrize(
    ("max_age", "seconds"), [(60, 60), (timedelta(minutes=1), 60), (timedelta(days=400), 34_560_000), (0, 0)]
)
def test_max_age_is_seconds_or_a_timedelta(max_age: int | timedelta, seconds: int) -> None:
    """Both are written as whole seconds."""
    assert seconds == respond(204).cookie("a", "b", max_age=max_age).spec().cookies[0].max_age


def test_expires_is_kept_to_the_second_in_utc() -> None:
    """An aware datetime of any zone becomes a moment of whole seconds, since IMF-fixdate has no fractions."""
    moment = datetime(2030, 1, 1, 12, 0, 0, 999, tzinfo=UTC)

    assert (
        datetime(2030, 1, 1, 12, tzinfo=UTC) == respond(204).cookie("a", "b", expires=moment).spec().cookies[0].expires
    )


def test_a_deletion_has_the_scope_of_its_cookie() -> None:
    """Name, domain, path, partition, Secure and SameSite come from the definition; the value and lifetime are gone."""
    definition = CookieSpec(
        name="__Host-sid", path="/", secure=True, http_only=True, same_site="none", partitioned=True, max_age=3600
    )

    wire = respond(204).delete_cookie(definition).spec().cookies[0].wire()

    assert "__Host-sid=; HttpOnly; Max-Age=0; Partitioned; Path=/; SameSite=None; Secure" == wire


def test_a_fragment_is_added_with_its_places() -> None:
    """Field lines and cookies of a fragment follow those of the draft, and findings point at the fragment."""
    shared = fragment().header("X-Shared", "1").cookie("bad", "b", path="nowhere")

    error = refused(lambda: respond(200).header("X-Own", "1").add(shared).compile())

    position = error.diagnostics[0].position
    assert position is not None
    assert line_of('fragment().header("X-Shared", "1")') == position.line


def test_all_findings_are_raised_at_once() -> None:
    """One SpecError carries every error, each at the step that made it."""
    error = refused(
        lambda: (
            respond(200).insecure_cookie("uno", "v", path="nowhere").cookie("t w o", "v").header("X Bad", "v").compile()
        )
    )

    found = {d.code: d.position.line for d in error.diagnostics if d.position is not None}
    assert {
        "CK040": line_of('.insecure_cookie("uno"'),
        "CK002": line_of('.cookie("t w o"'),
        "HD001": line_of('.header("X Bad"'),
    } == found


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (lambda: untyped("200"), "a status is an int, not str"),
        (lambda: untyped(True), "a status is an int, not bool"),
        (lambda: untyped(200).cookie("a", "b", max_age="60"), "max_age is str"),
        (lambda: untyped(200).cookie("a", "b", max_age=True), "max_age is bool"),
        (lambda: untyped(200).cookie("a", "b", secure=False), "secure is False"),
        (lambda: untyped(200).cookie("a", "b", max_age=timedelta(seconds=1.5)), "fraction of a second"),
        (
            lambda: untyped(200).cookie("a", "b", expires=datetime(2030, 1, 1)),  # noqa: DTZ001 - the mistake itself
            "aware datetime",
        ),
        (lambda: untyped(200).cookie("a", "b", expires="tomorrow"), "aware datetime"),
        (lambda: untyped(200).cookie("a", 3), "value: input should be a valid string"),
        (lambda: untyped(200).header("X", 3), "value: input should be a valid string"),
        (lambda: untyped(200).text(b"x"), "content: input should be a valid string"),
        (lambda: untyped(200).text("x", media_type=7), "media_type: input should be a valid string"),
        (lambda: untyped(200).bytes("image/png", "x"), "content: input should be a valid bytes"),
        (lambda: untyped(200).problem(title=3), "title: input should be a valid string"),
        (lambda: untyped(200).retry_after(-1), "not a number of seconds"),
        (lambda: untyped(200).headers(retry_after="soon"), "Retry-After"),
        (lambda: untyped(200).params(User), "not a Params class"),
        (lambda: untyped(200).delete_cookie("sid"), "deleted by its definition"),
        (lambda: untyped(200).params(Other(theme="x")), "not a Params class"),
        (lambda: untyped(200).params(Other).params(Target), "the second Params class"),
        (lambda: untyped(200).add(respond(200)), "a fragment is added, not Draft"),
        (lambda: untyped_fragment().site("shop.example"), "a site is a SiteSpec, not str"),
        (lambda: untyped(200).background("never"), "the background policy is 'never'"),
        (lambda: untyped(200).describe(3), "description is int, not text"),
        (lambda: untyped_redirect(200, location="/a"), "200 does not redirect"),
        (lambda: untyped_redirect(303, location="/a b"), "Location"),
    ],
)
def test_a_value_of_the_wrong_type_is_reported_at_the_users_line(make: Any, what: str) -> None:
    """A wrong call that no type checker saw is refused with what, where, help and cite, never from inside."""
    error = refused(make)

    diagnostic = error.diagnostics[0]
    assert what in diagnostic.message
    assert diagnostic.position is not None
    assert (__file__, True, True) == (diagnostic.position.file, bool(diagnostic.help), bool(diagnostic.citation))


def test_an_error_never_repeats_a_cookies_value() -> None:
    """Neither findings nor reprs hold the value of a cookie."""
    value = "s3cret; Domain=evil.example"
    error = refused(lambda: respond(200).cookie("sid", value).compile())

    assert "s3cret" not in str(error)
    assert "s3cret" not in repr(respond(200).cookie("sid", value).spec())


def test_findings_can_be_asked_for_without_compiling() -> None:
    """`check()` gives what `compile()` would raise, and raises nothing."""
    draft = respond(200).insecure_cookie("one", "v", path="nowhere")

    assert ["CK040"] == [d.code for d in draft.check() if d.level == "error"]


def test_a_field_whose_step_comes_with_params_is_not_missing() -> None:
    """A redirect whose location is a param has what it needs; one without is refused by the judge."""
    assert "/x" == respond(303).params(Target).compile()(location=Location("/x")).headers["location"]
    assert {"ST015"} == {d.code for d in refused(lambda: respond(303).params(Other).compile()).diagnostics}


def test_named_constructors() -> None:
    """The short forms make what the long ones make."""
    assert respond(308).location("/x").spec() == redirect(308, location="/x").spec()
    assert respond(204).spec() == no_content().spec()
    assert (
        respond(401).www_authenticate("Bearer").json(User).spec()
        == unauthorized(User, www_authenticate="Bearer").spec()
    )
    assert respond(405).allow("GET").json(User).spec() == method_not_allowed(User, allow=["GET"]).spec()


def test_unregistered_statuses_have_a_door_of_their_own() -> None:
    """Any code from 200 to 599 can be used; others are refused when the draft is compiled."""
    assert 299 == respond_unregistered(299).compile()().status_code
    assert {"ST001"} == {d.code for d in refused(lambda: respond_unregistered(600).compile()).diagnostics}


def test_allow_writes_the_field_and_accept_finding_an_allowance() -> None:
    """One word has one meaning: methods make the field, a code with its reason makes an allowance."""
    spec = respond(200).allow("GET", "HEAD").accept_finding("CK081", because="moving the cookie").spec()

    assert (HeaderSpec(name="Allow", value="GET, HEAD"),) == spec.headers
    assert ("CK081", "moving the cookie") == (spec.allowances[0].code, spec.allowances[0].because)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: untyped(204).json(User), "a response with status 204 has no content here"),
        (lambda: untyped(303).text("x"), "a response with status 303 has no content here"),
        (lambda: untyped(401).compile(), "status 401 demands .www_authenticate"),
        (lambda: untyped(303).compile(), "status 303 demands .location"),
        (lambda: untyped_fragment().compile(), "add it to a draft"),
    ],
)
def test_an_absent_step_says_why(make: Any, reason: str) -> None:
    """At run time the state explains itself, as its name does to a type checker."""
    with pytest.raises(AttributeError, match=reason):
        make()


def test_a_second_body_is_refused() -> None:
    """One of two bodies would be lost without a word."""
    assert "has a body already" in str(refused(lambda: untyped(200).json(User).text("x")))


def test_a_fragment_allows_nothing() -> None:
    """An allowance belongs to the draft that has the finding."""
    with pytest.raises(AttributeError, match="a finding is accepted on the drafts that have it"):
        untyped_fragment().accept_finding("CK081", because="x")


def test_a_cookie_of_a_spec_can_be_asked_for() -> None:
    """The definition that a deletion needs is found by its name."""
    spec = respond(204).host_cookie("sid", "v").spec()

    assert spec.cookies[0] == spec.cookie("__Host-sid")
    assert spec.cookie("__host-sid") is None
