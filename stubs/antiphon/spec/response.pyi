# Written by `nox -s generate` from src; do not edit.
"""The description of one response."""

from typing import Literal

from pydantic import Field

from antiphon.spec.allowance import Allowance
from antiphon.spec.bodies import BodySpec
from antiphon.spec.bodies.empty import EmptyBody
from antiphon.spec.cookie import CookieSpec
from antiphon.spec.document import DocumentSpec
from antiphon.spec.example import ExampleSpec
from antiphon.spec.header import HeaderSpec
from antiphon.spec.model import Model
from antiphon.spec.param import ParamSpec
from antiphon.spec.site import SiteSpec

class ResponseSpec(Model, frozen=True):
    """One response as a value. It may be wrong: `antiphon.check` checks it, `compile()` makes it callable."""

    status: int
    """The status code."""
    family: Literal["4XX", "5XX", "default"] | None = None
    """Of which statuses `status` is one, where each response may have another; None where all have the same."""
    headers: tuple[HeaderSpec, ...] = ()
    """The field lines in the order of sending, without Content-Type, Content-Length and Set-Cookie."""
    cookies: tuple[CookieSpec, ...] = ()
    """The Set-Cookie lines in the order of sending."""
    body: BodySpec = Field(default=EmptyBody(), discriminator="kind")
    """The kind of content, and how it becomes octets."""
    params: tuple[ParamSpec, ...] = ()
    """The params: each varies with the response."""
    description: str = ""
    """The meaning of the response to a client, for documentation."""
    examples: tuple[ExampleSpec, ...] = ()
    """Examples of its content."""
    document: DocumentSpec = DocumentSpec()
    """Further facts for its readers."""
    background: Literal["always", "on_success"] = "always"
    """Whether background work runs even where the client went away before everything was sent."""
    allowances: tuple[Allowance, ...] = ()
    """Findings that are accepted, each with a reason."""
    site: SiteSpec | None = None
    """Where the response is served from, for the rules that need to know."""
    method: str | None = None
    """The method of the requests that it answers, where that is one alone, for the rules that need to know."""

    def header(self, name: str) -> HeaderSpec | None:
        """The first field line of that name, in any case."""

    def cookie(self, name: str) -> CookieSpec | None:
        """The first cookie of that name, its prefix included; cookie names are compared octet for octet."""
