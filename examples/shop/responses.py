"""Everything the shop can answer. A handler picks one of these; nothing else is ever sent."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeAlias, TypeVar

from antiphon import Challenge, ETag, Location, Params, Problem, SiteSpec, fragment, header, host_cookie, respond
from antiphon.responses import JSONResponse
from shop.models import Account, InvalidInput, Item, Order

A_WEEK = timedelta(days=7)
TWO_YEARS = timedelta(days=730)

#: On every response. The content policy allows the front page its own forms, and nothing at all that would be loaded.
HOUSE = (
    fragment()
    .site(SiteSpec(scheme="https", host="shop.example"))
    .strict_transport_security(TWO_YEARS, include_subdomains=True)
    .content_security_policy(default_src="'none'", form_action="'self'", frame_ancestors="'none'")
    .x_content_type_options("nosniff")
    .referrer_policy("no-referrer")
)

#: Tells the front end's scripts *that* somebody is signed in. The session itself is out of their reach.
SIGNED_IN = fragment().cookie("signed_in", "yes", http_only=False, max_age=A_WEEK)


# Who is there


class Session(Params):
    """The cookie is called `__Host-session`, so that no other host or path can plant one."""

    session: str = host_cookie(max_age=A_WEEK)


class NewAccount(Session):
    """A new customer is signed in at once."""

    location: Location


signed_up = (
    respond(201)
    .json(Account)
    .params(NewAccount)
    .cache_control(no_store=True)
    .add(SIGNED_IN)
    .add(HOUSE)
    .describe("The account is open, and its owner is signed in.")
    .compile()
)

logged_in = respond(200).json(Account).params(Session).cache_control(no_store=True).add(SIGNED_IN).add(HOUSE).compile()

session_cookie, signed_in_cookie = logged_in.spec.cookies

logged_out = respond(204).delete_cookie(session_cookie).delete_cookie(signed_in_cookie).add(HOUSE).compile()

account = respond(200).json(Account).cache_control(private=True, no_cache=True).add(HOUSE).compile()


# The items to buy


class Version(Params):
    """Which state of the shelves this is: a client that has it already is told so by a 304."""

    etag: ETag


items = respond(200).json(list[Item]).params(Version).cache_control(no_cache=True).add(HOUSE).compile()

items_unchanged = respond(304).params(Version).cache_control(no_cache=True).add(HOUSE).compile()

item = respond(200).json(Item).cache_control(no_cache=True).add(HOUSE).compile()


class Created(Params):
    """Where the new thing is."""

    location: Location


item_created = respond(201).json(Item).params(Created).add(HOUSE).compile()

order = respond(200).json(Order).cache_control(private=True, no_cache=True).add(HOUSE).compile()

order_placed = (
    respond(303)
    .params(Created)
    .add(HOUSE)
    .describe("The order is placed; to reload the page that this leads to places no second one.")
    .compile()
)

front_page = respond(200).html().cache_control(no_cache=True).add(HOUSE).compile()


# Failures

Status = TypeVar("Status", bound=int)
#: Every refusal is a problem (RFC 9457), so a handler's signature says which: `Refusal[Literal[404, 409]]`.
Refusal: TypeAlias = JSONResponse[Status, Problem | None]

unauthorized = (
    respond(401)
    .problem(title="Please sign in", detail="Send the cookie of a session, or its token as a Bearer token.")
    .www_authenticate(Challenge("Bearer", realm="shop"))
    .add(HOUSE)
    .compile()
)

not_found = respond(404).problem(title="There is no such thing here").add(HOUSE).compile()


class MethodNotAllowed(Params):
    """Which methods would have been right."""

    allow: str = header()


method_not_allowed = respond(405).problem(title="Not in this way").params(MethodNotAllowed).add(HOUSE).compile()

email_taken = respond(409).problem(title="Somebody has an account with this address").add(HOUSE).compile()

sku_taken = respond(409).problem(title="Another item has this SKU").add(HOUSE).compile()

invalid_input = respond(422).json(InvalidInput).add(HOUSE).compile()

out_of_order = respond(500).problem(title="This is our fault, not yours").add(HOUSE).compile()


# For the load balancer

healthy = respond(200).text("ok\n").cache_control(no_store=True).compile()
