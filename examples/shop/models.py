"""The shop's models. Structs, dataclasses and pydantic models serve equally well as content."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from typing import Annotated

import msgspec
import pydantic

from antiphon import Problem

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
Email = Annotated[str, msgspec.Meta(pattern=r"^[^@\s]+@[^@\s]+$", max_length=254)]
Password = Annotated[str, msgspec.Meta(min_length=12, max_length=200)]
Sku = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9-]{1,40}$")]
Cents = Annotated[int, msgspec.Meta(gt=0)]
Quantity = Annotated[int, msgspec.Meta(ge=1, le=99)]


# Sent by clients.


class SignUp(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The form that opens an account."""

    name: Name
    email: Email
    password: Password


class LogIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The form that opens a session."""

    email: str
    password: str


class PlaceOrder(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The form under each item of the front page."""

    sku: Sku
    quantity: Quantity = 1


# Sent by the shop.


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something to buy."""

    sku: Sku
    name: Name
    cents: Cents


@dataclasses.dataclass(frozen=True)
class Account:
    """A customer, as the customer sees it: it has no password that could be sent by mistake."""

    id: int
    name: str
    email: str
    opened: datetime


class Order(pydantic.BaseModel, frozen=True):
    """An item that was bought, at the price of that moment."""

    number: int
    sku: str
    quantity: int
    cents_each: int
    placed: datetime

    @pydantic.computed_field  # type: ignore[prop-decorator]  # mypy refuses every decorator above @property
    @property
    def cents(self) -> int:
        """The sum to be paid."""
        return self.quantity * self.cents_each


class InvalidInput(Problem):
    """The faults of a form, and where they are in it: an extension member of problem details (RFC 9457 section 3.2)."""

    pointer: str | None = None
