# Written by `nox -s generate` from src; do not edit.
"""CK008."""

from antiphon.rules.rule import Rule

cookie_attribute_too_long: Rule
"""An attribute's value has at most 1024 octets.

Browsers ignore a longer attribute and keep the cookie: a Path of 1025 octets becomes the default path, a Domain of
1025 octets makes the cookie host-only, and a Max-Age of 1025 digits leaves a session cookie."""
