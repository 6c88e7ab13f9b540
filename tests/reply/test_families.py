"""Replies whose status is given with each call."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon import FamilyReply, ParamError, Problem, Raisable, SpecError, header
from antiphon.http.status import FAMILIES
from antiphon.openapi import describe


class Refused(FamilyReply[Problem], Raisable, family="4XX"):
    """The request is refused."""

    x_reason: str | None = header("X-Reason", default=None)


class Failed(FamilyReply[Problem], family="default"): ...


class Unavailable(Failed, family="5XX", cache_control="no-store"): ...


#: Statuses that are nothing without a field, which these classes do not have.
_DEMANDING = {401, 405, 407, 426}


@pytest.mark.parametrize(("kind", "statuses"), [(Refused, FAMILIES["4XX"]), (Failed, FAMILIES["default"])])
@given(status=st.integers(300, 700))
def test_the_status_is_in_its_range(kind: Any, statuses: range, status: int) -> None:
    """Any other is refused, and so is one that demands a field which the class does not have."""
    if status not in statuses or status in _DEMANDING:
        with pytest.raises(ParamError):
            kind(Problem(title="t"), status=status)
        return
    reply = kind(Problem(title="t"), status=status)
    assert (reply.status_code, reply.status, json.loads(reply.body)["status"]) == (status, status, status)


def test_params_and_fields_are_those_of_any_reply() -> None:
    """It is raised as well."""
    with pytest.raises(Refused) as caught:
        raise Refused(Problem(title="No tea"), status=418, x_reason="short and stout")
    assert (b"x-reason", b"short and stout") in caught.value.raw_headers
    assert (b"cache-control", b"no-store") in Unavailable(Problem(title="Later"), status=503).raw_headers


@pytest.mark.parametrize("status", ["404", None, True, 404.0])
def test_a_status_is_a_number(status: Any) -> None:
    """As the signature says, whether or not a response of that status was made before."""
    Refused(Problem(title="t"), status=404)
    with pytest.raises(ParamError, match="is not a status of 4XX"):
        Refused(Problem(title="t"), status=status)


def test_the_document_names_the_family() -> None:
    """4XX, 5XX and default are keys of the Responses Object."""
    assert list(describe(Refused)["responses"]) == ["4XX"]
    assert list(describe(Unavailable)["responses"]) == ["5XX"]
    assert describe(Failed)["responses"]["default"]["description"] == "Error"


def test_a_class_of_no_family_is_refused() -> None:
    """It would be documented nowhere."""
    with pytest.raises(SpecError, match=r"""_None does not say its status(.|\n)*family="4XX"\)"""):

        class _None(FamilyReply[Problem]): ...


def test_another_family_is_refused() -> None:
    """Successes say too different things to have any status."""
    with pytest.raises(SpecError, match="'2XX' is not a family"):
        type("Any", (Failed,), {}, family="2XX")
