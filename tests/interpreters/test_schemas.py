"""`schemas/` says what the models say: an independent validator agrees, and every document comes back equal."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from antiphon.diagnostics.pages import schema_url
from antiphon.rules.registry import rules
from antiphon.spec import Allowance, CookieSpec, ExampleSpec, HeaderSpec, ParamSpec, ResponseSpec, SiteSpec
from antiphon.spec.model import Model
from antiphon.spec.type_name import TypeName
from tests.support.paths import ROOT

SCHEMA = json.loads((ROOT / "schemas" / "response-spec.schema.json").read_text())
VALIDATOR = Draft202012Validator(SCHEMA)

EXAMPLES = [
    pytest.param(example, id=f"{rule.code}-{which}")
    for rule in rules()
    for which, example in (("bad", rule.bad), ("good", rule.good))
]

BODIES: list[dict[str, Any]] = [
    {"kind": "empty"},
    {"kind": "json", "model": "shop.models:User"},
    {"kind": "json", "content": "{}", "media_type": "application/vnd.shop+json"},
    {"kind": "json", "model": "list[float]", "nan": "null"},
    {"kind": "html"},
    {"kind": "html", "content": "<p>ü</p>"},
    {"kind": "text", "content": ""},
    {"kind": "bytes", "media_type": "image/png", "content": "iVBORw0KGgo="},
    {"kind": "redirect"},
    {"kind": "problem", "title": "No such user"},
]

WRONG: list[dict[str, Any]] = [
    {},
    {"status": "200"},
    {"status": 200.5},
    {"status": None},
    {"status": 200, "colour": "red"},
    {"status": 200, "headers": "a: b"},
    {"status": 200, "headers": [{"value": "no name"}]},
    {"status": 200, "headers": [{"name": "A", "value": 1}]},
    {"status": 200, "cookies": [{"name": "sid", "secure": "yes"}]},
    {"status": 200, "cookies": [{"name": "sid", "max_age": 1.5}]},
    {"status": 200, "cookies": [{"name": "sid", "httponly": True}]},
    {"status": 200, "body": {}},
    {"status": 200, "body": {"kind": "picture"}},
    {"status": 200, "body": {"content": "<p>"}},
    {"status": 200, "body": {"kind": "empty", "content": "x"}},
    {"status": 200, "body": {"kind": "json", "nan": "ignore"}},
    {"status": 200, "params": [{"name": "a", "fills": "body", "slot": "a"}]},
    {"status": 200, "background": "never"},
    {"status": 200, "allowances": [{"code": "CK081"}]},
    {"status": 200, "site": {"scheme": "ftp"}},
]


def both_ways(spec: ResponseSpec) -> ResponseSpec:
    """The spec after a journey through JSON, which the validator has to accept."""
    text = spec.model_dump_json()
    VALIDATOR.validate(json.loads(text))
    return ResponseSpec.model_validate_json(text)


def test_the_schema_is_one() -> None:
    """The schema is valid against its own metaschema, and says what it is."""
    Draft202012Validator.check_schema(SCHEMA)

    assert "https://json-schema.org/draft/2020-12/schema" == SCHEMA["$schema"]
    assert schema_url("response-spec") == SCHEMA["$id"]
    assert SCHEMA["$id"].startswith("https://")


@pytest.mark.parametrize("file", sorted((ROOT / "schemas").glob("*.json")), ids=lambda file: file.name)
def test_every_schema_that_is_served_has_its_address_as_its_id(file: Path) -> None:
    """The site copies the folder: an editor that follows a `$id` gets the schema."""
    schema = json.loads(file.read_text())

    assert schema_url(file.name.removesuffix(".schema.json")) == schema["$id"]
    assert schema["$id"].startswith("https://")
    assert schema["$id"].endswith(f"/{file.name}")


@pytest.mark.parametrize("spec", EXAMPLES)
def test_every_rules_example_comes_back_equal(spec: ResponseSpec) -> None:
    """A rule's bad and good examples are documents like any other: a spec may be wrong."""
    assert spec == both_ways(spec)


@pytest.mark.parametrize("body", BODIES, ids=str)
def test_every_body_kind_comes_back_equal(body: dict[str, Any]) -> None:
    """A body is told by its kind, in the schema and in the model alike."""
    document = {"status": 200, "body": body}
    VALIDATOR.validate(document)
    spec = ResponseSpec.model_validate_json(json.dumps(document))

    assert body["kind"] == spec.body.kind
    assert spec == both_ways(spec)


def test_a_spec_with_every_part_comes_back_equal() -> None:
    """Nothing is lost on the way through JSON, and what comes back has the same hash."""
    spec = ResponseSpec(
        status=201,
        headers=(HeaderSpec(name="Location"), HeaderSpec(name="X-Words", value="caf\u00e9, \u2603")),
        cookies=(
            CookieSpec(name="__Host-sid", path="/", secure=True, http_only=True, same_site="lax", max_age=3600),
            CookieSpec(name="old", value="", expires=datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)),
            CookieSpec(name="odd", value="a", expires="tomorrow", max_age="soon", extensions=(("Priority", "High"),)),
        ),
        params=(
            ParamSpec(name="location", fills="header", slot="Location", type=TypeName("shop.models:Place")),
            ParamSpec(name="sid", fills="cookie", slot="__Host-sid", optional=True),
        ),
        description="A user was created.",
        examples=(ExampleSpec(name="anna", content='{"id": 1}'),),
        background="on_success",
        allowances=(Allowance(code="CK081", because="moving the cookie to /app"),),
        site=SiteSpec(scheme="https", host="shop.example", cookies=(CookieSpec(name="sid"),)),
    )

    assert spec == both_ways(spec)
    assert hash(spec) == hash(both_ways(spec))


@pytest.mark.parametrize("document", WRONG, ids=json.dumps)
def test_a_wrong_document_is_refused_by_both(document: dict[str, Any]) -> None:
    """The schema refuses a document that the model refuses, so that an editor shows it."""
    with pytest.raises(ValidationError):
        ResponseSpec.model_validate_json(json.dumps(document))

    assert not VALIDATOR.is_valid(document)


def test_every_property_is_described() -> None:
    """An editor can say what each property means."""
    for name, model in {"ResponseSpec": SCHEMA, **SCHEMA["$defs"]}.items():
        undescribed = [key for key, value in model.get("properties", {}).items() if "description" not in value]

        assert not undescribed, name


def test_the_texts_below_attributes_are_in_the_schema() -> None:
    """The text below an attribute describes it; a class without sources has a schema without descriptions."""
    made: type[Model] = type("Made", (Model,), {"__module__": "nowhere", "__annotations__": {"a": int}})

    properties = ResponseSpec.model_json_schema()["$defs"]["CookieSpec"]["properties"]

    assert "The cookie's name, with its prefix." == properties["name"]["description"]
    assert {"title": "A", "type": "integer"} == made.model_json_schema()["properties"]["a"]
