"""FastAPI: what dependencies set beside a handler becomes part of what it returns."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Annotated, Any

import pytest
from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI
from fastapi import Response as Starlettes
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from starlette.background import BackgroundTask

import antiphon.responses
from antiphon import Challenge, ParamError, Problem, Raisable, Reply, SpecError, Unauthorized, host_cookie
from antiphon.http.cookie_checks import losses
from antiphon.http.set_cookie import read
from antiphon.integrations.fastapi import UndeclaredError, install
from antiphon.responses.merged import check_cookies, merged


class Shown(Reply[dict[str, int]], vary="Accept", cache_control="no-store"):
    sid: str | None = host_cookie(default=None)


class Tagged(Reply[dict[str, int]], x_frame_options="DENY"): ...


class Taken(Reply[Problem], status=409, media_type="application/problem+json"): ...


def _client(depends: Callable[..., Any], make: Callable[[], Any], *, debug: bool = False, where: str = "route") -> Any:
    app = FastAPI(debug=debug, dependencies=[Depends(depends)] if where == "app" else None)
    install(app)
    router = APIRouter(dependencies=[Depends(depends)] if where == "router" else None)

    def handler() -> Shown | Tagged | Taken:
        made: Shown | Tagged | Taken = make()
        return made

    router.get("/x", dependencies=[Depends(depends)] if where == "route" else None)(handler)
    app.include_router(router, dependencies=[Depends(depends)] if where == "include" else None)
    return TestClient(app, base_url="https://shop.example")


def _set(**lines: str) -> Callable[..., None]:
    def depends(response: Starlettes) -> None:
        for name, value in lines.items():
            response.headers[name.replace("_", "-")] = value

    return depends


@pytest.mark.parametrize("where", ["route", "router", "include", "app"])
def test_lines_and_cookies_of_dependencies_arrive(where: str) -> None:
    """Wherever the dependency is declared."""

    def session(response: Starlettes) -> None:
        response.set_cookie("seen", "1", secure=True)
        response.headers["x-rate"] = "1"

    answer = _client(session, lambda: Shown({"a": 1}, sid="s"), where=where).get("/x")
    assert answer.headers["x-rate"] == "1"
    assert [line.partition("=")[0] for line in answer.headers.get_list("set-cookie")] == ["__Host-sid", "seen"]


def test_an_equal_line_is_sent_once() -> None:
    """The dependency says what the reply says."""
    answer = _client(_set(x_frame_options="DENY"), lambda: Tagged({}), debug=True).get("/x")
    assert answer.headers.get_list("x-frame-options") == ["DENY"]


def test_a_list_is_combined() -> None:
    """Members of both, each once."""
    answer = _client(_set(vary="accept, Origin"), lambda: Shown({}), debug=True).get("/x")
    assert answer.headers.get_list("vary") == ["Accept, Origin"]


@pytest.mark.parametrize(
    ("field", "own", "added", "sent"),
    [
        ("Cache-Control", "private, max-age=60", "max-age=60, no-store", "private, max-age=60, no-store"),
        ("Cache-Control", "private, max-age=60", "max-age=5", None),
        ("CDN-Cache-Control", "max-age=60", "max-age=5", None),
        ("Permissions-Policy", "camera=()", "geolocation=()", "camera=(), geolocation=()"),
        ("Permissions-Policy", "camera=()", "camera=*", None),
        ("Priority", "u=1", "i", "u=1, i"),
        ("Priority", "u=1", "u=3", None),
        ("Reporting-Endpoints", 'a="/x"', 'a="/y"', None),
        ("Referrer-Policy", "no-referrer", "unsafe-url", None),
        ("Alt-Svc", "clear", 'h3=":443"', None),
        ("Vary", "Origin", "*", "*"),
        ("Vary", "*", "Origin", "*"),
        ("Allow", "GET, HEAD", "HEAD, PUT", "GET, HEAD, PUT"),
        ("Access-Control-Allow-Methods", "GET", "GET, PUT", "GET, PUT"),
        ("Link", "</a>; rel=next", "</b>; rel=prev", "</a>; rel=next, </b>; rel=prev"),
        ("X-Own", "a", "b", "a, b"),
    ],
)
def test_a_combined_list_says_what_the_reply_says(field: str, own: str, added: str, sent: str | None) -> None:
    """The reply's is sent where a member would replace one of its own, and where the two may not be together."""
    name = field.lower().encode()
    lines, conflicts = merged([(name, own.encode())], [(name, added.encode())])
    assert lines == [(name, (sent or own).encode())]
    assert [conflict.field for conflict in conflicts] == ([] if sent else [field])


