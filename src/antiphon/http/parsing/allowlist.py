"""Origins in the allowlist of a Permissions-Policy, as browsers read them."""

from __future__ import annotations

from typing import Final

from antiphon.http.expression import expression

#: An origin, or all subdomains of one.
ALLOWLIST_ORIGIN: Final = expression(
    r"[A-Za-z][A-Za-z0-9+.\-]*://(?:\*\.)?(?:[A-Za-z0-9_.\-]+|\[[0-9A-Fa-f:.]+\])(?::(?:[0-9]+|\*))?/?"
)
