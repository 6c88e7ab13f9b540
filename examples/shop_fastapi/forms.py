"""The forms that clients send, as FastAPI reads them."""

from __future__ import annotations

from typing import Annotated

import pydantic

Name = Annotated[str, pydantic.Field(min_length=1, max_length=100)]
Email = Annotated[str, pydantic.Field(pattern=r"^[^@\s]+@[^@\s]+$", max_length=254)]
Password = Annotated[str, pydantic.Field(min_length=12, max_length=200)]
Sku = Annotated[str, pydantic.Field(pattern=r"^[a-z0-9-]{1,40}$")]


class Form(pydantic.BaseModel, extra="forbid"):
    """A form without members that nobody asked for."""


class SignUp(Form):
    """The form that opens an account."""

    name: Name
    email: Email
    password: Password


class LogIn(Form):
    """The form that opens a session."""

    email: str
    password: str


class NewItem(Form):
    """Something to sell."""

    sku: Sku
    name: Name
    cents: Annotated[int, pydantic.Field(gt=0, lt=2**31)]


class PlaceOrder(Form):
    """The form under each item of the front page."""

    sku: Sku
    quantity: Annotated[int, pydantic.Field(ge=1, le=99)] = 1
