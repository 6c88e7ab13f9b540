# Written by `nox -s generate` from src; do not edit.
"""CK035."""

from antiphon.rules.rule import Rule

domain_that_widens_nothing: Rule
"""Domain has two labels or more, and is not an IP address.

Nothing lies below an address, and nothing may be shared below a single label such as `localhost`: browsers store
the cookie as host-only, as if Domain were left out. Where the site declares that very host, what the browser does
is certain, and the finding is an error."""
