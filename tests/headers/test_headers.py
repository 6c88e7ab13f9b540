"""The promises of every typed field."""

from __future__ import annotations

import copy
import pickle
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antiphon.headers.accept_ch import AcceptCH
from antiphon.headers.cache_control import CacheControl
from antiphon.headers.content_digest import ContentDigest
from antiphon.headers.content_disposition import ContentDisposition
from antiphon.headers.content_security_policy import ContentSecurityPolicy
from antiphon.headers.cross_origin_opener_policy import CrossOriginOpenerPolicy
from antiphon.headers.etag import ETag
from antiphon.headers.field import Field, FieldError
from antiphon.headers.link import Link
from antiphon.headers.location import Location
from antiphon.headers.priority import Priority
from antiphon.headers.registry import FIELDS, field_class
from antiphon.headers.strict_transport_security import StrictTransportSecurity
from antiphon.headers.values.structured.values import Item, Token
from antiphon.headers.vary import Vary
from antiphon.headers.www_authenticate import Challenge
from antiphon.headers.x_frame_options import XFrameOptions
from tests.field_values import BUILT, CLASSES, nearly
from tests.support.asked import examples

#: RFC 9110 section 5.5: no whitespace around a field value, no control inside but HTAB; and nothing outside ASCII.
SENDABLE = re.compile(rb"(?:[!-~](?:[\t -~]*[!-~])?)?")

every_field = pytest.mark.parametrize("field", CLASSES, ids=lambda field: str(field.field_name))


@every_field
def test_examples_are_canonical(field: type[Field]) -> None:
    """An example is decoded and encoded to the very same text."""
    assert field.examples
    assert list(field.examples) == [field.decode(example).encode().decode("ascii") for example in field.examples]


@every_field
def test_values_are_values(field: type[Field]) -> None:
    """Equal text gives equal values of the same hash, and a copy of a value is equal and of its type."""
    for example in field.examples:
        value: Any = field.decode(example)

        assert value == field.decode(example)
        assert hash(value) == hash(field.decode(example))
        for copied in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
            assert (field, value) == (type(copied), copied)


def test_the_registry_finds_fields_in_any_case() -> None:
    """A class is found by its field name however that is written, and nothing is found for another name."""
    assert CLASSES == [field_class(name.upper()) for name in FIELDS]
    assert list(FIELDS) == [field.field_name.lower() for field in CLASSES]
    assert field_class("X-Unheard-Of") is None


def test_every_field_is_built_below() -> None:
    """The strategies of the next test leave no field out."""
    assert set(CLASSES) == set(BUILT)


@pytest.mark.newest
@every_field
@settings(max_examples=examples(60), deadline=None)  # a busy machine is no failure
@given(data=st.data())
def test_what_is_built_comes_back(field: type[Field], data: st.DataObject) -> None:
    """Whatever a constructor accepts can be sent, and is decoded to an equal value."""
    value = data.draw(BUILT[field])
    wire = value.encode()

    assert SENDABLE.fullmatch(wire)
    assert value == field.decode(wire.decode("ascii"))


@pytest.mark.newest
@every_field
@settings(max_examples=examples(60), deadline=None)  # a busy machine is no failure
@given(data=st.data())
def test_text_is_decoded_or_refused(field: type[Field], data: st.DataObject) -> None:
    """`decode` raises nothing but FieldError, in one line; what it accepts can be sent and comes back equal."""
    text = data.draw(nearly(field))
    try:
        value = field.decode(text)
    except FieldError as error:
        refusal = str(error)
    else:
        assert SENDABLE.fullmatch(value.encode())
        assert value == field.decode(value.encode().decode("ascii"))
        return

    assert refusal.isprintable()
    assert field.field_name in refusal


def test_an_entity_tag_says_its_parts() -> None:
    """A tag is had without its quotes, and whether it is weak."""
    assert [("v", False), ("v", True)] == [(tag.tag, tag.weak) for tag in (ETag("v"), ETag("v", weak=True))]


def test_structured_fields_say_their_parts() -> None:
    """The members of a structured field are values."""
    assert (
        Item(Token("same-origin"), (("report-to", "main"),))
        == CrossOriginOpenerPolicy("same-origin", report_to="main").item
    )
    assert (Item(Token("DPR")),) == AcceptCH("DPR").members
    assert {"u": Item(1), "i": Item(value=True)} == Priority(urgency=1, incremental=True).members


def test_policies_say_their_directives() -> None:
    """Each policy of a value is had by directive, in lower case."""
    value = ContentSecurityPolicy.decode("Script-Src 'self' https:;, sandbox; report-to main")

    assert (
        {"script-src": ("'self'", "https:")},
        {"sandbox": (), "report-to": ("main",)},
    ) == value.directives


def test_a_digest_is_made_of_content() -> None:
    """The SHA-256 is that of the example in RFC 9530 appendix B.1."""
    expected = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:"

    assert expected == ContentDigest.of_content(b'{"hello": "world"}\n')


def test_a_token68_is_taken_for_itself() -> None:
    """The other form of a challenge is its scheme and one word."""
    assert "Negotiate YWJj" == Challenge("Negotiate", token68="YWJj") == Challenge.decode("Negotiate YWJj")


