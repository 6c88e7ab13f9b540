# Written by `nox -s generate` from src; do not edit.
"""ST021."""

from antiphon.rules.rule import Rule

wrong_content_length: Rule
"""Content-Length is one whole number, the number of octets sent, and never stands beside Transfer-Encoding.

Too large, and Chromium 156 says ERR_CONTENT_LENGTH_MISMATCH; too small, and the content is cut and what is left
may be read as the next response; two different ones are a network error. `+5` and `0x5` are ignored. Beside
Transfer-Encoding, a proxy and a server that disagree on which one counts let requests be smuggled."""
