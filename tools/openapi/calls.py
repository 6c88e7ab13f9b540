"""Every operation of the FastAPI shop, called with the client that was generated from its document.

Run by `tools/openapi/check.py`, which generates `shop_client` first. mypy checks it in strict mode: it knows that what
an operation gives is one of the models of its declared responses.
"""

from __future__ import annotations

import sys

from shop_client import AuthenticatedClient, Client
from shop_client.api.default import (
    add_item,
    front_page,
    health,
    list_items,
    log_in,
    log_out,
    own_account,
    place_order,
    show_item,
    show_order,
    sign_up,
)
from shop_client.models import Account, InvalidInput, Item, LogIn, NewItem, Order, PlaceOrder, Problem, SignUp

ADA = SignUp(name="Ada", email="ada@example.com", password="correct horse battery")


def main(url: str) -> None:
    """Call them all. Raises AssertionError where the service says something else than its document."""
    stranger = Client(base_url=url, raise_on_unexpected_status=True)
    impostor = AuthenticatedClient(base_url=url, token="nobody's", raise_on_unexpected_status=True)
    assert health.sync(client=stranger) == "ok\n"
    assert "Please sign in" in str(front_page.sync(client=impostor))

    account = sign_up.sync(client=stranger, body=ADA)
    assert isinstance(account, Account)
    assert account.name == "Ada"
    taken = sign_up.sync_detailed(client=stranger, body=ADA)
    assert taken.status_code == 409
    assert isinstance(taken.parsed, Problem)
    assert taken.parsed.status == 409
    wrong = sign_up.sync(client=stranger, body=SignUp(name="Ada", email="ada@example.com", password="short"))
    assert isinstance(wrong, InvalidInput)
    assert wrong.pointer == "/body/password"
    assert isinstance(own_account.sync(client=impostor), Problem)

    logged_in = log_in.sync_detailed(client=stranger, body=LogIn(email=ADA.email, password=ADA.password))
    assert isinstance(logged_in.parsed, Account)
    token = logged_in.headers["set-cookie"].partition("=")[2].partition(";")[0]
    ada = AuthenticatedClient(base_url=url, token=token, raise_on_unexpected_status=True)
    assert isinstance(own_account.sync(client=ada), Account)

    items = list_items.sync_detailed(client=stranger)
    assert isinstance(items.parsed, list)
    unchanged = list_items.sync_detailed(client=stranger, if_none_match=items.headers["etag"])
    assert unchanged.status_code == 304
    cup = NewItem(sku="cup-gold", name="A golden cup", cents=90000)
    assert isinstance(add_item.sync(client=ada, body=cup), Item)
    assert isinstance(show_item.sync("cup-gold", client=stranger), Item)
    assert isinstance(show_item.sync("teapot", client=stranger), Problem)

    placed = place_order.sync_detailed(client=ada, body=PlaceOrder(sku="cup-gold", quantity=2))
    assert placed.status_code == 303
    order = show_order.sync(int(placed.headers["location"].rpartition("/")[2]), client=ada)
    assert isinstance(order, Order)
    assert order.cents == 180000
    assert log_out.sync_detailed(client=ada).status_code == 204
    print("every operation gives what its document says")


if __name__ == "__main__":
    main(sys.argv[1])
