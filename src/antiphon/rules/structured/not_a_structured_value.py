"""SF003."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.reading import read_dictionary, read_list
from antiphon.http.expression import expression
from antiphon.http.grammar import QUOTED, TCHAR
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: draft-ietf-httpbis-retrofit section 2: fields that are older than structured ones and can be read as such. Fields of
#: numbers, origins and times are left out, since a value of theirs that cannot be read so is an error already; so are
#: those of media types, since parameters such as `version=0.0.4` are ordinary and nobody reads them as structured.
_FIELDS: dict[str, Callable[[str], object]] = {
    "Accept-Ranges": read_list,
    "Access-Control-Allow-Headers": read_list,
    "Access-Control-Allow-Methods": read_list,
    "Access-Control-Expose-Headers": read_list,
    "Allow": read_list,
    "Alt-Svc": read_dictionary,
    "Cache-Control": read_dictionary,
    "Content-Encoding": read_list,
    "Content-Language": read_list,
    "Preference-Applied": read_dictionary,
    "Surrogate-Control": read_dictionary,
    "Trailer": read_list,
    "Vary": read_list,
}
_WORD = rf"(?:[{TCHAR[1:-1]}/:]+|{QUOTED})"
_PARAMETERS = rf"(?:[ \t]*;[ \t]*(?:{TCHAR}+(?:={_WORD})?)?)*"
_MEMBER = rf"{_WORD}(?:={_WORD})?{_PARAMETERS}"
#: Text that the grammar of every one of these fields allows; other rules report anything else.
_LEGAL = expression(rf"{_MEMBER}(?:[ \t]*,[ \t]*{_MEMBER})*")
#: A structured integer ends at 15 digits, and no recipient minds a longer one here.
_LONG = expression(r"(?<![^=,;])[0-9]{16,}(?![^,; \t])")
_BY_NAME = {name.lower(): read for name, read in _FIELDS.items()}


@rule(
    code="SF003",
    level="warning",
    applies_to_captures=False,  # only a recipient that does not exist yet reads it so
    citation="draft-ietf-httpbis-retrofit sections 2 and 3",
    help="write names in lower case, values as tokens or in double quotes, and no space in front of a semicolon",
    bad=HeaderSpec(name="Cache-Control", value="Max-Age=60"),
    good=HeaderSpec(name="Cache-Control", value="max-age=60"),
)
def not_a_structured_value(response: ResponseParts) -> Iterator[Finding]:
    """A field that is older than structured fields is written so that it reads as one.

    The draft lets a recipient read Cache-Control, Vary and their like with the one parser for structured fields. That
    parser knows keys in lower case alone: for `Max-Age=60` it fails, and the whole field is lost to that recipient.
    """
    for name in response.spellings(*_FIELDS):
        read = _BY_NAME[name.lower()]
        line = response.joined(name)
        if line is None or not _LEGAL.fullmatch(line[1]):
            continue
        try:
            read(_LONG.sub("1", line[1]))
        except FieldError as error:
            yield Finding(line[0], f"{name} does not read as a structured field: {error}")
