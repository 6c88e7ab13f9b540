# Written by `nox -s generate` from src; do not edit.
"""Cross-Origin-Opener-Policy-Report-Only (HTML section 7.1.3): a policy that is reported on and not enforced."""

from typing import ClassVar

from antiphon.headers.cross_origin_opener_policy import CrossOriginOpenerPolicy

class CrossOriginOpenerPolicyReportOnly(CrossOriginOpenerPolicy):
    """A policy as in Cross-Origin-Opener-Policy, for trying it out. Raises FieldError for any other word."""

    __slots__ = ()
    field_name: ClassVar[str]
