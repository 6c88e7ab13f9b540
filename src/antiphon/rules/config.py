"""`[tool.antiphon]`: what a project says about how its responses are judged."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from antiphon.rules.profile import Profile
from antiphon.spec.model import Model


class Ignored(Model, frozen=True):
    """A warning or an advice that a project does not want to hear, with the reason why. An error is never ignored."""

    code: str
    """The rule's code or its name, such as `CK021`."""
    files: tuple[str, ...] = ()
    """The files that it is left out in, as names or paths as those of `exclude`; everywhere where there are none."""
    because: Annotated[str, Field(min_length=1, pattern=r"\S")]
    """Why it is left out."""


class IgnoredInCaptures(Model, frozen=True):
    """Findings of `antiphon lint` that a project does not want to hear, errors too: a rule's, a host's, or both."""

    code: str | None = None
    """The rule's code or its name; every rule where it is left out."""
    host: str | None = None
    """A host, or all below it as `*.a.example`; every host where it is left out."""
    files: tuple[str, ...] = ()
    """The files that it is left out in, as names or paths as those of `exclude`; everywhere where there are none."""
    because: Annotated[str, Field(min_length=1, pattern=r"\S")]
    """Why it is left out."""


class LintConfig(Model, frozen=True):
    """The table `[tool.antiphon.lint]`: what is said of responses that antiphon did not build."""

    ignore: tuple[IgnoredInCaptures, ...] = ()
    """The findings in captures to leave out."""


class Config(Model, frozen=True):
    """The table `[tool.antiphon]` of a pyproject.toml, or an antiphon.toml. The command line comes before it."""

    profile: Profile = "default"
    """`strict` makes errors of some warnings; a rule's page says so."""
    targets: tuple[str, ...] = ()
    """The targets of `antiphon check` if the command line names none; paths are relative to the file."""
    exclude: tuple[str, ...] = ()
    """Files and folders that a folder or a package is checked without: names such as `tests`, or paths from the file's
    folder such as `src/*/migrations`."""
    select: tuple[str, ...] = ()
    """The warnings and the advice to report: codes, or beginnings of codes such as `CK`. Empty reports all."""
    ignore: tuple[Ignored, ...] = ()
    """Warnings and advice to leave out."""
    lint: LintConfig = LintConfig()
    """Settings for captures only."""
