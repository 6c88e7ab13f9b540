# Written by `nox -s generate` from src; do not edit.
"""SF016."""

from antiphon.rules.rule import Rule

malformed_alternative_service: Rule
"""Alt-Svc is `clear` alone, or protocols each with a host and port in double quotes.

Without the quotes browsers ignore the service and stay on the protocol that they have. Beside `clear` everything
else is lost."""
