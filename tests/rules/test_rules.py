"""Every rule keeps the promises of its page, and its examples are its first tests."""

from __future__ import annotations

import importlib
import importlib.util
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import antiphon.rules
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.http.field_names import OTHER_FIELDS, RESPONSE_FIELDS
from antiphon.rules.check import check
from antiphon.rules.registry import rule_of, rules
from antiphon.rules.rule import Rule, as_response
from antiphon.spec import Allowance, CookieSpec, ExampleSpec, HeaderSpec, ParamSpec, ResponseSpec, SiteSpec
from antiphon.spec.bodies import EmptyBody, JSONBody, TextBody
from antiphon.spec.type_name import TypeName
from tests.support.asked import examples
from tests.support.suites import RECORDED

RULES_FOLDER = Path(str(next(iter(antiphon.rules.__path__))))

every_rule = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)


def found(example: ResponseSpec | CookieSpec | HeaderSpec, level: str | None = None) -> list[str]:
    """The codes that the judge finds, of one level where one is given."""
    return [diagnostic.code for diagnostic in check(example) if level in (None, diagnostic.level)]


def skip_without_its_package(rule: Rule) -> None:
    """CK034 is silent where its list is not installed, as its page says."""
    if rule.code == "CK034" and importlib.util.find_spec("publicsuffixlist") is None:
        pytest.skip("CK034 needs the package publicsuffixlist (antiphon[psl])")


@every_rule
def test_the_bad_example_has_this_mistake_and_no_other_error(rule: Rule) -> None:
    """A bad example draws its own rule, at the rule's level, and no error of another rule."""
    skip_without_its_package(rule)
    diagnostics = check(rule.bad)
    own = [diagnostic for diagnostic in diagnostics if diagnostic.code == rule.code]
    assert own, f"{rule.code} does not fire on its bad example"
    assert [] == [d.code for d in diagnostics if d.code != rule.code and d.level == "error"]
    if rule.code != "AN010":  # whose bad example is the graver of its two findings
        assert rule.level in {diagnostic.level for diagnostic in own}


@every_rule
def test_the_good_example_draws_nothing(rule: Rule) -> None:
    """A good example is clean: no error, no warning, no advice, from any rule."""
    assert [] == [(d.code, d.message) for d in check(rule.good)]


@every_rule
def test_file_function_and_slug_are_one_name(rule: Rule) -> None:
    """A rule's file, function and slug are the same string, so that one finds the others."""
    name = rule.slug.replace("-", "_")
    files = [path for path in RULES_FOLDER.glob("*/*.py") if path.stem == name]
    assert [name] == [path.stem for path in files]
    module = importlib.import_module(f"antiphon.rules.{files[0].parent.name}.{name}")
    assert rule is getattr(module, name)
    assert name == rule.check.__name__
    assert f"{rule.code}." == (module.__doc__ or "").splitlines()[0]


@every_rule
def test_the_page_is_complete(rule: Rule) -> None:
    """A page says in one sentence what is right, then why it hurts, what to write instead, and who says so."""
    assert re.fullmatch(r"[A-Z]{2}\d{3}", rule.code)
    assert re.fullmatch(r"\S.*[^.]\.", rule.doc), rule.doc
    assert not re.search(r"[a-z)`]\. [A-Z]", rule.doc), f"more than one sentence: {rule.doc}"
    assert rule.why.strip()
    assert rule.help.strip()
    assert not rule.help.endswith(".")
    assert rule.citation.strip()
    assert "§" not in rule.citation, "the word is section"


@every_rule
def test_examples_come_back_from_json_equal(rule: Rule) -> None:
    """A rule says the same of a value and of that value from a file."""
    for example in (rule.bad, rule.good):
        assert example == ResponseSpec.model_validate_json(example.model_dump_json())


@every_rule
def test_findings_lead_into_the_spec(rule: Rule) -> None:
    """The path of a finding names a part of the response that is there."""
    for diagnostic in check(rule.bad):
        value: Any = rule.bad
        for name, index in re.findall(r"([a-z_0-9]+)|\[(\d+)\]", diagnostic.path):
            value = value[int(index)] if index else getattr(value, name)


def test_codes_and_slugs_are_unique() -> None:
    """A code or a slug names one rule."""
    for names in ([rule.code for rule in rules()], [rule.slug for rule in rules()]):
        assert [] == [name for name, count in Counter(names).items() if count > 1]


