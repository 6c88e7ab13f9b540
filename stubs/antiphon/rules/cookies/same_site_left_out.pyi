# Written by `nox -s generate` from src; do not edit.
"""CK053."""

from antiphon.rules.rule import Rule

same_site_left_out: Rule
"""A cookie says its SameSite.

Left out, it means Lax to Chromium and not to Safari: whether a forged request carries the session depends on the
browser. Which of the three fits depends on the embedding, which a response does not declare: Lax, Strict and none
given cannot be set from another site's frame, and None without Partitioned is dropped where third-party cookies are
blocked."""
