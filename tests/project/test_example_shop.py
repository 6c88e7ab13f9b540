"""The promises of the example shop to a customer, seen through ASGI without a server."""

from __future__ import annotations

import msgspec
import pytest

pytest.importorskip("starlette", reason="the shop is a Starlette service")
pytest.importorskip("httpx2", reason="the shop's test client is httpx2's")

from collections.abc import Iterator

from starlette.testclient import TestClient

from antiphon import Problem, ResponseSpec, check
from shop import responses
from shop.app import service
from shop.models import Account, Item
from shop.store import STOCK, Store

ADA = {"name": "Ada", "email": "ada@example.com", "password": "correct horse battery"}
CUP = {"sku": "cup-gold", "name": "A golden cup", "cents": 90000}
HOUSE = {
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "content-security-policy": "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}
SPECS: dict[str, ResponseSpec] = {
    name: value.spec for name, value in vars(responses).items() if hasattr(value, "send") and hasattr(value, "spec")
}


@pytest.fixture
def stranger() -> Iterator[TestClient]:
    """A client without an account, in front of a new shop."""
    with TestClient(service(Store()), base_url="https://shop.example", follow_redirects=False) as client:
        yield client


@pytest.fixture
def customer(stranger: TestClient) -> TestClient:
    """A client that has just signed up."""
    assert 201 == stranger.post("/accounts", json=ADA).status_code
    return stranger


def problem(content: bytes) -> Problem:
    return msgspec.json.decode(content, type=Problem)


@pytest.mark.parametrize("name", SPECS)
def test_every_response_is_clean(name: str) -> None:
    """No rule has anything to say about any response, not even as advice."""
    assert () == check(SPECS[name])


@pytest.mark.parametrize("name", sorted(SPECS.keys() - {"healthy"}))
def test_every_response_but_the_health_check_has_the_security_fields(name: str) -> None:
    """The fragment is added to each of them."""
    fields = {header.name.lower(): header.value for header in SPECS[name].headers}
    assert HOUSE == {field: fields.get(field) for field in HOUSE}


def test_a_description_survives_json() -> None:
    """Each spec comes back equal from its own JSON."""
    assert SPECS == {
        name: ResponseSpec.model_validate_json(spec.model_dump_json(), strict=True) for name, spec in SPECS.items()
    }


def test_signing_up_opens_an_account_and_a_session(stranger: TestClient) -> None:
    """201 with the account (a dataclass), its address, and the two cookies as they are declared."""
    answer = stranger.post("/accounts", json=ADA)
    account = msgspec.json.decode(answer.content, type=Account)
    session, signed_in = answer.headers.get_list("set-cookie")
    token = stranger.cookies["__Host-session"]
    assert (201, "/account", "no-store") == (
        answer.status_code,
        answer.headers["location"],
        answer.headers["cache-control"],
    )
    assert (1, "Ada", "ada@example.com") == (account.id, account.name, account.email)
    assert f"__Host-session={token}; HttpOnly; Max-Age=604800; Path=/; SameSite=Lax; Secure" == session
    assert "signed_in=yes; Max-Age=604800; Path=/; SameSite=Lax; Secure" == signed_in


def test_no_answer_holds_a_password(customer: TestClient) -> None:
    """Neither the password nor a trace of its digest is in an account's JSON."""
    assert {"id", "name", "email", "opened"} == customer.get("/account").json().keys()


def test_an_address_has_one_account(customer: TestClient) -> None:
    """409 as problem details, whatever the case of the address."""
    answer = customer.post("/accounts", json={**ADA, "email": "ADA@example.com"})
    assert (409, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    assert Problem(title="Somebody has an account with this address", status=409) == problem(answer.content)


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({**ADA, "email": "ada"}, "$.email"),
        ({**ADA, "password": "short"}, "$.password"),
        ({**ADA, "name": 3}, "$.name"),
        ({"email": "ada@example.com", "password": "correct horse battery"}, None),
        ([], None),
    ],
)
def test_a_form_that_is_not_right_is_told_where(stranger: TestClient, body: object, pointer: str | None) -> None:
    """422 as problem details, with a pointer to the member at fault where there is one."""
    answer = stranger.post("/accounts", json=body)
    assert (422, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    assert ("The form is not right", pointer) == (answer.json()["title"], answer.json().get("pointer"))


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"null"])
def test_what_is_no_json_is_refused_like_a_wrong_form(stranger: TestClient, body: bytes) -> None:
    """422 as well, never a 500."""
    assert 422 == stranger.post("/accounts", content=body).status_code


