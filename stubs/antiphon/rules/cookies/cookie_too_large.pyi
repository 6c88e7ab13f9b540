# Written by `nox -s generate` from src; do not edit.
"""CK007."""

from antiphon.rules.rule import Rule

cookie_too_large: Rule
"""A cookie's name and value have at most 4096 octets together.

Browsers drop a larger cookie whole: Chromium 156 stores 4096 octets and says NameValuePairExceedsMaxSize for 4097,
however they are split. Quotes around the value count, the equals sign does not."""
