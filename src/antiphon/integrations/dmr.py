"""django-modern-rest: an endpoint of a controller returns a declared response.

    class Users(Controller[PydanticSerializer]):
        @replies
        def post(self, parsed_body: Body[SignUp]) -> UserCreated | EmailTaken: ...

The endpoint's `ResponseSpec`s are made of what the annotation names, and dmr writes its document from them. What is
raised needs `antiphon.integrations.django.ReplyMiddleware`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, overload

from django.http import HttpResponse
from dmr import validate
from dmr.settings import Settings, resolve_setting
from typing_extensions import Sentinel

from antiphon.integrations import django
from antiphon.integrations.annotation import declared_by, misread, written_annotation
from antiphon.integrations.dmr_spec import specs_of, statuses_of

P = ParamSpec("P")


@overload
def replies(endpoint: Callable[P, Any], /) -> Callable[P, HttpResponse]: ...
@overload
def replies(endpoint: None = None, /, **options: Any) -> Callable[[Callable[P, Any]], Callable[P, HttpResponse]]: ...
def replies(endpoint: Any = None, /, **options: Any) -> Any:
    """The endpoint as dmr wants it: what its annotation names, by `@returns` and by `@raises` too, is documented.

    `options` are those of dmr's `validate`, such as `tags` and `auth`. dmr checks other statuses, such as its own 400,
    as ever; it does not check again what was declared. SpecError at the endpoint's line where nothing is declared.
    """
    return _decorated(endpoint, options) if endpoint is not None else lambda one: _decorated(one, options)


def _decorated(endpoint: Any, options: dict[str, Any]) -> Any:
    made: Any = django.replies(endpoint)
    made.__annotations__ = {**endpoint.__annotations__, "return": HttpResponse}

    def declared(controller: Any) -> Any:
        """Called by dmr with the controller: its decorator."""
        sources = declared_by(endpoint)
        if not sources:
            raise misread(endpoint, "it names no declared response", written_annotation(endpoint))
        try:
            specs = specs_of(sources, endpoint.__name__)
        except ValueError as error:
            raise misread(endpoint, f"dmr knows no such status: {error}", written_annotation(endpoint)) from None
        known = {spec.status_code for spec in specs}
        beside = [spec for spec in _of_layers(controller, "responses") or () if spec.status_code not in known]
        unchecked = {*(_of_layers(controller, "exclude_validate_responses") or ()), *statuses_of(sources)}
        own: dict[str, Any] = {"exclude_validate_responses": unchecked, **options}
        return validate(*specs, *beside, **own)

    return validate.lazy(declared)(made)


def _of_layers(controller: Any, name: str) -> Any:
    """The value of an option in the controller, or in the settings."""
    value = getattr(controller, name)
    return resolve_setting(Settings(name)) if isinstance(value, Sentinel) else value
