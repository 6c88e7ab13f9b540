# Written by `nox -s generate` from src; do not edit.
"""SC004."""

from antiphon.rules.rule import Rule

ineffective_transport_security: Rule
"""Strict-Transport-Security stands once, with one max-age in digits, and no directive stands twice.

Browsers ignore the whole field where it breaks its grammar, and the first visit over plain HTTP can be taken over.
They ignore it over http and on an IP address as well; the preload list wants a year and every subdomain."""
