# Written by `nox -s generate` from src; do not edit.
"""Where a reference leads: RFC 3986 for what may be written, the URL Standard for what browsers make of it."""

def is_reference(text: str) -> bool:
    """Whether the text is a URI-reference (RFC 3986 section 4.1)."""

def scheme_of(text: str) -> str | None:
    """The scheme in lower case, as a browser sees it; None for a relative reference."""

def host_of(text: str) -> str:
    """The host of an absolute URI, as written; empty where it has none."""

def host_behind(text: str) -> str | None:
    """The host that a reference leads to although it does not look absolute; None where it stays, or plainly leaves.

    A browser skips TAB, CR and LF, takes a backslash for a slash, and takes any number of slashes in front of a host
    for two, also behind `https:` (URL Standard section 4.4). The host is as written, with its port, and may be empty.
    """

def authority_fault(text: str) -> str:
    """What is wrong with where an absolute http or https URI leads, in a few words; empty where nothing is."""