def test_parameters_that_must_not_be_quoted_are_not() -> None:
    """RFC 7616 section 3.3 has `stale` and `algorithm` as tokens, and everything else quoted."""
    expected = 'Digest realm="a", qop="auth", algorithm=SHA-256, stale=true'

    assert expected == Challenge("Digest", realm="a", qop="auth", algorithm="SHA-256", stale="true")


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("plan.pdf", 'filename="plan.pdf"'),
        ("a b;c,d.txt", 'filename="a b;c,d.txt"'),
        ("naïve.txt", "filename=\"naive.txt\"; filename*=UTF-8''na%C3%AFve.txt"),
        ("€.txt", "filename=\"_.txt\"; filename*=UTF-8''%E2%82%AC.txt"),
        ("100%41.txt", "filename=\"100_41.txt\"; filename*=UTF-8''100%2541.txt"),
        ("\u2024\u2024", "filename=\"download\"; filename*=UTF-8''%E2%80%A4%E2%80%A4"),
        (".gitignore", 'filename=".gitignore"'),
        ("x.txt ", "filename=\"x.txt\"; filename*=UTF-8''x.txt%20"),
        ("\u2100.txt", "filename=\"a_c.txt\"; filename*=UTF-8''%E2%84%80.txt"),
    ],
)
def test_a_file_name_is_sent_as_old_clients_take_it(name: str, sent: str) -> None:
    """Characters that a plain `filename` had better not hold go into `filename*`, beside something that it may hold."""
    value = ContentDisposition("attachment", filename=name)

    assert f"attachment; {sent}".encode() == value.encode()
    assert name == ContentDisposition.decode(value.encode().decode("ascii")).filename


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("../../etc/passwd", ".._.._etc_passwd"),
        ("C:\\report.pdf", "C__report.pdf"),
        ('say "hi"?.txt', "say _hi__.txt"),
        ("a\r\nb", "a__b"),
        ("a\u202efdp.exe", "a_fdp.exe"),
        ("\u200eWhatsApp Image.jpeg", "_WhatsApp Image.jpeg"),
        ("=?utf-8?q?a?=.txt", "=_utf-8_q_a_=.txt"),
        ("\udcff.txt", "_.txt"),
        ("..", "download"),
        ("x" * 300 + ".pdf", "x" * 240 + ".pdf"),
        ("", None),
    ],
)
def test_a_file_name_survives(name: str, sent: str | None) -> None:
    """Characters that browsers would replace are replaced before sending, and `filename` shows the result."""
    value = ContentDisposition("attachment", filename=name)

    assert sent == value.filename
    assert value == ContentDisposition.decode(value.encode().decode("ascii"))


def test_what_a_declaration_says_of_a_file_stays() -> None:
    """A legal value is kept as it was declared: its type, its further parameters, a plain name with an escape."""
    for text in ('form-data; name="a"; size=3', 'attachment; filename="a%41.txt"', 'inline; filename="a\\"b.txt"'):
        assert text.encode() == ContentDisposition.decode(text).encode()


def test_a_fallback_is_the_caller_s_to_say() -> None:
    """The name for old clients can be given."""
    value = ContentDisposition("attachment", filename="€.txt", fallback="EURO.txt")

    assert b"attachment; filename=\"EURO.txt\"; filename*=UTF-8''%E2%82%AC.txt" == value.encode()


def test_location_stays_or_says_that_it_leaves() -> None:
    """A target of this origin is built as it is, one elsewhere by name, and a declared one may be either."""
    assert ("/a?b#c", "https://e.example/") == (Location("/a?b#c"), Location.external("https://e.example/"))
    assert "https://e.example/" == Location.decode("https://e.example/")
    assert "é" not in Location("/%C3%A9")


def test_words_without_a_case_are_read_in_any() -> None:
    """HTML compares X-Frame-Options without regard to case; its canonical form is in upper case."""
    assert XFrameOptions("DENY") == XFrameOptions.decode("deny")


def test_legal_forms_are_read_as_the_canonical_one() -> None:
    """A value that the grammar admits in several forms is one value: quoted or not, in any case, spaced or not."""
    assert StrictTransportSecurity(1, include_subdomains=True) == StrictTransportSecurity.decode(
        'INCLUDESUBDOMAINS ;max-age="1";'
    )
    assert CacheControl(no_store=True, max_age=0, private=("x-a",)) == CacheControl.decode(
        "No-Store,max-age=00 , no-store, private=x-a"
    )
    assert Vary("A", "B") == Vary.decode("A ,\tB")


def test_a_link_may_say_several_languages() -> None:
    """RFC 8288 section 3.4.1: several hreflang say that several languages are available; rel occurs once."""
    text = '</manual>; rel="alternate"; hreflang="de"; hreflang="en"'
    assert text == Link.decode(text)
    for parameter in ("rel", "media", "title", "type"):
        with pytest.raises(FieldError, match=f"has {parameter} twice"):
            Link.decode(f'</a>; rel="next"; media="a"; title="a"; type="a/b"; {parameter}="a"')


def test_schemes_of_apps_are_compared_in_any_case() -> None:
    """RFC 3986 section 3.1: schemes are case-insensitive."""
    assert Location.external("MyApp:done", schemes=("MYAPP",)) == "MyApp:done"
