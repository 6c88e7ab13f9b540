"""Where the page of a code is on the site: the one place that knows the site's address."""

from __future__ import annotations

from typing import Final

#: The address of the site, with a slash at its end. `antiphon rule CODE` prints the same pages without a network.
DOCS: Final = "https://antiphon.readthedocs.io/en/latest/"


def schema_url(name: str) -> str:
    """The JSON Schema of a document, such as `config`; it is also what identifies it."""
    return f"{DOCS}{name}.schema.json"


#: The pages of rules that plug-ins bring, by code.
_ELSEWHERE: Final[dict[str, str]] = {}


def kept_at(code: str, url: str) -> None:
    """Say where the page of a plug-in's rule is."""
    _ELSEWHERE[code] = url


def page_url(code: str) -> str:
    """The page of a rule, a refusal or a protocol fault, such as CK052."""
    if code in _ELSEWHERE:
        return _ELSEWHERE[code]
    return f"{DOCS}rules/{code}.html"


def error_url(name: str) -> str:
    """The part of the index of errors that is about an exception, such as ParamError."""
    return f"{DOCS}reference/errors.html#{name.lower()}"


def guide_url(name: str) -> str:
    """A how-to page, such as set-a-cookie."""
    return f"{DOCS}how-to/{name}.html"


def command_line_url() -> str:
    """The part of the index of errors that is about the command line."""
    return f"{DOCS}reference/errors.html#the-command-line"


def field_url(name: str) -> str:
    """The part of the page of fields that is about one which has a class."""
    return f"{DOCS}reference/fields.html#{name.lower()}"


def page_note(url: str) -> str:
    """The note of an exception, which a traceback shows below its text."""
    return f"  page: {url}"
