# Written by `nox -s generate` from src; do not edit.
"""ST014."""

from antiphon.rules.rule import Rule

upgrade_required_without_upgrade: Rule
"""A 426 names in Upgrade the protocols that the server wants.

Without the name a client knows that it must change and not what to. Over HTTP/2 and HTTP/3 there is no Upgrade,
and no 426 either."""
