"""The pydantic models of a response's description."""

from antiphon.spec.allowance import Allowance
from antiphon.spec.bodies import BodySpec
from antiphon.spec.cookie import CookieSpec
from antiphon.spec.document import AddedFieldSpec, DocumentSpec, FieldNoteSpec
from antiphon.spec.example import ExampleSpec
from antiphon.spec.header import HeaderSpec
from antiphon.spec.param import ParamSpec
from antiphon.spec.response import ResponseSpec
from antiphon.spec.site import SiteSpec

__all__ = [
    "AddedFieldSpec",
    "Allowance",
    "BodySpec",
    "CookieSpec",
    "DocumentSpec",
    "ExampleSpec",
    "FieldNoteSpec",
    "HeaderSpec",
    "ParamSpec",
    "ResponseSpec",
    "SiteSpec",
]
