# Written by `nox -s generate` from src; do not edit.
"""Structured values to text (RFC 9651 section 4.1)."""

import re

from antiphon.headers.values.structured.values import BareItem, Dictionary, Item, List, Member

KEY: re.Pattern[str]
TOKEN: re.Pattern[str]

def write_list(members: List) -> str:
    """Section 4.1.1. Every writer raises FieldError for a value that its type cannot say."""

def write_dictionary(members: Dictionary) -> str:
    """Section 4.1.2: a member that is true is written by its key alone."""

def write_member(member: Member) -> str:
    """Sections 4.1.1.1 and 4.1.3."""

def write_item(item: Item) -> str:
    """Section 4.1.3."""

def write_bare_item(value: BareItem) -> str:
    """Section 4.1.3.1."""