def test_a_rule_is_found_by_code_and_by_slug() -> None:
    """`rule_of` takes the code or the slug, in any case."""
    for rule in rules():
        assert rule is rule_of(rule.code.lower()) is rule_of(rule.slug) is rule_of(rule.check.__name__)
    assert rule_of("CK999") is None


def catalogue() -> list[dict[str, Any]]:
    """The catalogue's rules."""
    entries: list[dict[str, Any]] = json.loads((RECORDED / "catalogue.json").read_text())
    return entries


def test_the_starred_rules_of_the_catalogue_are_there() -> None:
    """Each of the catalogue's 40 starred codes is a rule, at the catalogue's level."""
    starred = {entry["code"]: entry["severity"] for entry in catalogue() if entry["key"]}
    assert 40 == len(starred)
    assert starred == {rule.code: rule.level for rule in rules() if rule.code in starred}


def test_every_cookie_rule_of_the_catalogue_is_there() -> None:
    """Each CK code of the catalogue, starred or not, is a rule at the catalogue's level; two are antiphon's own."""
    listed = {entry["code"]: entry["severity"] for entry in catalogue() if entry["code"].startswith("CK")}
    own = {"CK006": "error", "CK086": "warning"}
    assert listed | own == {r.code: r.level for r in rules() if r.code.startswith("CK")}


def test_an_ordinary_secure_cookie_draws_nothing() -> None:
    """The cookie that everybody should write is not commented on."""
    cookie = CookieSpec(name="sid", value="v", path="/", secure=True, http_only=True, same_site="lax", max_age=3600)
    assert [] == found(cookie)


@pytest.mark.parametrize(
    "cookie",
    [
        CookieSpec(name="sid", value="t", path="/", same_site="lax"),
        CookieSpec(
            name="__Host-sid", value="t", path="/", secure=True, http_only=True, same_site="none", partitioned=True
        ),
        CookieSpec(name="__Secure-sid", value="t", path="/app", domain="shop.example", secure=True, same_site="strict"),
        CookieSpec(name="sid", value="t", path="/", same_site="none", secure=True, max_age=34_560_000),
    ],
    ids=lambda cookie: cookie.name,
)
def test_a_right_deletion_draws_nothing(cookie: CookieSpec) -> None:
    """`cookie.delete()` is silent, with and without a site that declares the cookie."""
    assert [] == found(cookie.delete())
    site = SiteSpec(cookies=(cookie,))
    assert [] == found(ResponseSpec(status=200, cookies=(cookie.delete(),), site=site))


def judged(cookie: CookieSpec, site: SiteSpec) -> list[tuple[str, str]]:
    """Code and level of what is found on a site."""
    diagnostics = check(ResponseSpec(status=200, cookies=(cookie,), site=site))
    return [(diagnostic.code, diagnostic.level) for diagnostic in diagnostics]


SID = CookieSpec(
    name="sid", value="t", path="/app", domain="shop.example", same_site="none", secure=True, partitioned=True
)


def but(**changes: Any) -> CookieSpec:
    """SID's deletion with something else in it."""
    return CookieSpec.model_validate(SID.delete().model_dump() | changes)


@pytest.mark.parametrize(
    ("deletion", "expected"),
    [
        (SID.delete(), []),
        (but(domain=None), [("CK027", "error")]),
        (but(path="/"), [("CK027", "error")]),
        (but(partitioned=False), [("CK027", "error")]),
        (but(same_site="lax"), [("CK027", "warning")]),
        (but(domain="SHOP.example"), []),
        (but(name="other", partitioned=False), []),
        (but(secure=False), [("CK052", "error"), ("CK070", "error")]),
    ],
)
def test_a_deletion_must_hit_its_cookie(deletion: CookieSpec, expected: list[tuple[str, str]]) -> None:
    """A deletion that leaves out the domain, path or partition of the site's cookie is an error, and no other is."""
    assert expected == judged(deletion, SiteSpec(cookies=(SID,)))


def test_a_deletion_may_hit_any_cookie_of_its_name() -> None:
    """Where a site has a name in two scopes, a deletion of either is right."""
    other = CookieSpec(name="sid", value="t", path="/", same_site="lax")
    assert [] == judged(other.delete(), SiteSpec(cookies=(SID, other)))