def test_logging_in_opens_another_session(customer: TestClient) -> None:
    """200 with the account and a new token in the cookie."""
    before = customer.cookies["__Host-session"]
    answer = customer.post("/session", json={"email": ADA["email"], "password": ADA["password"]})
    assert (200, "Ada") == (answer.status_code, answer.json()["name"])
    assert before != customer.cookies["__Host-session"]


@pytest.mark.parametrize("email", ["ada@example.com", "nobody@example.com"])
def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(customer: TestClient, email: str) -> None:
    """401 with a challenge: nobody learns who has an account."""
    answer = customer.post("/session", json={"email": email, "password": "wrong"})
    assert (401, 'Bearer realm="shop"', responses.unauthorized().body) == (
        answer.status_code,
        answer.headers["www-authenticate"],
        answer.content,
    )
    assert [] == answer.headers.get_list("set-cookie")


def test_logging_out_deletes_both_cookies_and_the_session(customer: TestClient) -> None:
    """204, and afterwards the client has no cookie, and the token is nobody's."""
    token = customer.cookies["__Host-session"]
    answer = customer.delete("/session")
    assert (204, b"") == (answer.status_code, answer.content)
    assert [
        "__Host-session=; HttpOnly; Max-Age=0; Path=/; SameSite=Lax; Secure",
        "signed_in=; Max-Age=0; Path=/; SameSite=Lax; Secure",
    ] == answer.headers.get_list("set-cookie")
    assert {} == dict(customer.cookies)
    assert 401 == customer.get("/account", headers={"Authorization": f"Bearer {token}"}).status_code


def test_a_program_sends_its_token_without_cookies(customer: TestClient) -> None:
    """A Bearer token is as good as the cookie."""
    token = customer.cookies["__Host-session"]
    customer.cookies.clear()
    assert 200 == customer.get("/account", headers={"Authorization": f"bearer {token}"}).status_code


def test_the_shelves_are_listed_with_their_version(stranger: TestClient) -> None:
    """200 with every item (Structs) and an entity tag."""
    answer = stranger.get("/items")
    assert (200, '"items-2"', "no-cache") == (
        answer.status_code,
        answer.headers["etag"],
        answer.headers["cache-control"],
    )
    assert list(STOCK) == msgspec.json.decode(answer.content, type=list[Item])


def test_a_client_that_knows_the_shelves_gets_no_copy(customer: TestClient) -> None:
    """304 with the same entity tag, until something is added."""
    known = {"If-None-Match": customer.get("/items").headers["etag"]}
    unchanged = customer.get("/items", headers=known)
    assert (304, b"", known["If-None-Match"]) == (unchanged.status_code, unchanged.content, unchanged.headers["etag"])
    customer.post("/items", json=CUP)
    assert 200 == customer.get("/items", headers=known).status_code


def test_a_new_item_can_be_found_where_its_location_says(customer: TestClient) -> None:
    """201 with a Location that answers with the same item."""
    answer = customer.post("/items", json=CUP)
    assert (201, "/items/cup-gold", CUP) == (answer.status_code, answer.headers["location"], answer.json())
    assert CUP == customer.get(answer.headers["location"]).json()


def test_an_item_is_added_once(customer: TestClient) -> None:
    """409 for the same SKU, even with another name."""
    customer.post("/items", json=CUP)
    answer = customer.post("/items", json={**CUP, "name": "Another cup"})
    assert (409, "Another item has this SKU") == (answer.status_code, answer.json()["title"])
    assert "A golden cup" == customer.get("/items/cup-gold").json()["name"]


@pytest.mark.parametrize(("method", "target"), [("POST", "/items"), ("POST", "/orders"), ("GET", "/orders/1")])
def test_a_stranger_is_asked_to_sign_in(stranger: TestClient, method: str, target: str) -> None:
    """401 with a challenge, before anything else is looked at."""
    answer = stranger.request(method, target)
    assert (401, 'Bearer realm="shop"') == (answer.status_code, answer.headers["www-authenticate"])


