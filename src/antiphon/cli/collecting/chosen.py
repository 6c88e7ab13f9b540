"""The rules that an option or a configuration names, to report them or to leave them out."""

from __future__ import annotations

from antiphon.diagnostics.source_faults import SOURCE_FAULTS
from antiphon.rules.named import Named, everything, like, named
from antiphon.rules.profile import Profile
from antiphon.rules.registry import rules
from antiphon.rules.rule import Rule


class NotChosenError(ValueError):
    """A name that cannot be given here: what is wrong with it, and what to write."""

    def __init__(self, what: str, help: str) -> None:
        super().__init__(what)
        self.help = help


def selected_code(text: str) -> str:
    """A code, or the beginning of codes, as codes are written. Raises NotChosenError where no code begins so."""
    said, known = text.strip().upper(), everything()
    if said and any(one.code.startswith(said) for one in known):
        return said
    one = named(text, known)
    what = f"no rule's code begins with {said!r}"
    raise NotChosenError(what, f"write its code, {one.code}" if one else like(text, known))


def ignored_code(name: str, profile: Profile) -> str:
    """The code of a warning or an advice, by its code or name. Raises NotChosenError for an error, and for no rule."""
    one = named(name, everything())
    if one is None:
        raise NotChosenError(f"there is no rule {name!r}", like(name, everything()))
    if not isinstance(one, Rule):
        what = f"{one.code} is not a rule: it says that there is no response to judge"
        raise NotChosenError(what, "mend the declaration, or leave its file out with exclude")
    if one.level == "error" or (profile == "strict" and one.strict == "error"):
        there = " in the profile strict" if one.level != "error" else ""
        advice = (
            f'accept it where it is declared: .accept_finding("{one.code}", because="..."); what lint finds is '
            "ignored in [tool.antiphon.lint]"
        )
        raise NotChosenError(f"{one.code} is an error{there}, and errors are not ignored in bulk", advice)
    return one.code


def ignored_by_lint(name: str) -> str:
    """The code of what `antiphon lint` finds, by its code or name, errors too. Raises NotChosenError for no rule."""
    known: tuple[Named, ...] = (*rules(), *SOURCE_FAULTS)
    one = named(name, known)
    if one is None:
        raise NotChosenError(f"there is no rule {name!r}", like(name, known))
    return one.code
