# Written by `nox -s generate` from src; do not edit.
"""An example of a response's content."""

from antiphon.spec.model import Model

class ExampleSpec(Model, frozen=True):
    """One example, for documentation, previews and tests."""

    name: str
    """A short name, unique within its response."""
    content: str
    """The content as it would be sent: JSON text for a JSON body, the text itself for text."""
    description: str = ""
    """A title for readers of the documentation."""
