# Written by `nox -s generate` from src; do not edit.
"""Content-Security-Policy taken apart (Content Security Policy Level 3 sections 2.2.1, 2.2.2 and 2.3.1)."""

from collections.abc import Iterator
from typing import NamedTuple

class Directive(NamedTuple):
    """One directive as it was written: its name, and the words behind it."""

    name: str
    words: tuple[str, ...]

SOURCE_LISTS: frozenset[str]
DIRECTIVES: frozenset[str]
KEYWORDS: frozenset[str]

def policies(value: str) -> Iterator[list[Directive]]:
    """Each policy of a field value, which commas separate, as its directives in order."""

def is_nonce_or_hash(source: str) -> bool:
    """Whether a source was meant to be a nonce or a hash."""

def nonce_or_hash_fault(source: str) -> str:
    """What is wrong with a nonce or hash, in a few words; empty where nothing is."""

def source_fault(source: str) -> str:
    """What is wrong with a source expression, nonces and hashes aside, in a few words; empty where nothing is."""
