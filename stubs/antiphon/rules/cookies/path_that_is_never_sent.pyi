# Written by `nox -s generate` from src; do not edit.
"""CK041."""

from antiphon.rules.rule import Rule

path_that_is_never_sent: Rule
"""Path is written as it stands in a request: percent-encoded, and without dot segments.

A request's path never holds a space, `"#<>?\\^`{|}`, an octet outside ASCII, or a `.` or `..` segment, so a cookie
with such a Path is stored and never sent (Chromium 156, for all of them). A semicolon begins another attribute."""
