"""A response that was seen, as far as rules ask for it: the same members as a spec has, without pydantic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, Protocol

from antiphon.http.set_cookie import PlainCookie

if TYPE_CHECKING:
    from antiphon.spec import Allowance, ParamSpec, ResponseSpec


class FieldLine(Protocol):
    """One field line: of a declaration, whose value may vary or follow from others, or one that was seen."""

    @property
    def name(self) -> str: ...
    @property
    def value(self) -> str | None: ...
    @property
    def template(self) -> str | None: ...
    @property
    def from_content(self) -> bool: ...


class SeenLine(NamedTuple):
    """A field line with the value that it had."""

    name: str
    value: str | None
    template: str | None = None
    from_content: bool = False


class SeenBody(NamedTuple):
    """The content: octets, or None where nobody knows them. A field says its media type."""

    kind: Literal["bytes", "empty"]
    content: bytes | None = None
    media_type: str = ""


NOTHING: Final = SeenBody("empty")


class SeenSite(NamedTuple):
    """The site that a URL names."""

    scheme: Literal["http", "https"] | None
    host: str | None
    cookies: tuple[PlainCookie, ...] = ()


class SeenResponse(NamedTuple):
    """A response that antiphon did not build. What only declarations have is empty."""

    status: int
    headers: tuple[SeenLine, ...] = ()
    cookies: tuple[PlainCookie, ...] = ()
    body: SeenBody = NOTHING
    site: SeenSite | None = None
    method: str | None = None

    @property
    def params(self) -> tuple[ParamSpec, ...]:
        """None: a declaration has them."""
        return ()

    @property
    def allowances(self) -> tuple[Allowance, ...]:
        """None: a declaration has them."""
        return ()

    def header(self, name: str) -> SeenLine | None:
        """The first field line of that name, in any case."""
        return next((line for line in self.headers if line.name.lower() == name.lower()), None)


def as_spec(response: SeenResponse) -> ResponseSpec:
    """The response as a spec: for a rule of a plug-in that asks for one."""
    from antiphon.spec import CookieSpec, HeaderSpec, ResponseSpec, SiteSpec
    from antiphon.spec.bodies import BytesBody, EmptyBody

    body, site = response.body, response.site
    return ResponseSpec(
        status=response.status,
        headers=tuple(HeaderSpec(name=line.name, value=line.value) for line in response.headers),
        cookies=tuple(CookieSpec(**cookie._asdict()) for cookie in response.cookies),
        body=EmptyBody() if body.kind == "empty" else BytesBody(media_type="", content=body.content),
        site=None if site is None else SiteSpec(scheme=site.scheme, host=site.host),
        method=response.method,
    )
