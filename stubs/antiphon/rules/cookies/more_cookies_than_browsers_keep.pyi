# Written by `nox -s generate` from src; do not edit.
"""CK083."""

from antiphon.rules.rule import Rule

more_cookies_than_browsers_keep: Rule
"""A response sets a few small cookies.

Browsers need not keep more than 50 for a domain. From 181 in one response on, which is an error, Chromium 156 keeps
150 and the first ones vanish; Firefox 153 evicts from about 180 on as well. Of Partitioned cookies Chromium keeps
about 10 KiB for each site that embeds. Proxies may refuse a field line of more than 4 KiB."""
