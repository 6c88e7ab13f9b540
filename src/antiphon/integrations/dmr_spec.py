"""The ResponseSpec of django-modern-rest, made of declared responses."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from dmr import ResponseSpec
from dmr.cookies import CookieSpec
from dmr.headers import HeaderSpec
from dmr.openapi.mappers.schema_normalization import dump_schema, load_schema
from dmr.openapi.objects import Response, Schema

from antiphon.http.status import FAMILIES
from antiphon.integrations.documented import names_beside, renamed
from antiphon.interpreters.openapi.declared import Declared, declared
from antiphon.interpreters.openapi.describe import describe
from antiphon.interpreters.openapi.files import answers
from antiphon.reply.operation import Source
from antiphon.spec import CookieSpec as Cookie
from antiphon.spec import ResponseSpec as Spec

#: dmr wants every field described, and the length is not declared.
_LENGTH: Mapping[str, HeaderSpec] = {"Content-Length": HeaderSpec(required=False)}


@dataclasses.dataclass(frozen=True, slots=True)
class OfDeclared(ResponseSpec):
    """The responses of one status. dmr writes what `antiphon.openapi.describe` says of them into its document."""

    sources: tuple[Source, ...] = dataclasses.field(kw_only=True, default=())
    """All responses of the operation."""
    key: str = dataclasses.field(kw_only=True, default="")
    """The key of this status among them."""

    def get_schema(self, metadata: Any, controller_cls: Any, context: Any) -> Response:
        """Called by dmr for its document: the Response Object. The schemas that it refers to are registered."""
        described = describe(*self.sources)
        registry = context.registries.schema
        loaded = {
            name: load_schema(schema, Schema) for name, schema in described["components"].get("schemas", {}).items()
        }
        names = names_beside(
            *({name: dump_schema(one) for name, one in each.items()} for each in (loaded, registry.schemas))
        )
        for name, schema in loaded.items():
            registry.register(names[name], load_schema(renamed(dump_schema(schema), names), Schema))
        return load_schema(renamed(described["responses"][self.key], names), Response)


def specs_of(sources: tuple[Source, ...], method: str) -> list[ResponseSpec]:
    """One for each status, those of ranges and conditions among them, in the order of naming.

    Raises ValueError for a status that Python's HTTPStatus has not.
    """
    by_status: dict[int, list[Declared]] = {}
    for answer in answers(map(declared, sources)):
        by_status.setdefault(answer.spec.status, []).append(answer)
    return [_spec(HTTPStatus(status), found, sources, method) for status, found in by_status.items()]


def statuses_of(sources: Iterable[Source]) -> frozenset[int]:
    """The statuses that they may have; of a family of statuses all."""
    specs = [answer.spec for answer in answers(map(declared, sources))]
    return frozenset(status for one in specs for status in (FAMILIES[one.family] if one.family else (one.status,)))


def _spec(status: HTTPStatus, found: list[Declared], sources: tuple[Source, ...], method: str) -> ResponseSpec:
    specs = [one.spec for one in found]
    # dmr refuses content of what has none.
    content = None if method == "head" or all(one.body.kind == "empty" for one in specs) else Any
    sent = [_sent(one) for one in specs]
    fields = {header.name: HeaderSpec(required=_in_all(header.name, sent)) for one in specs for header in one.headers}
    cookies = {
        cookie.name: _cookie(cookie, needed=_in_all(cookie.name, sent)) for one in specs for cookie in one.cookies
    }
    return OfDeclared(
        content, status_code=status, headers={**fields, **_LENGTH}, cookies=cookies, sources=sources, key=found[0].key
    )


def _sent(spec: Spec) -> frozenset[str]:
    """The names of fields and cookies that each response has."""
    left_out = {param.slot for param in spec.params if param.optional}
    return frozenset({header.name for header in spec.headers} | {cookie.name for cookie in spec.cookies}) - left_out


def _in_all(name: str, sent: Iterable[frozenset[str]]) -> bool:
    return all(name in each for each in sent)


def _cookie(cookie: Cookie, *, needed: bool) -> CookieSpec:
    same_site: Any = (cookie.same_site or "lax").lower()
    return CookieSpec(
        path=cookie.path or "",
        max_age=cookie.max_age if isinstance(cookie.max_age, int) else None,
        domain=cookie.domain,
        secure=cookie.secure,
        httponly=cookie.http_only,
        samesite=same_site,
        required=needed,
    )
