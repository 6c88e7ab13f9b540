"""The steps that every state of a draft has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Self

from antiphon.builder.absent import explain
from antiphon.builder.cookie_steps import CookieSteps
from antiphon.builder.document_steps import DocumentSteps, documented
from antiphon.builder.draft_state import DraftState
from antiphon.builder.dropped import find_dropped
from antiphon.builder.field_steps import FieldSteps, ObligedFieldSteps
from antiphon.builder.param_declaration import ParamDeclaration
from antiphon.builder.refused import refused, validated
from antiphon.compiler.compiler import compile_spec
from antiphon.compiler.judged import judge_and_compile
from antiphon.diagnostics.assigned_name import assigned_name
from antiphon.diagnostics.call_site import CallSite, caller
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.refusals import BODY_TWICE, FIELD_VALUE, PARAMS_TWICE
from antiphon.errors import SpecError
from antiphon.headers.field import Field, FieldError
from antiphon.http.field_template import has_no_braces
from antiphon.http.uri_template import is_template
from antiphon.rules.check import check
from antiphon.runtime.content.json import encode
from antiphon.spec import CookieSpec, DocumentSpec, ExampleSpec, HeaderSpec, ResponseSpec, SiteSpec
from antiphon.spec.bodies import BodySpec, EmptyBody


class CommonSteps(FieldSteps, CookieSteps, DocumentSteps):
    """The base of drafts and fragments: field lines and cookies, each remembered with its place, and documentation."""

    __slots__ = ("_state",)
    _state: DraftState

    def __init__(self, state: DraftState) -> None:
        self._state = state
        find_dropped()

    if not TYPE_CHECKING:  # type checkers know which steps a state has; at run time the reason is told

        def __getattr__(self, name: str) -> Any:
            explain(type(self).__name__, self._state.spec.status if name != "_state" else 0, name)

    def _with(self, **parts: Any) -> Self:
        return type(self)(self._state.changed(**parts))

    def _with_header(self, header: HeaderSpec, call_site: CallSite) -> Self:
        return type(self)(self._state.extended("headers", header, call_site))

    def _with_cookie(self, cookie: CookieSpec, call_site: CallSite) -> Self:
        return type(self)(self._state.extended("cookies", cookie, call_site))

    def _refused(self, field: type[Field], error: FieldError, call_site: CallSite) -> SpecError:
        where = f"headers[{len(self._state.spec.headers)}]"
        return refused(str(error), where, error.help, call_site, FIELD_VALUE, cite=error.cite)

    def header(self, name: str, value: str) -> Self:
        """Any field by its wire name; the typed steps and `headers(...)` have names that the type checker knows."""
        call_site = caller()
        varying = isinstance(name, str) and is_template(value) and has_no_braces(name)
        given = {"template": value} if varying else {"value": value}
        return self._with_header(validated(HeaderSpec, "headers", call_site, name=name, **given), call_site)

    def header_template(self, name: str, template: str) -> Self:
        """A field with placeholders in braces, each filled by a param: `.header_template("ETag", '"{digest}"')`.

        The fields that take one are Location, Content-Location, Content-Security-Policy (a nonce), and ETag,
        WWW-Authenticate, Proxy-Authenticate and Server-Timing (text in double quotes): see AN013.
        """
        call_site = caller()
        return self._with_header(validated(HeaderSpec, "headers", call_site, name=name, template=template), call_site)

    def delete_cookie(self, cookie: CookieSpec) -> Self:
        """Delete a cookie: the deletion has the name, domain, path and partition of its definition.

        A definition is a `CookieSpec`, such as `created.spec.cookies[0]` of the response that sets it.
        """
        call_site = caller()
        if not isinstance(cookie, CookieSpec):
            what = f"a cookie is deleted by its definition, not by {type(cookie).__qualname__}"
            raise refused(
                what, "cookies", "give the CookieSpec that was set: a bare name does not say its scope", call_site
            )
        return self._with_cookie(cookie.delete(), call_site)

    def site(self, site: SiteSpec) -> Self:
        """Where the response is served from, for the rules that must know the host, the scheme or its cookies."""
        if not isinstance(site, SiteSpec):
            what = f"a site is a SiteSpec, not {type(site).__qualname__}"
            raise refused(what, "site", 'give SiteSpec(scheme="https", host="shop.example")', caller())
        return self._with(site=site)


class Fragment(CommonSteps, ObligedFieldSteps):
    """Field lines and cookies, their site and documentation, without a status: defined once, added with `add`."""

    __slots__ = ()


class ResponseDraft(CommonSteps):
    """The base of every state of a draft; its steps never change the type of the draft."""

    __slots__ = ()

    def add(self, fragment: Fragment) -> Self:
        """Everything that a fragment holds, after what the draft has already; its site, if it says one."""
        return self._add(fragment, caller())

    def _add(self, fragment: Fragment, call_site: CallSite) -> Self:
        if not isinstance(fragment, Fragment):
            what = f"a fragment is added, not {type(fragment).__qualname__}"
            several = "give several as a tuple, `add=(first, second)`, or with a step for each"
            raise refused(what, "", several if isinstance(fragment, list) else "begin it with `fragment()`", call_site)
        draft, added = self, fragment._state.spec
        call_sites = dict(fragment._state.call_sites)
        for index, header in enumerate(added.headers):
            draft = draft._with_header(header, call_sites[f"headers[{index}]"])
        for index, cookie in enumerate(added.cookies):
            draft = draft._with_cookie(cookie, call_sites[f"cookies[{index}]"])
        if added.document != DocumentSpec() or added.examples:
            draft = type(draft)(documented(draft._state, added.document, added.examples))
        return draft._with(site=added.site or draft._state.spec.site)

    def describe(self, description: str) -> Self:
        """Describe the response to its clients, for documentation and `help()`."""
        if not isinstance(description, str):
            what = f"description is {type(description).__qualname__}, not text"
            raise refused(what, "description", "give a str", caller())
        return self._with(description=description)

    def example(self, name: str, content: object, *, description: str = "") -> Self:
        """An example of the content: text as it is, anything else as JSON; ParamError where it has no JSON form."""
        text = content if isinstance(content, str) else encode(content).decode()
        example = validated(ExampleSpec, "examples", caller(), name=name, content=text, description=description)
        return self._with(examples=(*self._state.spec.examples, example))

    def background(self, policy: Literal["always", "on_success"]) -> Self:
        """Whether background work runs even where the client went away first: `always` unless said otherwise."""
        if policy not in ("always", "on_success"):
            what = f"the background policy is {policy!r}"
            raise refused(what, "background", 'give "always" or "on_success"', caller())
        return self._with(background=policy)

    def spec(self) -> ResponseSpec:
        """The draft as an immutable value."""
        return self._state.spec

    def check(self) -> tuple[Diagnostic, ...]:
        """Every finding, with the places where the parts were declared; raises nothing."""
        return check(self._state.spec, call_sites=dict(self._state.call_sites))

    def _with_body(self, body: BodySpec, call_site: CallSite) -> DraftState:
        if not isinstance(self._state.spec.body, EmptyBody):
            what = f"the response has a body already: {type(self._state.spec.body).__name__}"
            raise refused(what, "body", "", call_site, BODY_TWICE)
        return self._state.changed(("body", call_site), body=body)

    def _met(self, field: type[Field], value: object, call_site: CallSite) -> DraftState:
        """The state with the field that was missing."""
        return self._converted(field, call_site, value)._state

    def _with_params(self, params: Any, call_site: CallSite) -> DraftState:
        declared: tuple[ParamDeclaration, ...] | None = getattr(params, "antiphon_params", None)
        if declared is None or not isinstance(params, type):
            what = f"{getattr(params, '__qualname__', params)!r} is not a Params class"
            raise refused(what, "params", "declare `class MyParams(Params): ...` and pass the class", call_site)
        if self._state.spec.params:
            # The type of the compiled response knows the parameters of one class only.
            if not self._state.has_known_signature:
                what = f"{params.__qualname__} comes after params that were added one by one, and would hide them"
                advice = "call `.params(...)` first, or declare them in the class"
                raise refused(what, "params", advice, call_site, PARAMS_TWICE)
            what = f"{params.__qualname__} is the second Params class of this response"
            raise refused(what, "params", "", call_site, PARAMS_TWICE)
        return self._with_parameters(declared).changed(("params", call_site))

    def _with_parameters(self, declared: tuple[ParamDeclaration, ...]) -> DraftState:
        """The state with what these params fill, and the params themselves."""
        state = self._state
        for param in declared:
            if isinstance(param.slot, HeaderSpec):
                state = state.extended("headers", param.slot, param.call_site)
            elif param.slot is not None:
                state = state.extended("cookies", param.slot, param.call_site)
            state = state.extended("params", param.spec, param.call_site)
        return state

    def _compile(self, call_site: CallSite) -> Any:
        spec = self._state.spec
        call_sites = {"": call_site, **dict(self._state.call_sites)}
        name = assigned_name(call_site)
        known = self._state.has_known_signature

        def compiled() -> Any:
            return compile_spec(spec, name=name, module=call_site.module, has_known_signature=known)

        return judge_and_compile(spec, compiled, name=name or "", call_sites=call_sites)