@pytest.mark.parametrize(
    ("scheme", "host", "expected"),
    [
        (None, None, []),
        (None, "shop.example", []),
        ("https", "shop.example", []),
        ("http", "shop.example", [("CK050", "error")]),
        ("http", "127.example", [("CK050", "error")]),
        ("http", "localhost.example", [("CK050", "error")]),
        ("http", None, [("CK050", "warning")]),
        ("http", "localhost", []),
        ("http", "App.LocalHost", []),
        ("http", "127.0.0.1", []),
        ("http", "127.8.9.10", []),
        ("http", "[::1]", []),
        ("http", "128.0.0.1", [("CK050", "error")]),
    ],
)
def test_secure_needs_https_or_this_very_machine(scheme: Any, host: str | None, expected: list[Any]) -> None:
    """A Secure cookie is refused over plain HTTP, but for loopback hosts; nothing is said without the scheme."""
    cookie = CookieSpec(name="sid", value="t", path="/", same_site="lax", secure=True)
    assert expected == judged(cookie, SiteSpec(scheme=scheme, host=host))


@pytest.mark.parametrize(
    ("host", "domain", "codes"),
    [
        ("shop.example", "shop.example", []),
        ("www.shop.example", "shop.example", []),
        ("WWW.Shop.Example", "shop.EXAMPLE", []),
        ("shop.example", "www.shop.example", ["CK033"]),
        ("myshop.example", "shop.example", ["CK033"]),
        ("shop.example", "other.example", ["CK033"]),
        ("10.0.0.1", "0.0.1", ["CK033", "CK035"]),
        ("localhost", "localhost", ["CK035"]),
        ("127.0.0.1", "127.0.0.1", ["CK035"]),
        ("shop.example", ".shop.example", ["CK030"]),
    ],
)
def test_domain_must_take_in_the_host(host: str, domain: str, codes: list[str]) -> None:
    """Domain is the host or a parent of it, and an address or a single label has none."""
    cookie = CookieSpec(name="sid", value="t", path="/", same_site="lax", domain=domain)
    assert codes == [code for code, _ in judged(cookie, SiteSpec(host=host))]


def test_public_suffixes_of_both_sections_are_refused() -> None:
    """Nobody's Domain may be a registry's or a provider's suffix, on that very host either."""
    pytest.importorskip("publicsuffixlist")
    for domain in ("com", "co.uk", "github.io", "kobe.jp", "CO.UK"):
        assert "CK034" in found(CookieSpec(name="a", value="b", path="/", same_site="lax", domain=domain))
    for domain in ("city.kobe.jp", "www.ck", "shop.co.uk", "user.github.io", "shop.example"):
        assert [] == found(CookieSpec(name="a", value="b", path="/", same_site="lax", domain=domain))


def test_without_the_list_public_suffixes_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """CK034 says nothing where publicsuffixlist is not installed."""
    module = importlib.import_module("antiphon.rules.cookies.domain_is_a_public_suffix")
    monkeypatch.setattr(module, "public_suffix_of", lambda: None)
    assert [] == found(CookieSpec(name="a", value="b", path="/", same_site="lax", domain="co.uk"))


def set_cookie_lines(*lines: str) -> list[Diagnostic]:
    """The findings on a response with these Set-Cookie field lines, but for AN010's advice."""
    headers = tuple(HeaderSpec(name="set-cookie", value=line) for line in lines)
    return [d for d in check(ResponseSpec(status=200, headers=headers)) if d.code != "AN010"]


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (("sid=t; Path=/; SameSite=Lax",), []),
        (("sid=t; path=/; samesite=lax; SECURE; httponly",), []),
        (("sid=t; Path=/; SameSite=Lax; Expires=Fri, 01 Jan 2027 00:00:00 GMT; Max-Age=5",), []),
        (("a=1, b=2",), ["CK082"]),
        (("a=1; Path=/; Expires=Fri, 01 Jan 2027 00:00:00 GMT, b=2; Path=/",), ["CK082"]),
        (("a=1; Secure,b=2",), ["CK082"]),
        (("sid=t; Path=/; SameSite=None",), ["CK052"]),
        (("__Host-sid=t; Path=/; SameSite=Lax; Secure; Domain=shop.example",), ["CK061"]),
        (("token",), ["CK001", "CK042", "CK053"]),
        (("sid=t; Path=/; SameSite=Lax; Max-Age",), ["CK020"]),
        (("sid=t; Path=/; SameSite=Lax; Secure=false",), ["CK010"]),
        (("sid=t; Path=/; SameSite=Lax; Path=/a",), ["CK009"]),
        (("sid=t; Path=/; SameSite=Lax; Priority=High",), ["CK011"]),
        (("sid=t; Path=/; SameSite=Lax;",), ["CK006"]),
        (("sid= t; Path=/; SameSite=Lax",), ["CK003"]),
        (("sid=t; Path=/; SameSite=Lax", "sid=u; Path=/; SameSite=Lax"), ["CK080"]),
        (("sid=t; Path=/; SameSite=Lax", "sid=u; Path=/a; SameSite=Lax"), ["CK081"]),
    ],
)
def test_set_cookie_lines_are_judged_as_cookies(lines: tuple[str, ...], codes: list[str]) -> None:
    """A cookie that is written as a field line is judged like any other, and commas do not join cookies."""
    own = [d for d in set_cookie_lines(*lines) if d.code.startswith("CK")]
    assert codes == [diagnostic.code for diagnostic in own]
    assert all(diagnostic.path.startswith("headers[") for diagnostic in own)


