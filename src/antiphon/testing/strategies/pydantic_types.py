"""Strategies of pydantic's own types, by their names."""

from __future__ import annotations

import datetime as dt
import ipaddress
from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from antiphon.testing.strategies.constraints import Constraints
from antiphon.testing.strategies.scalars import CHARACTERS, scalar

_DAY = dt.timedelta(days=1)
_HOSTS = st.from_regex(r"[a-z][a-z0-9]{0,8}\.(?:example|org)", fullmatch=True)


def _moments(limits: Constraints, **more: Any) -> SearchStrategy[Any]:
    chosen = scalar(dt.datetime, Constraints(aware=True, **more))
    assert chosen is not None  # noqa: S101
    return chosen.filter(limits.admits)


def _url(scheme: str) -> SearchStrategy[str]:
    return st.builds(f"{scheme}://{{}}/{{}}".format, _HOSTS, st.from_regex(r"[a-z0-9/]{0,8}", fullmatch=True))


#: Each by what it is made of, which a model's own constructor turns into the type.
_OWN: Mapping[str, Callable[[Constraints], SearchStrategy[Any]]] = {
    "SecretStr": lambda limits: st.text(CHARACTERS, **limits.sizes(20)),
    "SecretBytes": lambda limits: st.binary(**limits.sizes(20)),
    "EmailStr": lambda _: st.builds("{}@{}".format, st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True), _HOSTS),
    "ByteSize": lambda limits: scalar(int, limits if limits.least is not None else Constraints(ge=0)) or st.just(0),
    "AwareDatetime": _moments,
    "NaiveDatetime": lambda limits: st.datetimes().filter(limits.admits),
    "PastDatetime": lambda limits: _moments(limits, lt=dt.datetime.now(dt.UTC) - _DAY),
    "FutureDatetime": lambda limits: _moments(limits, gt=dt.datetime.now(dt.UTC) + _DAY),
    "PastDate": lambda limits: st.dates(max_value=dt.datetime.now(dt.UTC).date() - _DAY).filter(limits.admits),
    "FutureDate": lambda limits: st.dates(min_value=dt.datetime.now(dt.UTC).date() + 2 * _DAY).filter(limits.admits),
    "IPvAnyAddress": lambda _: st.ip_addresses(),
    "IPvAnyNetwork": lambda _: st.ip_addresses().map(ipaddress.ip_network),
    "IPvAnyInterface": lambda _: st.ip_addresses().map(ipaddress.ip_interface),
    **dict.fromkeys(("AnyUrl", "AnyHttpUrl", "HttpUrl", "AnyWebsocketUrl"), lambda _: _url("https")),
    **dict.fromkeys(("WebsocketUrl",), lambda _: _url("wss")),
}


def of_pydantic(class_: type, limits: Constraints) -> SearchStrategy[Any] | None:
    """Values from which pydantic makes one of its types; None for a type that is not listed."""
    make = _OWN.get(class_.__name__)
    return None if make is None else make(limits)
