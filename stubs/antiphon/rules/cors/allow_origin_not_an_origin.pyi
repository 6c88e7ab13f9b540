# Written by `nox -s generate` from src; do not edit.
"""CR001."""

from antiphon.rules.rule import Rule

allow_origin_not_an_origin: Rule
"""Access-Control-Allow-Origin is `*`, `null`, or one origin as a browser writes it.

It is compared octet by octet with the Origin of the request. In Chromium 156 each of 15 other forms failed, with
AllowOriginMismatch or InvalidAllowOriginValue: a slash at the end, a path, capitals, a wildcard label, no scheme."""
