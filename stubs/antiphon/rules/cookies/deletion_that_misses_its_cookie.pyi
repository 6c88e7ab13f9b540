# Written by `nox -s generate` from src; do not edit.
"""CK027."""

from antiphon.rules.rule import Rule

deletion_that_misses_its_cookie: Rule
"""A deletion repeats the Domain, Path and Partitioned of the cookie that the site sets under that name.

Browsers keep one cookie for each name, domain, path and partition, so a deletion with another scope deletes nothing
and the user stays signed in: Chromium 156 kept the cookie for each part left out. The deletion itself must be a
cookie that browsers take, so what its prefix and SameSite=None ask for is asked of it as well (CK052, CK060 to
CK063); without SameSite=None it does not work inside another site's page. Silent unless the site declares a cookie
of that name."""
