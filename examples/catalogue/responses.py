"""Every response of the service. `antiphon stubs catalogue` writes down what they are called with."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

from antiphon import Location, ResponseSpec, redirect, respond
from antiphon.compiler.compiler import compile_spec
from catalogue import models
from catalogue.models import Tier

user_created = (
    respond(201)
    .json(models.User)
    .header_param("location", Location)
    .header_param("x_tier", Tier, default=Tier.FREE)
    .cookie_param("session", max_age=timedelta(hours=1))
    .describe("The account exists, and its owner is signed in.")
    .compile()
)

users = respond(200).json(list[models.User]).header_param("retry_after", timedelta | None).compile()
"""All accounts; `retry_after` says when to ask again."""

moved = (
    redirect(308, location="/users/{user_id}").cache_control(max_age=86400).placeholder_param("user_id", UUID).compile()
)

#: A response that is kept in a file, as another program may have written it.
teapot = compile_spec(ResponseSpec.model_validate_json(Path(__file__).with_name("teapot.json").read_bytes()))
