# Written by `nox -s generate` from src; do not edit.
"""ST023."""

from antiphon.rules.rule import Rule

content_in_answer_to_head: Rule
"""An answer to HEAD has the fields of the answer to GET, and no content.

A client stops reading behind the fields, so that the content is read as the start of the next response on the
connection. It is judged where the spec says that it answers HEAD."""