def test_a_conflict_is_refused_in_debug_mode() -> None:
    """With the handler's name and the field."""
    client = _client(_set(x_frame_options="SAMEORIGIN"), lambda: Tagged({}), debug=True)
    with pytest.raises(UndeclaredError, match=r"handler \(.*both have X-Frame-Options"):
        client.get("/x")


def test_the_replys_own_line_wins_in_production(caplog: pytest.LogCaptureFixture) -> None:
    """It is logged once, not with each request."""
    client = _client(_set(x_frame_options="SAMEORIGIN"), lambda: Tagged({}))
    with caplog.at_level(logging.WARNING, "antiphon"):
        assert [client.get("/x").headers.get_list("x-frame-options") for _ in range(2)] == [["DENY"], ["DENY"]]
    assert len(caplog.records) == 1
    assert "both have X-Frame-Options" in caplog.text


def test_a_cookie_of_the_same_identity_is_a_conflict(caplog: pytest.LogCaptureFixture) -> None:
    """Name, domain and path tell cookies apart; the message never has a value."""

    def session(response: Starlettes) -> None:
        response.set_cookie("__Host-sid", "of-the-dependency", secure=True)

    with pytest.raises(UndeclaredError, match="both set the cookie '__Host-sid'") as caught:
        _client(session, lambda: Shown({}, sid="s"), debug=True).get("/x")
    assert "of-the-dependency" not in str(caught.value)
    answer = _client(session, lambda: Shown({}, sid="s")).get("/x")
    assert answer.headers.get_list("set-cookie")[0].startswith("__Host-sid=s;")
    assert len(answer.headers.get_list("set-cookie")) == 1
    assert "of-the-dependency" not in caplog.text


def test_a_status_that_a_dependency_sets_is_a_conflict() -> None:
    """A reply has its own status."""

    def accepted(response: Starlettes) -> None:
        response.status_code = 202

    assert _client(accepted, lambda: Shown({})).get("/x").status_code == 200
    with pytest.raises(UndeclaredError, match="set the status 202, and the response has 200"):
        _client(accepted, lambda: Shown({}), debug=True).get("/x")


def _cookie_without_secure(response: antiphon.responses.Response) -> None:
    response.set_cookie("sid", "secret-value", samesite="none")


def _plain() -> dict[str, int]:
    return {}


def _reply() -> Shown:
    return Shown({})


@pytest.mark.parametrize("handler", [_plain, _reply])
@pytest.mark.parametrize("level", ["route", "app"])
def test_cookies_of_dependencies_are_checked(handler: Callable[..., Any], level: str) -> None:
    """Whatever the handler returns, a model too: SameSite=None without Secure never goes out."""
    depends = [Depends(_cookie_without_secure)]
    app = FastAPI(dependencies=depends if level == "app" else None)
    install(app)
    app.get("/x", dependencies=depends if level == "route" else None)(handler)
    with pytest.raises(ParamError, match="SameSite=None") as caught:
        TestClient(app).get("/x")
    assert "secret-value" not in str(caught.value)


def test_cookies_that_a_handler_sets_are_checked() -> None:
    """On the injected response of its own."""
    app = FastAPI()
    install(app)

    @app.get("/x")
    def handler(response: Starlettes) -> dict[str, int]:
        response.set_cookie("sid", "x", samesite="none")
        return {}

    with pytest.raises(ParamError, match="SameSite=None"):
        TestClient(app).get("/x")


#: A response that a service keeps and gives to everybody.
SHARED = Tagged({})


def test_a_shared_reply_keeps_nothing_of_one_request() -> None:
    """A line that one client's dependency set is not sent to the next client."""
    count = iter(range(10))

    def session(response: Starlettes) -> None:
        response.set_cookie(f"sid{next(count)}", "x")

    client = _client(session, lambda: SHARED)
    first, second = client.get("/x"), client.get("/x")
    assert [line[:5] for line in first.headers.get_list("set-cookie")] == ["sid0="]
    assert [line[:5] for line in second.headers.get_list("set-cookie")] == ["sid1="]
    assert all(name != b"set-cookie" for name, _ in SHARED.raw_headers)


