"""Values of cookies as frameworks write them."""

from __future__ import annotations

import re

from antiphon.sources.tables import Quoting

#: http.cookies writes these as they are; a value with any other character is quoted whole.
_BARE = re.compile(r"[\w!#$%&'*+\-.^`|~:]*", re.ASCII)
#: Inside its quotes http.cookies leaves these as well, and escapes the rest.
_KEPT = re.compile(r"[\w!#$%&'*+\-.^`|~: ()/<=>?@\[\]{}]", re.ASCII)
#: Werkzeug leaves these as they are.
_WERKZEUG_BARE = re.compile(r"[\w!#$%&'()*+\-./:<=>?@\[\]^`{|}~]*", re.ASCII)


def quoted(value: str, quoting: Quoting) -> str:
    """The text behind `name=`."""
    if not value and quoting == "stdlib":
        return '""'
    if quoting == "none" or (_BARE if quoting == "stdlib" else _WERKZEUG_BARE).fullmatch(value):
        return value
    keep = _KEPT if quoting == "stdlib" else re.compile(rf"{_WERKZEUG_BARE.pattern[:-1]}|[ ]", re.ASCII)
    return f'"{"".join(c if keep.fullmatch(c) else _escaped(c) for c in value)}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return "".join(f"\\{octet:03o}" for octet in character.encode(errors="surrogatepass"))