def test_an_extension_is_the_attribute_that_it_names() -> None:
    """No extension attribute slips past the rules for the attribute that a browser takes it for."""
    for extension, code in [
        (("SameSite", "None"), "CK052"),
        (("DOMAIN", "https://shop.example"), "CK030"),
        ((" max-age ", "1.5"), "CK020"),
        (("Max-Age=-1", None), "CK026"),
        (("Path", None), "CK040"),
        (("partitioned", None), "CK070"),
        (("expires", "tomorrow"), "CK022"),
        (("x; Domain=evil.example", None), "CK006"),
    ]:
        assert code in found(CookieSpec(name="a", value="b", extensions=(extension,)), "error"), extension


def test_more_than_180_cookies_are_an_error() -> None:
    """51 cookies in a response are a warning, 181 an error: the first ones vanish."""
    for count, level in [(50, None), (51, "warning"), (180, "warning"), (181, "error")]:
        cookies = tuple(CookieSpec(name=f"n{i}", value="v", path="/", same_site="lax") for i in range(count))
        diagnostics = check(ResponseSpec(status=200, cookies=cookies))
        assert ([level] if level else []) == [diagnostic.level for diagnostic in diagnostics]


@pytest.mark.parametrize("status", [200, 204, 205, 301, 304, 404, 500])
def test_cookies_are_welcome_from_200_on(status: int) -> None:
    """CK085 concerns interim responses alone."""
    cookie = CookieSpec(name="sid", value="t", path="/", same_site="lax")
    assert "CK085" not in found(ResponseSpec(status=status, cookies=(cookie,)))


def test_registered_names_are_never_misspelt() -> None:
    """AN004 is silent for every registered name, in any case, and for one's own names that begin with X-."""
    for name in (*RESPONSE_FIELDS, *OTHER_FIELDS, "X-Cache-Contrl", "x-location", "Rate-Limit", "Trace-Id", "Data"):
        for spelling in (name, name.lower(), name.upper()):
            assert "AN004" not in found(HeaderSpec(name=spelling, value="v")), spelling


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Cahce-Control", "Cache-Control"),
        ("cache_control", "Cache-Control"),
        ("ContentDisposition", "Content-Disposition"),
        ("E-Tag", "ETag"),
        ("Vray", "Vary"),
        ("Locaton", "Location"),
        ("Acess-Control-Allow-Orign", "Access-Control-Allow-Origin"),
        ("Refferer-Policy", "Referrer-Policy"),
        ("Strict-Transport-Securty", "Strict-Transport-Security"),
        ("X-Frame-Option", "X-Frame-Options"),
        ("x-content-type-option", "X-Content-Type-Options"),
    ],
)
def test_slips_of_the_fingers_are_named(name: str, meant: str) -> None:
    """A name that is a slip away from a registered one draws AN004, which names that one."""
    messages = [d.message for d in check(HeaderSpec(name=name, value="v")) if d.code == "AN004"]
    assert len(messages) == 1
    assert messages[0].endswith(f"but {meant} is")


