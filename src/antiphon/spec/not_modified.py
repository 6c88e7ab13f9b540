"""The 304 and the 412 that follow from a response."""

from __future__ import annotations

from antiphon.http.field_template import field_template
from antiphon.http.preconditions import REPEATED
from antiphon.spec.bodies.problem import ProblemBody
from antiphon.spec.header import HeaderSpec
from antiphon.spec.param import ParamSpec
from antiphon.spec.response import ResponseSpec
from antiphon.spec.type_name import TypeName

#: The description of a 412 (RFC 9110 section 15.5.13).
PRECONDITION_FAILED: ResponseSpec = ResponseSpec(status=412, body=ProblemBody(title="Precondition Failed"))

_ETAG = ParamSpec(name="etag", fills="header", slot="ETag", type=TypeName("antiphon.headers.etag:ETag"))


def not_modified_spec(spec: ResponseSpec) -> ResponseSpec:
    """The 304 that replaces a response for a client that has its content (RFC 9110 section 15.4.5).

    It has the fields that are repeated, the cookies and what they vary with; nothing about content, and no allowances.
    A tag that the content says is a param of the 304, which has none.
    """
    headers = tuple(_known_beforehand(header) for header in spec.headers if header.name.lower() in REPEATED)
    tags = tuple(_ETAG for header in spec.headers if header.name.lower() == "etag" and header.from_content)
    filled = {header.name.lower() for header in headers}
    placeholders = {name for header in headers for name in _placeholders(header)}

    def is_sent(param: ParamSpec) -> bool:
        if param.fills == "header":
            return param.slot.lower() in filled
        return param.fills == "cookie" or param.slot in placeholders

    return ResponseSpec(
        status=304,
        headers=headers,
        cookies=spec.cookies,
        params=(*tags, *(param for param in spec.params if is_sent(param))),
        background=spec.background,
        site=spec.site,
    )


def _known_beforehand(header: HeaderSpec) -> HeaderSpec:
    return HeaderSpec(name=header.name) if header.from_content else header


def _placeholders(header: HeaderSpec) -> list[str]:
    if header.template is None:
        return []
    return [placeholder.name for placeholder in field_template(header.name, header.template).placeholders]
