"""How a compiled response is called."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from typing import Any

from antiphon.spec.type_name import TypeName

#: Quoted text is left as it is; the module in front of a type's own name is left out.
_QUALIFIERS = re.compile(r"""('[^']*'|"[^"]*")|[\w.]+:(?:\w+\.)*(?=\w)""")

_WIDEST = 100
_STARS: Mapping[inspect._ParameterKind, str] = {
    inspect.Parameter.VAR_POSITIONAL: "*",
    inspect.Parameter.VAR_KEYWORD: "**",
}


def signature(name: str, compiled: Callable[..., Any]) -> str:
    """`name(parameters) -> class`, with the short names of types; one parameter a line where it is long."""
    found = inspect.signature(compiled)
    of_class = compiled.__name__ == "__init__"
    parameters = list(found.parameters.values())[1 if of_class else 0 :]
    returned = name if of_class else _short(found.return_annotation)
    parts: list[str] = []
    kinds = [parameter.kind for parameter in parameters]
    for index, parameter in enumerate(parameters):
        begins = parameter.kind is parameter.KEYWORD_ONLY and parameter.kind not in kinds[:index]
        if begins and parameter.VAR_POSITIONAL not in kinds:
            parts.append("*")
        annotation = parameter.annotation
        typed = f": {_short(annotation)}" if annotation is not parameter.empty else ""
        equals = " = " if typed else "="
        default = "" if parameter.default is parameter.empty else f"{equals}{parameter.default!r}"
        parts.append(f"{_STARS.get(parameter.kind, '')}{parameter.name}{typed}{default}")
        if parameter.kind is parameter.POSITIONAL_ONLY and parameter.kind not in kinds[index + 1 :]:
            parts.append("/")
    line = f"{name}({', '.join(parts)}) -> {returned}"
    if len(line) <= _WIDEST:
        return line
    inner = "".join(f"    {part},\n" for part in parts)
    return f"{name}(\n{inner}) -> {returned}"


def _short(annotation: Any) -> str:
    return _QUALIFIERS.sub(lambda match: match[1] or "", TypeName.of(annotation))
