"""The mistakes in fields, as Django REST framework spells them: the lines of `get`."""

from __future__ import annotations

from typing import Final

from tools.peers.on_django.mistake import Mistake


def fields(name: str, bad: str, good: str, *, right_name: str = "") -> Mistake:
    """One field, with a wrong and a right value; or with a wrong and a right name."""
    wrong, right = (
        f'return Response({{"id": 1}}, headers={{"{one}": {value!r}}})'
        for one, value in ((name, bad), (right_name or name, good))
    )
    return Mistake(wrong, right)


MISTAKES: Final = {
    "02": fields("Cahce-Control", "no-store", "no-store", right_name="Cache-Control"),
    "08": Mistake(
        'return Response({"id": 1}, headers={"X-Next": "a\\r\\nSet-Cookie: admin=1"})', 'return Response({"id": 1})'
    ),
    "41": Mistake(
        'return Response({"id": 1}, headers={"Access-Control-Allow-Methods": ["GET", "HEAD"]})',
        'return Response({"id": 1}, headers={"Access-Control-Allow-Methods": "GET, HEAD"})',
    ),
    "42": fields("Retry-After", "soon", "30"),
    "43": fields("Cache-Control", "no-stroe", "no-store"),
    "44": fields("Cache-Control", "max-age=1h", "max-age=3600"),
    "45": fields("Last-Modified", "2026-01-01", "Thu, 01 Jan 2026 00:00:00 GMT"),
    "46": fields("Strict-Transprot-Security", "max-age=300", "max-age=300", right_name="Strict-Transport-Security"),
    "53": fields(
        "Content-Disposition",
        'attachment; filename="Bestätigung.pdf"',
        "attachment; filename*=UTF-8''Best%C3%A4tigung.pdf",
    ),
    "54": Mistake(
        'return Response({"id": 1}, headers={\n    "Access-Control-Allow-Origin": "*",\n'
        '    "Access-Control-Allow-Credentials": "true",\n})',
        'return Response({"id": 1}, headers={"Access-Control-Allow-Origin": "*"})',
    ),
    "55": fields("Content-Length", "999", "999", right_name="X-Count"),
    "56": fields("Content-Security-Policy", "default-src self", "default-src 'self'"),
    "57": fields("ETag", "v1", '"v1"'),
    "73": Mistake(
        'return HttpResponse(headers={"Content-Type": "text/csv"})',
        'return HttpResponse("number,sum\\r\\n", content_type="text/csv")',
        '{(200, "text/csv"): str}',
        "from django.http import HttpResponse\n",
    ),
}
