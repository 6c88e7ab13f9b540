# Written by `nox -s generate` from src; do not edit.
"""CK042."""

from antiphon.rules.rule import Rule

path_that_surprises: Rule
"""A cookie names its Path, without a slash at the end and with percent-escapes in upper case.

Without a Path, browsers take the directory of the request's URL, so the same response sets another cookie on every
level. Paths are compared octet by octet: `/app/` is not sent to `/app`, and `/%c3%a9` is not sent on `/é`, which
browsers write `/%C3%A9`."""
