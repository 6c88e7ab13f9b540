# Written by `nox -s generate` from src; do not edit.
"""Cross-Origin-Embedder-Policy-Report-Only (HTML section 7.1.4): a policy that is reported on and not enforced."""

from typing import ClassVar

from antiphon.headers.cross_origin_embedder_policy import CrossOriginEmbedderPolicy

class CrossOriginEmbedderPolicyReportOnly(CrossOriginEmbedderPolicy):
    """A policy as in Cross-Origin-Embedder-Policy, for trying it out. Raises FieldError for any other word."""

    __slots__ = ()
    field_name: ClassVar[str]
