# Written by `nox -s generate` from src; do not edit.
"""SC012."""

from antiphon.rules.rule import Rule

malformed_opener_or_embedder_policy: Rule
"""Cross-Origin-Opener-Policy and -Embedder-Policy are one token each, in lower case, on one line.

For `Same-Origin`, `"same-origin"` in quotes, or two lines that say the same, Chromium 156 does not isolate the
page: other windows reach it, and SharedArrayBuffer is missing."""
