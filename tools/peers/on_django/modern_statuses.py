"""The mistakes with statuses and redirects, as django-modern-rest spells them: an endpoint each."""

from __future__ import annotations

from typing import Final

from tools.peers.on_django.mistake import Mistake
from tools.peers.on_django.modern_endpoint import USER, endpoint, modified, returned

_NOTHING: Final = "def get(self) -> None:\n    return None"
_REDIRECTS: Final = '[ResponseSpec(None, status_code=HTTPStatus.FOUND, headers={"Location": HeaderSpec()})]'


def _demands(status: str, field: str, value: str, *, sends: str = "User(id=1)", content: str = "User") -> Mistake:
    """A status that demands a field, which is declared: the endpoint does not send it, and does."""
    spec = f'headers={{"{field}": HeaderSpec()}}'
    wrong, right = (
        endpoint(f"{sends}, status_code=HTTPStatus.{status}{given}", status=status, content=content, spec=spec)
        for given in ("", f', headers={{"{field}": "{value}"}}')
    )
    return Mistake(wrong, right)


def _redirected(arguments: str) -> str:
    return f"def get(self) -> User:\n    raise RedirectTo({arguments})"


def _later(attribute: str) -> str:
    """A response whose status is set before it is returned."""
    return (
        "@validate(ResponseSpec(User, status_code=HTTPStatus.ACCEPTED))\ndef get(self) -> HttpResponse:\n"
        f"    response = self.to_response(User(id=1))\n    response.{attribute} = 202\n    return response"
    )


MISTAKES: Final = {
    "04": Mistake(
        modified("status_code=HTTPStatus.NO_CONTENT"), modified("status_code=HTTPStatus.NO_CONTENT", _NOTHING)
    ),
    "05": Mistake(_redirected('"/new", status_code=HTTPStatus.OK'), _redirected('"/new"'), _REDIRECTS),
    "06": Mistake(modified("status_code=2000"), USER),
    "07": _demands("SEE_OTHER", "Location", "/new", sends="None", content="None"),
    "12": Mistake(returned('self.to_response({"detail": "gone"}, status_code=HTTPStatus.GONE)'), USER),
    "21": _demands("METHOD_NOT_ALLOWED", "Allow", "GET"),
    "22": _demands("UNAUTHORIZED", "WWW-Authenticate", "Bearer"),
    "23": _demands("PARTIAL_CONTENT", "Content-Range", "items 0-0/2", sends="[User(id=1)]", content="list[User]"),
    "24": Mistake(
        modified("status_code=HTTPStatus.NOT_MODIFIED", returned('"unchanged"', "str")),
        modified('status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": NewHeader(value=\'"v1"\')}', _NOTHING),
    ),
    "25": Mistake(modified('status_code="404"'), modified("status_code=HTTPStatus.NOT_FOUND")),
    "26": _demands("CREATED", "Location", "/users/1"),
    "27": Mistake(
        endpoint("User(id=1), status_code=HTTPStatus.OK", status="ACCEPTED"),
        endpoint("User(id=1), status_code=HTTPStatus.ACCEPTED", status="ACCEPTED"),
    ),
    "28": Mistake(_later("status"), _later("status_code")),
    "36": Mistake(returned("User"), USER),
    "37": Mistake(returned("User(id=1), 404"), USER),
    "39": Mistake(
        _redirected('self.request.GET.get("target", "//evil.example/")'),
        _redirected('"/users"'),
        _REDIRECTS,
    ),
    "97": Mistake("def get(self) -> User:\n    raise self.to_response(User(id=1))", USER),
}
