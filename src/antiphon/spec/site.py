"""Where a response is served from: facts that some rules need and that a response does not contain."""

from __future__ import annotations

from typing import Literal

from antiphon.headers.location import Location
from antiphon.spec.cookie import CookieSpec
from antiphon.spec.model import Model


class SiteSpec(Model, frozen=True):
    """The origin that responses belong to. Declared once and shared by many specs.

    Rules that need the host, the scheme or the cookies in use stay silent where the site does not say.
    """

    scheme: Literal["http", "https"] | None = None
    """How browsers reach the site. `http` is the one place where a plain-HTTP deployment is declared."""
    host: str | None = None
    """The host name, without a port, such as `shop.example`."""
    cookies: tuple[CookieSpec, ...] = ()
    """The cookies that the site sets; a deletion must match one of them."""

    def location(self, url: str) -> Location:
        """The target of a redirect on this site: an absolute URL with its scheme and host, or a relative reference.

        Raises FieldError for any other URL, see `Location.within`; ValueError where the site says no scheme or host.
        """
        if self.scheme is None or self.host is None:
            raise ValueError('the site says no scheme and host: SiteSpec(scheme="https", host="shop.example")')
        return Location.within(url, f"{self.scheme}://{self.host}")
