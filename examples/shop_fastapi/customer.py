"""Who is asking: what the handlers depend on."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import APIKeyCookie, HTTPAuthorizationCredentials, HTTPBearer

from shop.models import Account
from shop.responses import session_cookie
from shop.store import Store

_bearer = HTTPBearer(auto_error=False)
_cookie = APIKeyCookie(name=session_cookie.name, auto_error=False)


def store_of(request: Request) -> Store:
    """The shop that the service was started for."""
    store: Store = request.app.state.store
    return store


def token_of(
    bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    cookie: Annotated[str | None, Depends(_cookie)],
) -> str:
    """The session's token: browsers send it as a cookie, programs as a Bearer token (RFC 6750 section 2.1)."""
    return bearer.credentials if bearer else cookie or ""


def customer_of(store: Annotated[Store, Depends(store_of)], token: Annotated[str, Depends(token_of)]) -> Account | None:
    """Whose session it is."""
    return store.session(token)


TheStore = Annotated[Store, Depends(store_of)]
Token = Annotated[str, Depends(token_of)]
Customer = Annotated[Account | None, Depends(customer_of)]
