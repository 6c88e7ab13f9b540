# Written by `nox -s generate` from src; do not edit.
"""SF018."""

from antiphon.rules.rule import Rule

malformed_content_metadata: Rule
"""Content-Language is a list of language tags, and Content-Location a URI reference without a fragment.

Screen readers and translators pass over a language that is no tag, such as `en_GB`; a cache cannot tell which
resource a malformed Content-Location is of."""
