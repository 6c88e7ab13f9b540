# Written by `nox -s generate` from src; do not edit.
"""SF014."""

from antiphon.rules.rule import Rule

malformed_server_timing: Rule
"""A Server-Timing metric has a token for its name, a number for dur, and quotes around a desc with spaces.

Chromium 156 cuts desc at the first space, drops a metric whose name is quoted, and shows 0 for a dur that is no
number."""
