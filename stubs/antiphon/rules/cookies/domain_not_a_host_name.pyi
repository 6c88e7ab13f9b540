# Written by `nox -s generate` from src; do not edit.
"""CK030."""

from antiphon.rules.rule import Rule

domain_not_a_host_name: Rule
"""Domain is a host name: labels of letters, digits and hyphens, with punycode for anything else.

Browsers drop the cookie for a port, scheme, path, wildcard, quote, trailing or double dot. A leading dot is outside
the grammar and ignored; an empty Domain makes the cookie host-only. Chromium 156 alone takes a name in UTF-8, and
an underscore is taken by browsers but by no host name's grammar."""
