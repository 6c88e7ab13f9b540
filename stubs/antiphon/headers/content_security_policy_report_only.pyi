# Written by `nox -s generate` from src; do not edit.
"""Content-Security-Policy-Report-Only (CSP3 section 3.2): a policy that is reported on and not enforced."""

from typing import ClassVar

from antiphon.headers.content_security_policy import ContentSecurityPolicy

class ContentSecurityPolicyReportOnly(ContentSecurityPolicy):
    """A policy as in Content-Security-Policy, for trying it out; it needs `report_to` or `report_uri` to be of use."""

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