def test_an_allowed_finding_is_left_out_and_an_unused_allowance_reported() -> None:
    """An allowance silences its own code alone."""
    cookie = CookieSpec(name="sid", value="t", path="/", same_site="none")
    because = Allowance(code="CK052", because="the old login frame needs it")
    assert [] == found(ResponseSpec(status=200, cookies=(cookie,), allowances=(because,)))
    assert ["AN005", "CK060"] == sorted(
        found(
            ResponseSpec(
                status=200,
                cookies=(CookieSpec(name="__Secure-a", value="t", path="/", same_site="lax"),),
                allowances=(because,),
            )
        )
    )


def test_a_part_is_judged_as_the_smallest_response_that_holds_it() -> None:
    """`check` takes a cookie or a header by itself."""
    cookie = CookieSpec(name="", value="t", path="/", same_site="lax")
    assert check(cookie) == check(as_response(cookie))
    assert ["CK001"] == found(cookie)


TEXT = st.text(max_size=8) | st.text('a=;, /"%\t\r\n\0.:-', max_size=8)
MAYBE = st.none() | TEXT
HOSTS = TEXT | st.sampled_from(["shop.example", "localhost", "127.0.0.1", "[::1]", "co.uk"])
COOKIES = st.builds(
    CookieSpec,
    name=TEXT | st.sampled_from(["a", "__Host-a"]),
    value=MAYBE,
    domain=st.none() | HOSTS,
    path=MAYBE | st.just("/"),
    max_age=st.none() | st.integers() | TEXT,
    expires=st.none() | st.datetimes() | TEXT,
    secure=st.booleans(),
    same_site=MAYBE | st.just("none"),
    partitioned=st.booleans(),
    extensions=st.lists(st.tuples(TEXT | st.just("Path"), MAYBE), max_size=2).map(tuple),
)
FIELD_NAMES = st.sampled_from(["Set-Cookie", *RESPONSE_FIELDS, "Cahce-Control"])
HEADERS = st.builds(HeaderSpec, name=TEXT | FIELD_NAMES, value=MAYBE)
TYPE_NAMES = TEXT | st.sampled_from(["int", "list[", "builtins:complex", "str | Nowhere", "antiphon:", "Literal[]"])
BODIES = st.one_of(
    st.just(EmptyBody()),
    st.builds(TextBody, content=MAYBE, media_type=TEXT | st.just("text/plain; charset=utf-8")),
    st.builds(JSONBody, model=st.none() | TYPE_NAMES.map(TypeName), content=MAYBE | st.just("[NaN]")),
)
PARAMS = st.builds(
    ParamSpec,
    name=TEXT,
    fills=st.sampled_from(["header", "cookie"]),
    slot=TEXT | st.just("ETag"),
    type=TYPE_NAMES.map(TypeName),
)
RESPONSES = st.builds(
    ResponseSpec,
    status=st.integers(-1, 1000) | st.sampled_from([103, 200, 204, 301, 304]),
    headers=st.lists(HEADERS, max_size=3).map(tuple),
    cookies=st.lists(COOKIES, max_size=3).map(tuple),
    body=BODIES,
    params=st.lists(PARAMS, max_size=2).map(tuple),
    examples=st.lists(st.builds(ExampleSpec, name=TEXT, content=TEXT), max_size=2).map(tuple),
    allowances=st.lists(st.builds(Allowance, code=TEXT | st.just("CK003"), because=TEXT), max_size=2).map(tuple),
    site=st.none()
    | st.builds(
        SiteSpec,
        scheme=st.sampled_from([None, "http", "https"]),
        host=st.none() | HOSTS,
        cookies=st.lists(COOKIES, max_size=2).map(tuple),
    ),
)


@settings(max_examples=examples(300), deadline=None)
@given(RESPONSES)
def test_no_response_is_too_wrong_to_be_judged(spec: ResponseSpec) -> None:
    """The judge raises for nothing that a spec can hold, and says the same when it is asked again."""
    assert check(spec) == check(spec)


@settings(max_examples=examples(100), deadline=None)
@given(COOKIES, st.sampled_from([None, "http", "https"]))
def test_no_finding_holds_a_value(cookie: CookieSpec, scheme: Any) -> None:
    """No rule of any family repeats a cookie's value, whatever is wrong with it."""
    secret = CookieSpec.model_validate(cookie.model_dump() | {"value": f"m4rk{cookie.value}m4rk"})
    spec = ResponseSpec(status=200, cookies=(secret, secret), site=SiteSpec(scheme=scheme, cookies=(secret.delete(),)))
    assert not any("m4rk" in f"{d.message}{d.help}{d.path}" for d in check(spec))
