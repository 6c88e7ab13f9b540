# Written by `nox -s generate` from src; do not edit.
"""RD009."""

from antiphon.rules.rule import Rule

redirect_with_a_surprise: Rule
"""A redirect names a scheme in front of a host, does not leave https for http, and says how long it may be kept.

`www.shop.example/x` is a relative path: from /dir/ Chromium 156 goes to /dir/www.shop.example/x. A 301 or 308
without Cache-Control stays in a browser for as long as it likes, and no later deployment reaches that user."""
