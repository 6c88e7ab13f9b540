"""One response on the page."""

from __future__ import annotations

import json

from antiphon.cli.preview_pages.markup import Child, Markup, element, prose
from antiphon.cli.preview_pages.project import CookieShown, ExampleShown, FieldShown, ResponseShown, WireShown
from antiphon.cli.preview_pages.sections import finding_item
from antiphon.cli.terminal.words import counted, cut
from antiphon.http.status import phrase

#: Longer content is cut on the page; the JSON form has it whole.
_LONGEST = 4000


def article(response: ResponseShown, identifier: str, change: str) -> Markup:
    """A response: what it means, what is wrong with it, how it is sent, called and described."""
    parts = [
        ("Findings", _findings(response)),
        ("Wire form", _wire(response)),
        ("Signature", _code(response.signature) if response.signature else None),
        ("Cookies", [_cookie(cookie) for cookie in response.cookies]),
        ("Examples", [_example(example) for example in response.examples]),
        ("OpenAPI", _openapi(response)),
    ]
    title = f"{response.status} {phrase(response.status)}".rstrip()
    return element(
        "article",
        {
            "id": identifier,
            "aria-labelledby": f"{identifier}-name",
            "data-findings": bool(response.findings),
            "data-changed": bool(change),
        },
        element(
            "h3",
            {"id": f"{identifier}-name"},
            element("a", {"href": f"#{identifier}"}, response.name),
            " ",
            element("span", {"class": "status"}, title),
            [" ", element("span", {"class": f"note {change}"}, change)] if change else None,
        ),
        element("p", {"class": "place"}, response.place) if response.place else None,
        None if response.whole else element("p", {}, "This is a part of a response, shown in an empty one."),
        [element("p", {}, paragraph) for paragraph in response.description.split("\n\n") if paragraph.strip()],
        [[element("h4", {}, heading), content] for heading, content in parts if content],
    )


def _findings(response: ResponseShown) -> Child:
    items = [finding_item(finding) for finding in response.findings]
    items += [
        element(
            "li", {"class": "finding"}, element("p", {}, "accepted ", element("code", {}, one.code), f": {one.because}")
        )
        for one in response.accepted
    ]
    return element("ul", {"class": "findings"}, items) if items else None


def _wire(response: ResponseShown) -> Child:
    wire = response.wire
    if wire is None:
        return element("p", {}, "It is not sent here: ", prose(response.gap), ".")
    lines = [element("span", {"class": "line"}, f"HTTP/1.1 {wire.status} {wire.phrase}".rstrip(), "\n")]
    for one in wire.fields:
        sample = one.sample_of
        value = _marked(one) if sample else one.value
        note = element("span", {"class": "sample"}, f" (sample of {sample})") if sample else None
        lines.append(
            element("span", {"class": "line"}, element("span", {"class": "field"}, one.name), ": ", value, note, "\n")
        )
    content = _content(wire)
    return [
        element("pre", {"class": "wire"}, element("code", {}, lines, ["\n", content] if content else None)),
        element("p", {"class": "source"}, _source(wire)) if content else None,
    ]


def _marked(field: FieldShown) -> Child:
    """The value of a field line with what is made up in it marked: of a cookie, its value."""
    start, end = 0, len(field.value)
    if field.name == "set-cookie":
        start, end = field.value.find("=") + 1, (field.value + ";").find(";")
    return [field.value[:start], element("mark", {}, field.value[start:end]), field.value[end:]]


def _content(wire: WireShown) -> str:
    if wire.text is None:
        return f"({counted(wire.octets, 'octet')} that are not text)"
    return cut(wire.text, _LONGEST)


def _source(wire: WireShown) -> str:
    words = "Its content is fixed" if wire.source == "fixed" else f"Its content is the {wire.source}"
    return f"{words}: {counted(wire.octets, 'octet')}."


def _cookie(cookie: CookieShown) -> Markup:
    rows = [
        element(
            "tr",
            {},
            element(
                "th",
                {"scope": "row"},
                element("code", {}, one.attribute)
                if one.written
                else [element("code", {}, one.attribute), " left out"],
            ),
            element("td", {}, prose(one.effect)),
        )
        for one in cookie.attributes
    ]
    value = f", whose value is the param {cookie.param}" if cookie.param else ""
    return element(
        "table",
        {},
        element("caption", {}, element("code", {}, cookie.name), value),
        element(
            "thead",
            {},
            element("tr", {}, element("th", {"scope": "col"}, "Attribute"), element("th", {"scope": "col"}, "Effect")),
        ),
        element("tbody", {}, rows),
    )


def _example(example: ExampleShown) -> Markup:
    return element(
        "figure",
        {},
        element("figcaption", {}, example.name, f": {example.description}" if example.description else None),
        _code(cut(example.content, _LONGEST)),
    )


def _openapi(response: ResponseShown) -> Child:
    if response.openapi is None:
        return element("p", {}, f"It is not described: {response.openapi_gap}.")
    return element(
        "details",
        {"data-key": f"openapi {response.key}"},
        element("summary", {}, f"Components of {response.name}"),
        _code(cut(json.dumps(response.openapi, indent=2, ensure_ascii=False), 4 * _LONGEST)),
    )


def _code(text: str) -> Markup:
    return element("pre", {}, element("code", {}, text))
