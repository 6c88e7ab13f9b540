# Written by `nox -s generate` from src; do not edit.
"""The texts below a class's attributes, read from its source when somebody asks.

Pydantic does the same for each model while the class is made (`use_attribute_docstrings`), which costs a tenth of
importing the builder; the texts are wanted in JSON Schema alone.
"""

def attribute_docs(cls: type) -> dict[str, str]:
    """The text below each attribute of a class and its bases; none of a class whose source is out of reach."""
