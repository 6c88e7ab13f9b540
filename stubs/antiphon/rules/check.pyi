# Written by `nox -s generate` from src; do not edit.
"""The judge: every rule over one value."""

from collections.abc import Mapping

from antiphon.diagnostics.call_site import CallSite
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.rules.example_type import Example
from antiphon.rules.profile import Profile
from antiphon.rules.seen import SeenResponse

MOST_OF_A_KIND: int

def check(
    spec: Example | SeenResponse,
    *,
    call_sites: Mapping[str, CallSite] | None = None,
    profile: Profile = "default",
    captured: bool = False,
    written: bool = False,
) -> tuple[Diagnostic, ...]:
    """The findings about a response, or about one cookie or header, in code order; empty if nothing is wrong.

    `call_sites` says where in the user's code the parts were declared, by path. Findings that the spec allows, with a
    reason, are left out; an allowance that allows nothing is itself a finding. Nothing is raised for a wrong value.
    In the profile `strict` some warnings are errors; each rule's page says so. `captured` is for a response that
    antiphon did not build: rules about declarations are silent, and what clients take as it was meant weighs less.
    `written` is for one whose source is seen beside it, so that all of its fields are the application's own.

    It takes time in proportion to the response. Of one rule and level 50 findings are told, and how many more there
    are.
    """
