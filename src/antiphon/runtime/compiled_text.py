"""Generated text as a function, whose lines tracebacks and debuggers show."""

from __future__ import annotations

import linecache
from collections.abc import Mapping
from typing import Any


def compiled_text(text: str, of: str, function: str, names: Mapping[str, Any]) -> Any:
    """Run a text that antiphon generated and give the function of that name. `of` says in a traceback what it is for.

    The caller must make sure that only identifiers and literals in the text come from a declaration. `names` are the
    globals of the text.
    """
    filename = f"<antiphon {of} {abs(hash(text)):x}>"
    linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
    namespace = dict(names)
    exec(compile(text, filename, "exec"), namespace)  # noqa: S102 - see above
    return namespace[function]
