# Written by `nox -s generate` from src; do not edit.
"""The OpenAPI documents of frameworks, with the responses that handlers declare. No framework is imported.

`document(made, operations)` puts them into what a framework wrote; `written(title, operations)` writes a document where
it writes none. The functions `of_...` find the operations of an application: each handler with its path and methods.
The functions `use_...` let what writes documents for a framework do it by itself.
"""

from collections.abc import Iterable
from typing import Any

from antiphon.integrations.documented import Documented, document
from antiphon.integrations.operations import of_aiohttp, of_blacksheep, of_rules, of_sanic, operation
from antiphon.integrations.writers import of_ninja, spectacular_hook, use_blacksheep, use_ninja, use_sanic_ext

__all__ = [
    "document",
    "of_aiohttp",
    "of_blacksheep",
    "of_ninja",
    "of_rules",
    "of_sanic",
    "operation",
    "spectacular_hook",
    "use_blacksheep",
    "use_ninja",
    "use_sanic_ext",
    "written",
]

def written(title: str, operations: Iterable[Documented], version: str = "1") -> dict[str, Any]:
    """A document that has these operations: their paths with parameters of text, and their responses."""
