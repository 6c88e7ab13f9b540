"""The shop's one page for people."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from shop.models import Account, Item

PAGE = """<!doctype html>
<html lang="en">
<title>The shop</title>
<h1>The shop</h1>
<p>{greeting}</p>
{items}
"""

ITEM = """<form method="post" action="/orders">
{name}, {price} <input type="hidden" name="sku" value="{sku}"><button>Buy</button>
</form>"""


def front_page(items: Iterable[Item], customer: Account | None) -> str:
    """The items to buy, and who is asking."""
    greeting = f"Welcome back, {escape(customer.name)}." if customer else "Please sign in to buy something."
    forms = (ITEM.format(name=escape(i.name), price=f"{i.cents / 100:.2f} €", sku=escape(i.sku)) for i in items)
    return PAGE.format(greeting=greeting, items="\n".join(forms))
