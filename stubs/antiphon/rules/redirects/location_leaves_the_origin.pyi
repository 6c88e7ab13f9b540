# Written by `nox -s generate` from src; do not edit.
"""RD002."""

from antiphon.rules.rule import Rule

location_leaves_the_origin: Rule
"""A Location that does not begin with `https://` and a host stays on the origin that sends it.

A target that came from a user passes a test for a leading slash and leads to an attacker's page all the same:
Chromium 156 left the origin for `//`, `/\\`, `\\\\`, `\\/`, `///`, `/<TAB>/` and `https:///` in front of a host."""
