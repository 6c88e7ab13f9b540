"""The page of all problem types of a service: for people in Markdown, for programs in JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from antiphon.http.status import phrase
from antiphon.reply.problem_types import ProblemReply, problem_types


def problem_list(types: Iterable[type[ProblemReply]] | None = None) -> list[dict[str, Any]]:
    """Each problem type as a JSON object: `type`, `title`, `status`, `description` and `members`.

    Without an argument, all that were declared, in the order of their URIs.
    """
    return [_described(one) for one in (problem_types() if types is None else types)]


def problem_page(types: Iterable[type[ProblemReply]] | None = None, *, title: str = "Problem types") -> str:
    """The same in Markdown, one section for each type."""
    sections = [_section(one) for one in problem_list(types)]
    return "\n".join([f"# {title}\n", *(sections or ["There are none.\n"])])


def _described(one: type[ProblemReply]) -> dict[str, Any]:
    return {
        "type": one.type_uri,
        "title": one.title,
        "status": one.status_code,
        "description": one.spec.description,
        "members": list(one.member_names),
    }


def _section(said: dict[str, Any]) -> str:
    status = f"{said['status']} {phrase(said['status'])}".strip()
    rows = [f"## {said['title']}\n", f"`{said['type']}`, sent with {status}.\n"]
    if said["description"]:
        rows.append(f"{said['description']}\n")
    if said["members"]:
        rows.append("Members of its own: " + ", ".join(f"`{name}`" for name in said["members"]) + ".\n")
    return "\n".join(rows)
