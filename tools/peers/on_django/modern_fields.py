"""The mistakes in fields, as django-modern-rest spells them: an endpoint each."""

from __future__ import annotations

from typing import Final

from tools.peers.on_django.mistake import Mistake
from tools.peers.on_django.modern_endpoint import USER, endpoint, modified


def field(name: str, bad: str, good: str) -> Mistake:
    """A field that the framework makes and declares by itself, with a wrong and a right value."""
    wrong, right = (modified(f'headers={{"{name}": NewHeader(value={value!r})}}') for value in (bad, good))
    return Mistake(wrong, right)


def _misspelt(bad: str, good: str, value: str) -> Mistake:
    """The name of a field, under an endpoint that says which one is meant."""
    wrong, right = (
        endpoint(f'User(id=1), headers={{"{name}": "{value}"}}', spec=f'headers={{"{good}": HeaderSpec()}}')
        for name in (bad, good)
    )
    return Mistake(wrong, right)


_CREDENTIALS: Final = '"Access-Control-Allow-Credentials": NewHeader(value="true")'
MISTAKES: Final = {
    "02": _misspelt("Cahce-Control", "Cache-Control", "no-store"),
    "08": Mistake(modified('headers={"X-Next": NewHeader(value="a\\r\\nSet-Cookie: admin=1")}'), USER),
    "41": Mistake(
        modified('headers={"Allow": NewHeader(value=["GET", "HEAD"])}'),
        modified('headers={"Allow": NewHeader(value="GET, HEAD")}'),
    ),
    "42": field("Retry-After", "soon", "30"),
    "43": field("Cache-Control", "no-stroe", "no-store"),
    "44": field("Cache-Control", "max-age=1h", "max-age=3600"),
    "45": field("Last-Modified", "2026-01-01", "Thu, 01 Jan 2026 00:00:00 GMT"),
    "46": _misspelt("Strict-Transprot-Security", "Strict-Transport-Security", "max-age=300"),
    "53": field(
        "Content-Disposition",
        'attachment; filename="Bestätigung.pdf"',
        "attachment; filename*=UTF-8''Best%C3%A4tigung.pdf",
    ),
    "54": Mistake(
        modified(f'headers={{"Access-Control-Allow-Origin": NewHeader(value="*"), {_CREDENTIALS}}}'),
        modified('headers={"Access-Control-Allow-Origin": NewHeader(value="*")}'),
    ),
    "55": Mistake(
        modified('headers={"Content-Length": NewHeader(value="999")}'),
        modified('headers={"X-Count": NewHeader(value="999")}'),
    ),
    "56": field("Content-Security-Policy", "default-src self", "default-src 'self'"),
    "57": field("ETag", "v1", '"v1"'),
}
