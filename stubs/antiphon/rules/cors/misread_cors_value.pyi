# Written by `nox -s generate` from src; do not edit.
"""CR008."""

from antiphon.rules.rule import Rule

misread_cors_value: Rule
"""A CORS field means what it seems to mean.

Methods match by case, so `put` allows no PUT (MethodDisallowedByPreflightResponse in Chromium 156). `*` covers
every field but Authorization. The origin `null` is what every sandboxed frame and local file sends, an attacker's
too. And no script ever sees Set-Cookie."""
