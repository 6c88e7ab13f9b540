# Written by `nox -s generate` from src; do not edit.
"""CK061."""

from antiphon.rules.rule import Rule

host_prefix_without_root_path: Rule
"""A cookie with the __Host- prefix is Secure, has Path=/ and no Domain.

Browsers drop the whole cookie otherwise (Chromium 156 says InvalidPrefix), whatever the case of the prefix.
Chromium wants the path written out, even where the default path would be `/`; Firefox 153 does not. `Path=//` is
refused too. On http://localhost the prefix works in both."""
