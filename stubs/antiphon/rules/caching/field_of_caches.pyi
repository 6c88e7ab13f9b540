# Written by `nox -s generate` from src; do not edit.
"""CC021."""

from antiphon.rules.rule import Rule

field_of_caches: Rule
"""An origin server does not send Age, Via, Warning or Pragma.

A response that begins with an Age is stale too soon. Pragma: no-cache is defined for requests alone; Chromium 156
obeys it in a response all the same, and other caches do not."""
