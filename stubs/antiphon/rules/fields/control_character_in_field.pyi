# Written by `nox -s generate` from src; do not edit.
"""HD002."""

from antiphon.rules.rule import Rule

control_character_in_field: Rule
"""No control character stands in a field name or value; inside a value, HTAB may.

CR and LF end the field line, so the rest of the value becomes fields of an attacker's choice. Chromium 156 takes
a CR alone for a line end: `X: a<CR>Set-Cookie: n=v` sets a cookie there. A NUL costs the whole response
(ERR_INVALID_HTTP_RESPONSE), and the other controls reach scripts."""