def test_injected_tasks_and_the_replys_own_run_in_order() -> None:
    """Those of dependencies first, wherever they are injected."""
    done: list[str] = []

    def audit(tasks: BackgroundTasks) -> None:
        tasks.add_task(done.append, "dependency")

    app = FastAPI()
    install(app)

    @app.get("/x", dependencies=[Depends(audit)])
    async def handler(tasks: BackgroundTasks) -> Shown:
        tasks.add_task(done.append, "handler")
        return Shown({}, background=BackgroundTask(done.append, "reply"))

    @app.get("/y", dependencies=[Depends(audit)])
    async def without() -> Shown:
        return Shown({})

    TestClient(app).get("/x")
    assert done == ["dependency", "handler", "reply"]
    TestClient(app).get("/y")
    assert done[3:] == ["dependency"]


def test_overrides_that_inject_are_merged_too() -> None:
    """The tree of a test is another than the one that was read at start."""

    def nothing() -> None: ...

    client = _client(nothing, lambda: Shown({}))
    client.app.dependency_overrides[nothing] = _set(x_rate="1")
    assert client.get("/x").headers["x-rate"] == "1"


def test_a_dependency_that_sets_nothing_changes_nothing() -> None:
    """The object that the handler made is the object that is sent."""
    made: list[Any] = []

    def make() -> Shown:
        made.append(Shown({}))
        return made[0]  # type: ignore[no-any-return]  # it is the one above

    assert _client(_set(), make).get("/x").headers["vary"] == "Accept"


_NAMES = st.sampled_from([b"vary", b"x-rate", b"etag", b"set-cookie", b"cache-control", b"content-length", b"link"])
_VALUES = st.sampled_from([b"a", b"b", b'"a"', b"a=1; Path=/", b"a=2; Path=/", b"a=1; Path=/b", b"1"])
_LINES = st.lists(st.tuples(_NAMES, _VALUES), max_size=4)


@given(_LINES, _LINES)
def test_merging_keeps_every_line_of_the_response_and_loses_none_in_silence(
    own: list[tuple[bytes, bytes]], added: list[tuple[bytes, bytes]]
) -> None:
    """Each added line is sent, or is part of a line, or is a conflict."""
    try:
        lines, conflicts = merged(own, added)
    except ParamError:
        return  # a length that is no number, for one
    names = {conflict.field.lower().encode() for conflict in conflicts}
    for name, value in own:
        assert any(there == name and value in text for there, text in lines)
    for name, value in added:
        assert name in names or any(there == name and value in text for there, text in lines)
    assert not merged(lines, added).conflicts or conflicts


_COOKIES = st.builds(
    "{}={}{}".format,
    st.sampled_from(["sid", "__Host-sid", "a b", "", "x" * 50]),
    st.sampled_from(["", "v", "a,b", '"q"', "a b", "\xe9", "v" * 4095, "v" * 4046, "\x7f"]),
    st.lists(
        st.sampled_from(
            ["; Secure", "; SameSite=none", "; Path=/", "; Domain=.x.example", "; Max-Age=x", "; Partitioned"]
        ),
        max_size=3,
    ).map("".join),
)


@given(_COOKIES)
def test_cookies_are_judged_as_everywhere(line: str) -> None:
    """Remembering attributes changes no judgement."""
    lines = [(b"set-cookie", line.encode("latin-1"))]
    for _ in range(2):
        if losses(read(line)):
            with pytest.raises(ParamError):
                check_cookies(lines)
        else:
            check_cookies(lines)


class LogIn(Unauthorized[Problem], Raisable): ...


def _needs_login() -> LogIn | dict[str, int]:
    return LogIn(Problem(title="Log in"), www_authenticate=Challenge("Bearer"))


def _user() -> dict[str, int]:
    return {"id": 1}


def _route(annotation: Any, depends: Callable[..., Any] = _needs_login, beside: Callable[..., Any] = _user) -> None:
    app = FastAPI()
    install(app)

    def handler(user: Any) -> Shown:
        return Shown(user)

    handler.__annotations__["user"] = Annotated[annotation, Depends(depends)]
    app.get("/x", dependencies=[Depends(beside)])(handler)


@pytest.mark.parametrize(
    "arguments", [(dict[str, int],), (dict[str, int] | None,), (Problem,), (dict[str, int], _user, _needs_login)]
)
def test_a_reply_that_a_dependency_returns_in_vain_is_refused(arguments: Any) -> None:
    """FastAPI hands it on as a value: who is not logged in would be let in."""
    with pytest.raises(
        SpecError, match=r"the dependency _needs_login returns LogIn, which FastAPI hands to the handler"
    ):
        _route(*arguments)


@pytest.mark.parametrize("annotation", [LogIn, LogIn | None, object, Any, Starlettes])
def test_a_reply_that_a_handler_may_return_for_its_dependency(annotation: Any) -> None:
    """Its parameter says that it is given the reply, or anything."""
    _route(annotation)
