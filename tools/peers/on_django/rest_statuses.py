"""The mistakes with statuses and redirects, as Django REST framework spells them: the lines of `get`."""

from __future__ import annotations

from typing import Final

from tools.peers.on_django.mistake import Mistake

_OK: Final = 'return Response({"id": 1})'
_BUSY: Final = 'return Response({"id": 1}, status=503)'
_TO_NEW: Final = 'headers={"Location": "/new"}'
_REDIRECT: Final = "from django.http import HttpResponseRedirect\n"


def _status(status: int, fields: str, *, content: str = '{"id": 1}', serializer: str = "User") -> Mistake:
    """A status that demands a field, without and with it."""
    bad = f"return Response({content}, status={status})"
    return Mistake(bad, f"{bad[:-1]}, headers={{{fields}}})", f"{{{status}: {serializer}}}")


MISTAKES: Final = {
    "04": Mistake('return Response({"id": 1}, status=204)', "return Response(status=204)", "{204: None}"),
    "05": Mistake(f"return Response(status=200, {_TO_NEW})", f"return Response(status=302, {_TO_NEW})", "{302: None}"),
    "06": Mistake('return Response({"id": 1}, status=2000)', _OK),
    "07": Mistake("return Response(status=303)", f"return Response(status=303, {_TO_NEW})", "{303: None}"),
    "12": Mistake('return Response({"detail": "gone"}, status=410)', _OK, "{200: User, 404: User}"),
    "22": _status(401, '"WWW-Authenticate": "Bearer"'),
    "23": _status(206, '"Content-Range": "items 0-0/2"', content='[{"id": 1}]', serializer="User(many=True)"),
    "24": Mistake(
        'return Response("unchanged", status=304)',
        'return Response(status=304, headers={"ETag": \'"v1"\'})',
        "{304: None}",
    ),
    "26": _status(201, '"Location": "/users/1"'),
    "27": Mistake(_OK, 'return Response({"id": 1}, status=202)', "{202: User}"),
    "28": Mistake(
        'response = Response({"id": 1})\nresponse.status = 202\nreturn response',
        'response = Response({"id": 1})\nresponse.status_code = 202\nreturn response',
        "{202: User}",
    ),
    "36": Mistake("return Response", _OK),
    "37": Mistake('return {"id": 1}, 404', _OK),
    "39": Mistake(
        'return HttpResponseRedirect(request.GET.get("target", "//evil.example/"))',
        'return HttpResponseRedirect("/users")',
        "{302: None}",
        _REDIRECT,
    ),
    "96": Mistake(_BUSY, _BUSY, '{"6XX": User}', declared_right='{"5XX": User}'),
    "97": Mistake('raise Response({"id": 1}, status=404)', _OK),
}
