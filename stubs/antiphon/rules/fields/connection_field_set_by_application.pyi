# Written by `nox -s generate` from src; do not edit.
"""HD008."""

FIELDS: tuple[str, ...]
from antiphon.rules.rule import Rule

connection_field_set_by_application: Rule
"""Fields about the connection are the server's to set, but for the Upgrade that statuses 101 and 426 demand.

Over HTTP/2 and HTTP/3 a message with such a field is malformed: the client resets the stream and the whole
response is lost. Over HTTP/1.1 the field contradicts what the server does."""
