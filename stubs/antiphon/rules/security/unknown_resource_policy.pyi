# Written by `nox -s generate` from src; do not edit.
"""SC013."""

from antiphon.rules.rule import Rule

unknown_resource_policy: Rule
"""Cross-Origin-Resource-Policy is same-origin, same-site or cross-origin, in lower case.

For `Same-Origin`, `same-origin;` or two values Chromium 156 let every site load the resource."""