def test_a_posted_order_is_shown_at_its_own_address(customer: TestClient) -> None:
    """303 leads to the receipt: a pydantic model, with a total that is computed."""
    answer = customer.post("/orders", data={"sku": "mug-blue", "quantity": "2"})
    receipt = customer.get(answer.headers["location"])
    assert (303, "/orders/1", b"") == (answer.status_code, answer.headers["location"], answer.content)
    order = receipt.json()
    assert (1, "mug-blue", 2, 1200, 2400) == (
        order["number"],
        order["sku"],
        order["quantity"],
        order["cents_each"],
        order["cents"],
    )


def test_the_quantity_is_one_unless_it_is_given(customer: TestClient) -> None:
    """The front page's form does not ask for it."""
    location = customer.post("/orders", data={"sku": "mug-red"}).headers["location"]
    assert 1 == customer.get(location).json()["quantity"]


@pytest.mark.parametrize(
    ("form", "status"),
    [({"sku": "teapot"}, 404), ({"sku": "mug-red", "quantity": "0"}, 422), ({"quantity": "2"}, 422)],
)
def test_an_order_that_cannot_be_filled_is_refused(customer: TestClient, form: dict[str, str], status: int) -> None:
    """404 for an unknown item, 422 where the form is not right; the next order is still the first."""
    assert status == customer.post("/orders", data=form).status_code
    assert "/orders/1" == customer.post("/orders", data={"sku": "mug-red"}).headers["location"]


def test_other_peoples_orders_do_not_exist(customer: TestClient) -> None:
    """404, as for a number that was never given."""
    customer.post("/orders", data={"sku": "mug-red"})
    customer.cookies.clear()
    customer.post("/accounts", json={**ADA, "email": "eve@example.com"})
    assert customer.get("/orders/99").content == customer.get("/orders/1").content == responses.not_found().body


@pytest.mark.parametrize("target", ["/items/teapot", "/nowhere", "/orders/one"])
def test_what_is_not_there_is_said_in_the_shops_own_words(customer: TestClient, target: str) -> None:
    """404 as problem details, whether a handler or the router finds nothing."""
    answer = customer.get(target)
    assert (404, responses.not_found().body) == (answer.status_code, answer.content)
    assert "application/problem+json" == answer.headers["content-type"]


@pytest.mark.parametrize(
    ("method", "target", "allowed"),
    [("PUT", "/items", {"GET", "HEAD", "POST"}), ("GET", "/accounts", {"POST"}), ("POST", "/health", {"GET", "HEAD"})],
)
def test_a_wrong_method_is_told_the_right_ones(
    stranger: TestClient, method: str, target: str, allowed: set[str]
) -> None:
    """405 with Allow, whether a class or a function answers at that address."""
    answer = stranger.request(method, target)
    assert (405, allowed) == (answer.status_code, set(answer.headers["allow"].split(", ")))


def test_a_fault_of_the_shops_own_says_nothing_about_itself() -> None:
    """500 as problem details; what was raised is for the log."""

    class Broken(Store):
        def items(self) -> list[Item]:
            raise RuntimeError("the shelf fell down")

    with TestClient(service(Broken()), raise_server_exceptions=False) as client:
        answer = client.get("/items")
    assert (500, responses.out_of_order().body) == (answer.status_code, answer.content)


def test_the_front_page_escapes_what_people_call_themselves(stranger: TestClient) -> None:
    """A name is text, never markup."""
    stranger.post("/accounts", json={**ADA, "name": "<b>Ada</b>"})
    page = stranger.get("/")
    assert "text/html; charset=utf-8" == page.headers["content-type"]
    assert "Welcome back, &lt;b&gt;Ada&lt;/b&gt;." in page.text


def test_the_health_check_is_made_once(stranger: TestClient) -> None:
    """Its octets never change, and no request makes them again."""
    assert ("ok\n", "no-store") == (stranger.get("/health").text, stranger.get("/health").headers["cache-control"])
    assert responses.healthy().body is responses.healthy().body
