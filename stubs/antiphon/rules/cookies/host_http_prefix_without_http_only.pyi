# Written by `nox -s generate` from src; do not edit.
"""CK063."""

from antiphon.rules.rule import Rule

host_http_prefix_without_http_only: Rule
"""A cookie with the __Host-Http- prefix is HttpOnly, beside what the __Host- prefix asks for.

Chromium 156 and Firefox 153 drop the whole cookie otherwise. What __Host- asks for is CK061's."""
