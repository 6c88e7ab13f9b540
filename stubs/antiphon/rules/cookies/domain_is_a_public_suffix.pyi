# Written by `nox -s generate` from src; do not edit.
"""CK034."""

from antiphon.rules.rule import Rule

domain_is_a_public_suffix: Rule
"""Domain is not a public suffix, neither a registry's (`co.uk`) nor a provider's (`github.io`).

Browsers drop the cookie, since it would go to everybody below that suffix; on the suffix itself they make it
host-only without a word. Silent unless the package `publicsuffixlist` is installed (`antiphon[psl]`). A single
label that is not in the list counts as a suffix where the site declares its host, and is CK035's elsewhere."""
