# Written by `nox -s generate` from src; do not edit.
"""CK071."""

from antiphon.rules.rule import Rule

partitioned_without_same_site_none: Rule
"""A Partitioned cookie has SameSite=None.

Partitions exist for frames in other sites' pages, where Strict, Lax and unset cookies can neither be set nor sent:
Chromium 156 stored such a cookie cross-site only with Secure, SameSite=None and Partitioned together."""
