# Written by `nox -s generate` from src; do not edit.
"""ST012."""

from antiphon.rules.rule import Rule

proxy_status_from_origin: Rule
"""An origin server does not answer 407, which is a proxy's demand for credentials of its own.

Chromium 156 answers a 407 from anyone but its proxy with ERR_UNEXPECTED_PROXY_AUTH, whatever fields it has: page,
content and cookies are lost."""
