# Written by `nox -s generate` from src; do not edit.
"""HD016."""

from antiphon.rules.rule import Rule

header_section_too_large: Rule
"""The field lines of a response come to less than 8 KiB, cookies included.

Many proxies answer 502 for more, since their buffers end there. From 256 KiB on Chromium 156 refuses the response
with ERR_RESPONSE_HEADERS_TOO_BIG."""
