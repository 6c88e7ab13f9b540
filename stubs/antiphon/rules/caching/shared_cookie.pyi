# Written by `nox -s generate` from src; do not edit.
"""CC012."""

from antiphon.rules.rule import Rule

shared_cookie: Rule
"""A response that sets a cookie is not stored by shared caches.

A cache stores Set-Cookie with the rest. What it then replays hands the session of one user to everybody who asks
after them."""
