# Written by `nox -s generate` from src; do not edit.
"""RD004."""

from antiphon.rules.rule import Rule

location_without_a_sound_host: Rule
"""A Location says where to go: it is not empty, and an http or https URL has a host and port and no user name.

What stands in front of an `@` looks like the host and is none: Chromium 156 follows `https://shop.example@evil.example`
to evil.example. It does not follow an empty Location, and says ERR_INVALID_REDIRECT where there is no host, or no
such port."""
