"""The commands over a 304 that follows, fields from the content, and cookies that codecs write."""

from __future__ import annotations

import importlib
import importlib.util
import re
from typing import Any

import pytest

from antiphon import ETag
from tests.support.project import Project

SHOP = """\
    import msgspec
    from antiphon import ETag, JSONCookie, SignedCookie, host_cookie, not_modified, respond

    class User(msgspec.Struct):
        id: int

    prefs = JSONCookie(dict[str, int])
    session = SignedCookie(User, key="k" * 32, purpose="session", max_age=60)
    shown = (
        respond(200).json(User).cache_control(no_cache=True).header_param("etag", ETag).cookie_param("sid")
        .header_param("content_language", str, default="en").compile()
    )
    unchanged = not_modified(shown)
    page = respond(200).text().from_content("etag", "content_digest").compile()
    signed_in = (
        respond(204).host_cookie_param("session", User, encode=session).cookie_param("name", encode="percent")
        .cookie_param("prefs", dict[str, int], encode=prefs).compile()
    )
"""


@pytest.fixture
def shop(project: Project) -> Project:
    """A project of this one module."""
    project.write({"store.py": SHOP})
    return project


def test_check(shop: Project) -> None:
    """The 304 is judged as any response is; the mistake of one is found at its line."""
    assert 0 == shop.run("check", "store")
    assert "4 responses judged: no findings" in shop.out
    shop.write({
        "wrong.py": """\
            from antiphon import not_modified, respond

            unchanged = not_modified(respond(200).text("a").compile())
        """
    })  # fmt: skip
    assert 1 == shop.run("check", "wrong")
    assert "error[AN045]: the response has neither ETag nor Last-Modified" in shop.out
    assert "wrong.py:3" in shop.out


def test_show(shop: Project) -> None:
    """The 304 with its own signature, and made-up content with the tag of that."""
    assert 0 == shop.run("show", "store:unchanged")
    assert "HTTP/1.1 304 Not Modified\ncache-control: no-cache\n" in shop.out
    assert "    etag: ETag,\n    sid: str,\n" in shop.out
    assert ") -> Response[Literal[304], None]\n" in shop.out
    assert 0 == shop.run("show", "store:page")
    assert f"etag: {ETag.of('sample')}\ncontent-digest: sha-256=:" in shop.out


def test_show_signs_nothing(shop: Project) -> None:
    """A signed value of a made-up user would be a login, in a terminal or a log."""
    assert 0 == shop.run("show", "store:signed_in")
    assert "__Host-session=sample.of.a-signed-value;" in shop.out
    assert "name=sample;" in shop.out
    assert not re.search(r"session=eyJ", shop.out)


def test_stubs(shop: Project) -> None:
    """The keywords of the 304, and the types of codecs, which are evident."""
    assert 0 == shop.run("stubs", "store")
    stub = (shop.folder / "store.pyi").read_text()
    shown = "def unchanged(*, etag: ETag, sid: str, background: BackgroundTask | None = None) ->"
    assert f"{shown} Response[Literal[304], None]: ..." in stub
    assert "session: SignedCookie[User]" in stub
    assert "prefs: JSONCookie[dict[str, int]]" in stub
    assert "    session: User,\n    name: str,\n    prefs: dict[str, int],\n" in stub


def test_build(shop: Project) -> None:
    """Built functions send what the declared ones send, by the same codecs."""
    assert 0 == shop.run("build", "store", "--output", "out")
    declared: Any = importlib.import_module("store")
    spec = importlib.util.spec_from_file_location("built_store", shop.folder / "out" / "store.py")
    assert spec is not None
    assert spec.loader is not None
    built: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(built)
    given: dict[str, Any] = {"etag": ETag("v"), "sid": "x"}
    assert declared.unchanged(**given).raw_headers == built.unchanged(**given).raw_headers
    assert declared.page("é").raw_headers == built.page("é").raw_headers
    sent = dict(
        value.decode().partition(";")[0].split("=", 1)
        for _, value in built.signed_in(session=declared.User(7), name="é;", prefs={"a": 1}).raw_headers
    )
    assert declared.User(7) == declared.session.read(sent, "__Host-session")
    assert {"a": 1} == declared.prefs.read(sent, "prefs")
    assert "%C3%A9%3B" == sent["name"]
