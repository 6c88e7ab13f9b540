# Written by `nox -s generate` from src; do not edit.
"""ST026."""

from antiphon.rules.rule import Rule

content_encoding_not_applied: Rule
"""Content-Encoding names the codings that were applied to the content, in their order.

Chromium 156 says ERR_CONTENT_DECODING_FAILED for gzip that is none, and the page is lost. With a coding that it
does not know, it hands the octets on as they are."""
