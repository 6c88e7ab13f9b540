# Written by `nox -s generate` from src; do not edit.
"""FL009."""

from antiphon.rules.rule import Rule

malformed_accept_ranges: Rule
"""Accept-Ranges is none, or names range units; what can be fetched in parts has a strong validator.

To resume a download a client must know that the rest belongs to the same file. With a weak ETag it cannot, and
starts over."""
