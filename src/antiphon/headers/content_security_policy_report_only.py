"""Content-Security-Policy-Report-Only (CSP3 section 3.2): a policy that is reported on and not enforced."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.content_security_policy import ContentSecurityPolicy


class ContentSecurityPolicyReportOnly(ContentSecurityPolicy):
    """A policy as in Content-Security-Policy, for trying it out; it needs `report_to` or `report_uri` to be of use."""

    __slots__ = ()
    field_name: ClassVar[str] = "Content-Security-Policy-Report-Only"
    examples: ClassVar[tuple[str, ...]] = ("default-src 'self'; report-to main",)
