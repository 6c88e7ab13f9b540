"""Templates of field values: text with placeholders that cannot change what is around them.

Location and Content-Location are URI templates (`uri_template`). In the other fields that are listed here a placeholder
is inside double quotes, or is the value of a nonce; the text that fills it holds nothing that ends either.
"""

from __future__ import annotations

from typing import Final, Literal

from antiphon.http.expression import expression
from antiphon.http.uri_template import Placeholder, TemplateError, UriTemplate, read_template

Place = Literal["quoted"] | Literal["opaque"] | Literal["nonce"]

#: By field name in lower case: the place that a placeholder may have.
CONFINED: Final[dict[str, Place]] = {
    "content-security-policy": "nonce",  # CSP3 section 2.3.1, nonce-source
    "content-security-policy-report-only": "nonce",
    "etag": "opaque",  # RFC 9110 section 8.8.3: no space, no DQUOTE
    "proxy-authenticate": "quoted",  # RFC 9110 section 11.6.1: realm and the like
    "server-timing": "quoted",
    "www-authenticate": "quoted",
}
_URIS: Final = frozenset(("location", "content-location"))
_EXPRESSION = expression(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")


def has_no_braces(name: str) -> bool:
    """Whether a brace in the field's text can only mean a placeholder."""
    return name.lower() in _URIS or CONFINED.get(name.lower()) == "nonce"


def sample(name: str, template: str) -> str | None:
    """The template with a letter in the place of each placeholder, for rules to judge; None where it is malformed."""
    try:
        return "x".join(field_template(name, template).literals)
    except TemplateError:
        return None


def field_template(name: str, text: str) -> UriTemplate:
    """The template of a field taken apart. Raises TemplateError, which says what is wrong."""
    if name.lower() in _URIS:
        return read_template(text)
    place = CONFINED.get(name.lower())
    if place is None:
        fields = ", ".join(sorted((*_URIS, *CONFINED)))
        raise TemplateError(f"a placeholder in {name} could change the rest of the field; these take one: {fields}")
    parts = _EXPRESSION.split(text)
    literals, names = tuple(parts[::2]), parts[1::2]
    for index, found in enumerate(names):
        if names.count(found) > 1:
            raise TemplateError(f"the template {text!r} has the placeholder {{{found}}} more than once")
        before, after = "".join(literals[: index + 1]), literals[index + 1]
        if place == "nonce":
            if not before.lower().endswith("'nonce-") or not after.startswith("'"):
                raise TemplateError(f"the placeholder {{{found}}} is not the whole of a nonce: 'nonce-{{{found}}}'")
        elif before.count('"') % 2 == 0 or "\\" in text:
            raise TemplateError(f"the placeholder {{{found}}} is not between double quotes")
    return UriTemplate(literals, tuple(Placeholder(found, place) for found in names))
