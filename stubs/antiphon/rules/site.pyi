# Written by `nox -s generate` from src; do not edit.
"""What rules may ask of the site that a response belongs to."""

from collections.abc import Callable

from antiphon.spec import ResponseSpec

def host_of(spec: ResponseSpec) -> str | None:
    """The declared host in lower case; None where the site does not say."""

def is_loopback(host: str) -> bool:
    """Whether a host is this very machine, so that plain HTTP counts as secure (Secure Contexts section 3.1)."""

def domain_matches(host: str, domain: str) -> bool:
    """Whether a host lies in a domain (draft-ietf-httpbis-rfc6265bis-22 section 5.1.3). Both are in lower case."""

def public_suffix_of() -> Callable[[str], str | None] | None:
    """The look-up in the public suffix list: a host's listed suffix, or None. None where the list is not installed.

    The list comes with the extra `antiphon[psl]`, and is read once, when a rule first asks for it.
    """
