"""How a step for a typed field adds its line: the generated steps say which field, and hand on what they were given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from antiphon.diagnostics.call_site import CallSite
from antiphon.errors import SpecError
from antiphon.headers.content_location import ContentLocation
from antiphon.headers.field import Field, FieldError
from antiphon.headers.location import Location
from antiphon.headers.registry import FIELDS, field_class
from antiphon.headers.values.conversion import convert
from antiphon.http.field_template import has_no_braces
from antiphon.http.parsing.target import is_reference
from antiphon.http.uri_template import is_template
from antiphon.spec import HeaderSpec

#: Fields whose text may be a template.
_TEMPLATED: frozenset[type[Field]] = frozenset({ContentLocation, Location})
#: The keyword of each typed field, and the field's name.
_KEYWORDS = {name.replace("-", "_"): name for name in FIELDS}


class TypedFields:
    """The base of the generated steps. A draft says where the line goes and what a refusal is."""

    __slots__ = ()

    def _with_header(self, header: HeaderSpec, call_site: CallSite) -> Self:
        """A draft with one field line more."""
        raise NotImplementedError

    def _refused(self, field: type[Field], error: FieldError, call_site: CallSite) -> SpecError:
        """The error for a value that its field does not admit."""
        raise NotImplementedError

    def _field(self, field: Any, call_site: CallSite, /, *arguments: Any, **keywords: Any) -> Self:
        """A draft with a line of the field that its constructor makes of these arguments."""
        if arguments and is_template(arguments[0]) and field in _TEMPLATED:
            return self._with_header(HeaderSpec(name=field.field_name, template=arguments[0]), call_site)
        try:
            value = field(*arguments, **keywords)
        except FieldError as error:
            raise self._refused(field, error, call_site) from None
        return self._with_header(_line(value), call_site)

    def _converted(self, field: type[Field], call_site: CallSite, value: Any) -> Self:
        """A draft with a line of the field that was given, or whose text was."""
        if is_template(value) and has_no_braces(field.field_name):
            return self._with_header(HeaderSpec(name=field.field_name, template=value), call_site)
        try:
            typed = convert(field, value)
        except FieldError as error:
            if field is Location and isinstance(value, str) and is_reference(value):  # the redirect rules say more
                return self._with_header(HeaderSpec(name=field.field_name, value=value), call_site)
            raise self._refused(field, error, call_site) from None
        return self._with_header(_line(typed), call_site)

    def _fields(self, given: Mapping[str, Any], call_site: CallSite) -> Self:
        """A draft with a line for each keyword that was given, in the order of the fields' names."""
        draft = self
        for keyword, name in _KEYWORDS.items():
            value, field = given.get(keyword), field_class(name)
            if value is not None and field is not None:
                draft = draft._converted(field, call_site, value)
        return draft


def _line(value: Field) -> HeaderSpec:
    text = value.encode().decode("latin-1")
    if is_template(text) and has_no_braces(value.field_name):
        return HeaderSpec(name=value.field_name, template=text)
    return HeaderSpec(name=value.field_name, value=text)
