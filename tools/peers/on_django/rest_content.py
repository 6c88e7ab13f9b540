"""The mistakes in the content, as Django REST framework spells them: the lines of `get`."""

from __future__ import annotations

from typing import Final

from tools.peers.on_django.mistake import Mistake

_OK: Final = 'return Response({"id": 1})'
_MANY: Final = "{200: User(many=True)}"
_PROBLEM: Final = 'status=404, content_type="application/problem+json")'
_OF_TEXT: Final = '{{(200, "{}"): str}}'
_HTTP: Final = "from django.http import HttpResponse\n"
_STREAM: Final = "from django.http import StreamingHttpResponse\n"
_PIECES: Final = """\
from django.http import StreamingHttpResponse

def pieces():
    yield b"piece"

"""
_LINES: Final = """\
import json

from django.http import StreamingHttpResponse

def lines(row):
    yield json.dumps(row).encode() + b"\\n"

"""
_CLOSED: Final = """\
from django.http import StreamingHttpResponse

def rows():
    try:
        yield "1,Ada\\r\\n"
    finally:
        yield "end\\r\\n"

def whole():
    yield "1,Ada\\r\\n"
    yield "end\\r\\n"

"""
_PROBLEMS: Final = """\
STOCK = {"type": "https://shop.example/problems/stock", "title": "Out of stock"}
SOLD = {"type": "https://shop.example/problems/stock", "title": "Sold out"}
SOLD_OUT = {"type": "https://shop.example/problems/sold-out", "title": "Sold out"}

"""


def _stream(bad: str, good: str, media_type: str, above: str = _STREAM) -> Mistake:
    wrong, right = (f'return StreamingHttpResponse({what}, content_type="{media_type}")' for what in (bad, good))
    return Mistake(wrong, right, declared=_OF_TEXT.format(media_type), above=above)


def _sold(what: str) -> str:
    return f'return Response({what} if "sold" not in request.GET else STOCK, status=410)'


MISTAKES: Final = {
    "03": Mistake('return Response({"id": "one"})', _OK),
    "11": Mistake('return Response({"id": object()})', _OK),
    "29": Mistake('return Response([{"id": 1}])', _OK),
    "30": Mistake('return Response({"data": [{"id": 1}]})', 'return Response([{"id": 1}])', _MANY),
    "31": Mistake('return Response({7: {"id": 7}}.get(8))', _OK),
    "32": Mistake('return Response(json.dumps({"id": 1}))', _OK, above="import json\n"),
    "33": Mistake('return Response({"di": 1})', _OK),
    "34": Mistake(
        f'return Response({{"titel": "Gone"}}, {_PROBLEM}',
        f'return Response({{"title": "Gone"}}, {_PROBLEM}',
        '{(404, "application/problem+json"): Problem}',
        "from rest_framework import serializers\n\nclass Problem(serializers.Serializer):\n"
        "    title = serializers.CharField()\n\n",
    ),
    "35": Mistake(
        'return HttpResponse({"title": "Orders"})',
        'return HttpResponse("<title>Orders</title>")',
        _OF_TEXT.format("text/html"),
        _HTTP,
    ),
    "47": Mistake('return Response({"id": threading.Lock()})', _OK, above="import threading\n"),
    "72": Mistake(
        'return HttpResponse("%PDF-1.7", content_type="application/pdf")',
        'return HttpResponse(b"%PDF-1.7", content_type="application/pdf")',
        '{(200, "application/pdf"): bytes}',
        _HTTP,
    ),
    "74": _stream('"<p>Ada</p>"', '["<p>", "Ada", "</p>"]', "text/html"),
    "75": _stream("pieces", "pieces()", "application/zip", _PIECES),
    "76": _stream('lines({"name": "Ada"})', 'lines({"id": 1})', "application/jsonl", _LINES),
    "77": _stream("rows()", "whole()", "text/csv", _CLOSED),
    "80": Mistake(
        "return FileResponse(Path(__file__).read_bytes())",
        'return FileResponse(Path(__file__).open("rb"))',
        '{(200, "text/x-python"): bytes}',
        "from pathlib import Path\n\nfrom django.http import FileResponse\n",
    ),
    "95": Mistake(_sold("SOLD"), _sold("SOLD_OUT"), "{410: dict}", _PROBLEMS),
    "98": Mistake('return Response([Response({"id": 1})])', 'return Response([{"id": 1}])', _MANY),
}
