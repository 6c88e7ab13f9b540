"""Writes `src/antiphon/builder/param_steps.py`: the steps that add one param each, for each state that they lead to.

Each state has steps of its own, since no checker but mypy keeps the literal status through one generic step for all.
"""

from __future__ import annotations

from pathlib import Path

from cookies import KINDS
from formatted import formatted

TARGET = Path(__file__).parents[2] / "src" / "antiphon" / "builder" / "param_steps.py"

#: the state that the steps lead to, and its type variables but for the keywords
STATES = (("Draft", "S, C, R"), ("BodilessDraft", "S"), ("RedirectDraft", "S"))

HEAD = '''\
# Written by `nox -s generate`; do not edit.
"""The steps that add one param each. Only the compiler knows its keyword: see `antiphon stubs`.

Type checkers let every keyword pass until a stub says which there are; a `Params` class needs none. A type that admits
None makes its param optional: left out, the field or cookie is left out. A value is written by its field and its type
(docs/reference/params.md); `encode` is the function that writes one whose type has no text form.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from antiphon.builder.one_param import with_param
from antiphon.builder.draft_state import DraftState
from antiphon.builder.steps import ResponseDraft
from antiphon.builder.cookie_arguments import cookie_spec
from antiphon.diagnostics.call_site import caller
from antiphon.builder.param_declaration import Specifier
from antiphon.builder.specified import MISSING
from antiphon.runtime.cookie_codecs.text import CookieText

if TYPE_CHECKING:
    from typing_extensions import TypeForm

    from antiphon.builder.bodiless_draft import BodilessDraft, RedirectDraft
    from antiphon.builder.draft import Draft
    from antiphon.compiler.compiled import Unnamed

S = TypeVar("S", bound=int, covariant=True)  # noqa: PLC0105 - as checkers print it
C = TypeVar("C")
R = TypeVar("R", covariant=True)  # noqa: PLC0105 - as checkers print it


def _draft_in(name: str, state: DraftState) -> Any:
    """The draft of that class in this state; the classes are defined upon these steps, so they are not there yet."""
    from antiphon import builder

    return getattr(builder, name)(state)
'''

STEPS = '''

class {state}ParamSteps(ResponseDraft, Generic[{letters}]):
    """Values that vary with each call, one keyword parameter at a time."""

    __slots__ = ()

    def header_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | None = None,
    ) -> {state}[{letters}, [Unnamed]]:
        """A param that fills a field: `wire`, or its type's own, or the one named after it."""
        call_site = caller()
        added = with_param(self, name, type, Specifier(wire, None, "", call_site, encode=encode), default)
        made: {state}[{letters}, [Unnamed]] = _draft_in("{state}", added)
        return made

{cookies}
    def placeholder_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | None = None,
    ) -> {state}[{letters}, [Unnamed]]:
        """A param that fills a placeholder of a template, such as `.location("/users/{{user_id}}")`.

        The placeholder is `wire`, or the one of the param's name. The value is text, a number, a UUID or a member of an
        enumeration of them; it is percent-encoded and stays in its segment of the path or its value of the query.
        """
        call_site = caller()
        filled = Specifier(wire, None, "", call_site, placeholder=True, encode=encode)
        added = with_param(self, name, type, filled, default)
        made: {state}[{letters}, [Unnamed]] = _draft_in("{state}", added)
        return made
'''


#: One step of `{cookies}`.
COOKIE = '''
    def {name}_param(
        self,
        name: str,
        type: TypeForm[object] = str,
        *,
        wire: str | None = None,
        default: object = MISSING,
        encode: Callable[[Any], str] | CookieText | None = None,
        {keywords},
    ) -> {state}[{letters}, [Unnamed]]:
        """A param that is the value of {says}.

        `max_age` is in seconds; `expires` an aware datetime.
        """
        call_site = caller()
        spec = {spec}
        added = with_param(self, name, type, Specifier(wire, spec, "{prefix}", call_site, encode=encode), default)
        made: {state}[{letters}, [Unnamed]] = _draft_in("{state}", added)
        return made
'''


def generated() -> dict[Path, str | None]:
    """The one file."""
    states = []
    for state, letters in STATES:
        steps = [
            COOKIE.format(
                state=state, letters=letters, name=kind.name, keywords=kind.keywords(secure=True), says=kind.param,
                spec=kind.spec("wire or name", "None", " " * 8, secure=True), prefix=kind.prefix,
            )
            for kind in KINDS
        ]  # fmt: skip
        states.append(STEPS.format(state=state, letters=letters, cookies="".join(steps)))
    return {TARGET: formatted(HEAD + "".join(states))}
