"""Link (RFC 8288 section 3): a typed connection to another resource, which a browser may also fetch ahead."""

from __future__ import annotations

import re
from typing import ClassVar, Literal, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.extended_value import write_extended
from antiphon.headers.values.parameters import read_parameters
from antiphon.headers.values.quoted_string import quote
from antiphon.headers.values.text_field import TextField
from antiphon.headers.values.tokens import check_token
from antiphon.headers.values.uri_reference import check_reference
from antiphon.headers.values.wire_text import wire_text
from antiphon.http.grammar import URI
from antiphon.http.parsing.link_faults import link_faults
from antiphon.http.parsing.links import links

_TARGET = re.compile(r"<([^<>]*)>")
_COMMA = re.compile(r"[ \t]*,[ \t]*")
#: reg-rel-type = LOALPHA *( LOALPHA / DIGIT / "." / "-" ); section 2.1.1: compared without regard to case
_REGISTERED = re.compile(r"[A-Za-z][A-Za-z0-9.-]*")


class Link(TextField):
    """One link: `Link("/style.css", rel="preload", as_="style")`. Where there are several, each is a line of its own.

    `rel` is one relation type or several with a space between them: registered words, or URIs. A title outside ASCII
    is sent as `title*`. Raises FieldError for a target that is not a URI-reference, for another relation
    type, for a preload without `as_`, and for a parameter that cannot be written.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Link"
    examples: ClassVar[tuple[str, ...]] = (
        '</style.css>; rel="preload"; as="style"',
        '<https://example.com/orders?page=2>; rel="next"; title="Next page"',
        "</terms>; rel=\"license\"; title*=UTF-8''Gesch%C3%A4ftsbedingungen",
    )

    def __new__(
        cls,
        target: str,
        *,
        rel: str,
        anchor: str | None = None,
        title: str | None = None,
        media_type: str | None = None,
        hreflang: str | None = None,
        media: str | None = None,
        as_: str | None = None,
        crossorigin: Literal["anonymous", "use-credentials"] | None = None,
        fetchpriority: Literal["high", "low", "auto"] | None = None,
        **parameters: str,
    ) -> Self:
        check_reference(cls.field_name, target)
        named = {
            "rel": rel,
            "anchor": anchor,
            "as": as_,
            "type": media_type,
            "hreflang": hreflang,
            "media": media,
            "crossorigin": crossorigin,
            "fetchpriority": fetchpriority,
            "title": title,
        }
        written = [_write(name, value) for name, value in (*named.items(), *parameters.items()) if value is not None]
        return cls.decode("; ".join((f"<{target}>", *written)))

    @classmethod
    def decode(cls, value: str) -> Self:
        """One link or several, each of which clients follow and understand. Raises FieldError for anything else."""
        wire_text(cls.field_name, value)
        start = 0
        while True:
            start = _read_link(value, start)
            if start == len(value):
                break
            comma = _COMMA.match(value, start)
            if comma is None:
                raise FieldError(f"Link: {value[start:]!r} follows a link, where only '; name=value' or a comma can")
            start = comma.end()
        for link in links(value)[0]:
            if (fault := next(link_faults(link), None)) is not None:
                raise FieldError(f"Link: the link to {link.target!r} {fault.text}")
        return str.__new__(cls, value)


def _write(name: str, value: str) -> str:
    check_token("Link", "a parameter name", name)
    if name == "title" and isinstance(value, str) and not value.isascii():
        return f"title*={write_extended('Link', name, value)}"
    return f"{name}={quote('Link', name, value)}"


def _read_link(value: str, start: int) -> int:
    """Where the link that begins at `start` ends."""
    target = _TARGET.match(value, start)
    if target is None:
        raise FieldError(f"Link: {value[start:]!r} does not begin with a target between < and >")
    check_reference("Link", target[1])
    # Section 3.4.1: several hreflang say several languages. `link_faults` knows the parameters that occur once only.
    parameters, end = read_parameters("Link", value, target.end(), may_repeat=True)
    said = {parameter.name: parameter.value or "" for parameter in reversed(parameters)}
    # Section 3.3: "The rel parameter MUST be present but MUST NOT appear more than once in a given link-value".
    if "rel" not in said:
        raise FieldError(f"Link: {target[0]} has no rel, which says what the target is to this resource")
    for relation in re.split(" +", said["rel"]):
        if not (_REGISTERED.fullmatch(relation) or URI.fullmatch(relation)):
            raise FieldError(f"Link: in rel={said['rel']!r}, {relation!r} is neither a relation type nor a URI")
    check_reference("Link", said.get("anchor", ""))
    return end
