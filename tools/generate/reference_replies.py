"""Writes `docs/reference/replies.md` and `class-keywords.md`: the bases of replies, and what class statements take."""

from __future__ import annotations

import inspect
from typing import Any

import antiphon
from antiphon.headers.registry import FIELDS, field_class

#: The bases in the order of their page: a name, and how it is written in a class statement.
BASES = (
    *(("Reply", "Reply[User]"), ("Created", "Created[User]"), ("Redirect", "Redirect"), ("Bodiless", "Bodiless")),
    *(("Unauthorized", "Unauthorized[Problem]"), ("MethodNotAllowed", "MethodNotAllowed[Problem]")),
    *(("PartialContent", "PartialContent[User]"), ("FamilyReply", "FamilyReply[Problem]")),
    *(("ProblemReply", "ProblemReply"), ("HTMLReply", "HTMLReply"), ("TextReply", "TextReply")),
    *(("BytesReply", "BytesReply"), ("FileReply", "FileReply"), ("StreamReply", "StreamReply")),
    *(("TextStreamReply", "TextStreamReply"), ("JSONLinesReply", "JSONLinesReply[User]")),
    ("EventReply", "EventReply[Tick]"),
)

#: The keywords that are no fields, and their meaning; a test of the generator is that none is missing here.
MEANINGS = {
    "status": "the status; a number that the base allows",
    "family": "`4XX`, `5XX` or `default`: the status is given with each call",
    "type": "the URI of this type of problem, for this class alone",
    "title": "the title of this type of problem",
    "media_type": "the media type, where it is not that of the base",
    "validate": "`never`, `always` or `debug`: whether all that the content holds is checked with each call",
    "from_content": "`etag`, `content_digest`, `repr_digest`: fields that follow from the rendered octets",
    "exclude_none": "no member that is None is sent",
    "exclude_defaults": "no member that equals its default is sent",
    "exclude_unset": "no member of a pydantic model that it was not given is sent",
    "by_alias": "False: members by the fields' own names",
    "key_order": "`declared` or `sorted`",
    "encode": "a function that gives a JSON form to values of types of one's own",
    "nan": "`error`, or `null` in the place of NaN and infinities",
    "framing": "`jsonl`, `ndjson` or `json-seq`",
    "flush_octets": "items are put together until they are so long",
    "flush_after": "and wait no longer than this",
    "on_error": "makes the last item, of an error that the iterable raises",
    "length": "the length of the whole stream, which is sent and checked",
    "root": "a folder that no path leaves",
    "missing": "`error`, or `not_found`: a file that is not there is a 404",
    "ranges": "False: files are sent as a whole only",
    "ping": "how long to wait for an event before a comment is sent; False: never",
    "retry": "how long clients wait before they connect again",
    "error": "the last event, where the iterable fails",
    "add": "a fragment, or several: the fields and cookies that they have",
    "site": "the site that the response belongs to, for rules that need it",
    "accepted_findings": "what is accepted, by code, and why",
}


def replies() -> str:
    """A section for each base."""
    parts = [_HEAD]
    for name, spelling in BASES:
        base = getattr(antiphon, name)
        doc = inspect.cleandoc(base.__doc__ or "")
        own = ", ".join(f"[`{key}`](class-keywords.md#{key})" for key in _keywords(base) if key in MEANINGS)
        call = "\n".join(_members(base))
        given = f"\nGiven with each call, beside what the class declares:\n\n{call}\n" if call else ""
        head = f"## {name}\n\n```text\nclass Mine({spelling}, ...): ...\n```\n\n{doc}\n{given}"
        parts.append(f"{head}\nKeywords of the class, beside [fields](class-keywords.md#fields): {own}.\n")
    return "\n".join(parts)


_HEAD = """\
# Replies

A response that is declared by a class statement derives from one of these. Its instances are the responses; what the
class body annotates are [params](params.md), and its docstring is the description in documents.
A class of a class is one as well: it has the fields, params and keywords of its base, and may add to them.
A Params class may be a further base, `class Users(Reply[list[User]], Paged)`. A base whose content is left open has
a type variable with a bound: `T = TypeVar("T", bound=JSONContent)`, and then `class Private(Reply[T], ...)`.
`Raisable` as a second base makes it an exception ([how-to](../how-to/raise-a-reply.md)).
<!-- Written by `nox -s generate`; do not edit. -->
"""


def class_keywords() -> str:
    """A section for each keyword that is no field, and a table of those that are."""
    by_key: dict[str, list[str]] = {}
    types: dict[str, str] = {}
    for name, _ in BASES:
        for key, one in _keywords(getattr(antiphon, name)).items():
            by_key.setdefault(key, []).append(name)
            types.setdefault(key, str(one.annotation))
    fields = {cls.field_name.lower().replace("-", "_"): cls for key in FIELDS if (cls := field_class(key))}
    unknown = by_key.keys() - MEANINGS.keys() - fields.keys()
    if unknown or MEANINGS.keys() - by_key.keys():
        raise LookupError(f"reference_replies.MEANINGS: {sorted(unknown)}, {sorted(MEANINGS.keys() - by_key.keys())}")
    parts = [_KEYWORDS]
    for key, meaning in MEANINGS.items():
        there = by_key[key]
        where = (
            "every base"
            if len(there) == len(BASES)
            else ", ".join(f"[{name}](replies.md#{name.lower()})" for name in there)
        )
        parts.append(f"## {key}\n\n`{types[key]}`: {meaning}. Of {where}.\n")
    rows = [
        f"| `{key}` | {_shown(types[key])} | [{fields[key].field_name}](fields.md#{fields[key].field_name.lower()}) |"
        for key in by_key
        if key in fields
    ]
    table = "\n".join(["| keyword | takes | sends |", "| --- | --- | --- |", *sorted(rows)])
    return "\n".join(
        [*parts, f"## Fields\n\nEvery base takes the fields that have a class. Text is read by the field.\n\n{table}\n"]
    )


_KEYWORDS = """\
# Class keywords

What is written between the parentheses of a class statement, beside the base: `class UserShown(Reply[User],
cache_control="private")`. A keyword that is misspelt is a type error, and one that a subclass leaves out is that of
its base.
<!-- Written by `nox -s generate`; do not edit. -->
"""


def _keywords(base: Any) -> dict[str, inspect.Parameter]:
    """The keywords of a base's class statements. `Reply` and its like take them from the class above."""
    found = inspect.signature(base.__init_subclass__).parameters
    return {name: one for name, one in found.items() if one.kind is one.KEYWORD_ONLY}


def _members(base: Any) -> list[str]:
    """The arguments of each call of a base: the content, what the status obliges, and the background."""
    seen: dict[str, str] = {}
    for cls in reversed(base.__mro__):
        if cls.__module__.startswith("antiphon.reply"):
            seen |= {key: str(value) for key, value in inspect.get_annotations(cls).items()}
    hidden = ("ClassVar", "InitVar")
    return [
        f"- `{name}: {text}`" for name, text in seen.items() if not name.startswith("_") and not text.startswith(hidden)
    ]


def _shown(annotation: str) -> str:
    return "`" + annotation.removesuffix(" | None").replace("|", "\\|") + "`"
