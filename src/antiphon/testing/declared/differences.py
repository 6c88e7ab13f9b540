"""Everything in which a response is not as it is declared."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.status import FAMILIES
from antiphon.runtime.plan import BodyPlan
from antiphon.spec import ResponseSpec
from antiphon.testing.declared.content_reading import read_content
from antiphon.testing.declared.cookie_differences import cookie_differences
from antiphon.testing.declared.difference import Difference, NotAsDeclared, Unreadable
from antiphon.testing.declared.field_differences import field_differences
from antiphon.testing.declared.seen import Seen


def differences(spec: ResponseSpec, seen: Seen) -> list[Difference]:
    """Every difference in status, fields, cookies and content; empty where the response is as it is declared.

    Fields and cookies that are not declared do not count, since others may add them. Where the status is another
    one, the rest is not compared.
    """
    plan = spec.body.plan(spec.status)
    if not admits(spec, seen.status, plan):
        return [Difference("status", "status", f"is {seen.status}, declared {spec.family or spec.status}")]
    if spec.family is None and seen.status != spec.status:
        return []  # the answer to a condition or a range, which is not described in detail
    return [
        *field_differences(spec, plan, seen),
        *cookie_differences(spec, seen),
        *_content_differences(spec, seen),
    ]


def admits(spec: ResponseSpec, status: int, plan: BodyPlan | None = None) -> bool:
    """Whether a declared response may be sent with a status."""
    if spec.family is not None:
        return status in FAMILIES[spec.family]
    return status == spec.status or status in (plan or spec.body.plan(spec.status)).statuses


def _content_differences(spec: ResponseSpec, seen: Seen) -> Iterator[Difference]:
    if seen.content is None or seen.method == "HEAD":
        return
    try:
        read_content(spec, seen.content)
    except NotAsDeclared as error:
        yield Difference("content", "content", str(error))
    except Unreadable:
        pass
