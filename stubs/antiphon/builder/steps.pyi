# Written by `nox -s generate` from src; do not edit.
"""The steps that every state of a draft has."""

from typing import Literal, Self

from antiphon.builder.cookie_steps import CookieSteps
from antiphon.builder.document_steps import DocumentSteps
from antiphon.builder.draft_state import DraftState
from antiphon.builder.field_steps import FieldSteps, ObligedFieldSteps
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.spec import CookieSpec, ResponseSpec, SiteSpec

class CommonSteps(FieldSteps, CookieSteps, DocumentSteps):
    """The base of drafts and fragments: field lines and cookies, each remembered with its place, and documentation."""

    __slots__ = ("_state",)

    def __init__(self, state: DraftState) -> None: ...
    def header(self, name: str, value: str) -> Self:
        """Any field by its wire name; the typed steps and `headers(...)` have names that the type checker knows."""

    def header_template(self, name: str, template: str) -> Self:
        """A field with placeholders in braces, each filled by a param: `.header_template("ETag", '"{digest}"')`.

        The fields that take one are Location, Content-Location, Content-Security-Policy (a nonce), and ETag,
        WWW-Authenticate, Proxy-Authenticate and Server-Timing (text in double quotes): see AN013.
        """

    def delete_cookie(self, cookie: CookieSpec) -> Self:
        """Delete a cookie: the deletion has the name, domain, path and partition of its definition.

        A definition is a `CookieSpec`, such as `created.spec.cookies[0]` of the response that sets it.
        """

    def site(self, site: SiteSpec) -> Self:
        """Where the response is served from, for the rules that must know the host, the scheme or its cookies."""

class Fragment(CommonSteps, ObligedFieldSteps):
    """Field lines and cookies, their site and documentation, without a status: defined once, added with `add`."""

    __slots__ = ()

class ResponseDraft(CommonSteps):
    """The base of every state of a draft; its steps never change the type of the draft."""

    __slots__ = ()

    def add(self, fragment: Fragment) -> Self:
        """Everything that a fragment holds, after what the draft has already; its site, if it says one."""

    def describe(self, description: str) -> Self:
        """Describe the response to its clients, for documentation and `help()`."""

    def example(self, name: str, content: object, *, description: str = "") -> Self:
        """An example of the content: text as it is, anything else as JSON; ParamError where it has no JSON form."""

    def background(self, policy: Literal["always", "on_success"]) -> Self:
        """Whether background work runs even where the client went away first: `always` unless said otherwise."""

    def spec(self) -> ResponseSpec:
        """The draft as an immutable value."""

    def check(self) -> tuple[Diagnostic, ...]:
        """Every finding, with the places where the parts were declared; raises nothing."""
