"""Whole responses that the rules refuse or let pass, each with the reason; legal oddities; and ordinary ones."""

from __future__ import annotations

from typing import NamedTuple

from antiphon.spec import CookieSpec, HeaderSpec, ParamSpec, ResponseSpec, SiteSpec
from antiphon.spec.bodies import BodySpec, BytesBody, EmptyBody, HTMLBody, JSONBody, ProblemBody, RedirectBody, TextBody


def response(*lines: tuple[str, str | None], status: int = 200, body: BodySpec | None = None) -> ResponseSpec:
    """A response with these field lines, and with content that nobody knows before the request."""
    headers = tuple(HeaderSpec(name=name, value=value) for name, value in lines)
    return ResponseSpec(status=status, headers=headers, body=body or BytesBody(media_type=""))


class Case(NamedTuple):
    """A response, the code that it draws or does not draw, and why."""

    code: str
    promise: str
    spec: ResponseSpec
    level: str | None = "error"


TEXT = TextBody(content="hello")
COOKIE = CookieSpec(name="__Host-sid", value="t", path="/", secure=True, http_only=True, same_site="lax", max_age=60)
ORIGIN, CREDENTIALS = "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials"
HTTP = SiteSpec(scheme="http", host="shop.example")
HTTPS = SiteSpec(scheme="https", host="shop.example")


def octets(media_type: str, content: bytes, status: int = 200) -> ResponseSpec:
    """A response with fixed content."""
    return ResponseSpec(status=status, body=BytesBody(media_type=media_type, content=content))


def json(media_type: str) -> ResponseSpec:
    """A response whose content is encoded as JSON with each call."""
    return ResponseSpec(status=200, body=JSONBody(media_type=media_type))


def on(site: SiteSpec, name: str, value: str, status: int = 200) -> ResponseSpec:
    """A response with one field line, from a site that is known."""
    return ResponseSpec(status=status, headers=(HeaderSpec(name=name, value=value),), site=site)


def named(name: str) -> ResponseSpec:
    """A response with a field of that name."""
    return response((name, "x"))


REFUSED = (
    *(Case("HD001", "a name is a token", named(name)) for name in ("", "X Y", "X:", "é", "X(Y)", " X", 'X"')),
    *(Case("HD002", "a name has no control", named(name)) for name in ("X\r\nY", "X\0", "X\t")),
    Case("HD002", "a media type has no control", octets("text/html\r\nSet-Cookie: a=b", b"")),
    *(
        Case("HD008", "the connection is the server's", named(name))
        for name in ("Connection", "keep-alive", "Proxy-Connection", "TRANSFER-ENCODING", "Upgrade")
    ),
    Case("HD008", "an upgrade brings its own option alone", response(("Connection", "close"), status=426)),
    *(
        Case("HD009", "a field that is no list stands once", response((name, "/a"), (name.lower(), "/a")))
        for name in ("Location", "Content-Type", "ETag", "Content-Disposition", "Date", "Retry-After", "Last-Modified")
    ),
    Case("HD009", "a line that varies counts too", response(("Location", None), ("Location", "/a"), status=303)),
    *(
        Case("HD013", "a request's field is a request's", named(name))
        for name in ("Host", "cookie", "Authorization", "TE")
    ),
    *(
        Case("HD013", "framing is no trailer", response(("Trailer", name)))
        for name in ("Content-Length", "X, Set-Cookie")
    ),
    Case(
        "HD014",
        "nothing is modified after it was sent",
        response(("Date", "Fri, 01 Jan 2027 00:00:00 GMT"), ("Last-Modified", "Sat, 02 Jan 2027 00:00:00 GMT")),
    ),
    Case("HD016", "8 KiB pass everywhere", response(("X-A", "a" * 9000)), "warning"),
    Case("HD016", "256 KiB pass nowhere", response(("X-A", "a" * 262144))),
    *(Case("HD017", "nobody reads it", named(name), "info") for name in ("P3P", "Expect-CT", "X-Powered-By")),
    Case("HD017", "the filter that opens holes", response(("X-XSS-Protection", "1; mode=block")), "info"),
    *(Case("ST001", "a status lies in its range", ResponseSpec(status=status)) for status in (0, 99, 600, 1000, -1)),
    Case("ST002", "204 has no content", ResponseSpec(status=204, body=TEXT)),
    Case("ST002", "204 has no content that varies", ResponseSpec(status=204, body=JSONBody())),
    *(
        Case("ST002", "204 has no framing", ResponseSpec(status=204, headers=(HeaderSpec(name=name, value="0"),)))
        for name in ("Content-Length", "Transfer-Encoding")
    ),
    Case("ST003", "205 has no content", ResponseSpec(status=205, body=TEXT)),
    Case("ST004", "304 has no content", ResponseSpec(status=304, body=TEXT)),
    Case("HD018", "no trailer is sent", response(("Trailer", "ETag"), body=TEXT), "warning"),
    Case("HD018", "no trailer is sent that a param names", response(("Trailer", None), body=TEXT), "warning"),
    Case("ST004", "304 has no trailers", ResponseSpec(status=304, headers=(HeaderSpec(name="Trailer", value="ETag"),))),
    Case("ST005", "304 says which response is good", ResponseSpec(status=304), "warning"),
    Case("ST005", "304 keeps the stored type", response(("Content-Type", "text/html"), status=304), "warning"),
    Case("ST007", "1xx has no content", ResponseSpec(status=103, body=TEXT)),
    Case("ST007", "101 says what it switches to", ResponseSpec(status=101)),
    Case("ST007", "1xx is not the last word", ResponseSpec(status=103), "warning"),
    Case("ST008", "206 says which part it is", response(status=206)),
    Case(
        "ST008",
        "each part has its own range",
        response(("Content-Type", "multipart/byteranges; boundary=b"), ("Content-Range", "bytes 0-1/2"), status=206),
    ),
    Case("ST008", "416 says how long it is", ResponseSpec(status=416), "warning"),
    Case("ST011", "401 has a challenge", ResponseSpec(status=401)),
    *(
        Case("ST011", "401 has at least one", response(("WWW-Authenticate", value), status=401))
        for value in ("", ",", " ")
    ),
    Case("ST012", "407 is a proxy's", ResponseSpec(status=407)),
    Case("ST012", "407 is a proxy's, with its field too", response(("Proxy-Authenticate", "Basic"), status=407)),
    Case("ST013", "405 has Allow", ResponseSpec(status=405)),
    Case("ST014", "426 has Upgrade", ResponseSpec(status=426)),
    *(Case("ST015", "a redirect goes somewhere", ResponseSpec(status=status)) for status in (301, 302, 303, 307, 308)),
    *(
        Case("ST016", "only redirects are followed", response(("Location", "/"), status=status), "warning")
        for status in (200, 204, 304, 404, 500)
    ),
    *(Case("ST016", "305 and 306 are dead", ResponseSpec(status=status), "warning") for status in (305, 306)),
    *(
        Case("ST018", "the client learns what to do", ResponseSpec(status=status), "info")
        for status in (201, 415, 429, 451, 503)
    ),
    *(
        Case("ST020", "an answer to one client is not stored", response(("Cache-Control", value), status=status))
        for status in (428, 429, 431, 511)
        for value in ("max-age=60", "public", "s-maxage=1")
    ),
    Case("ST021", "a length is that of the content", response(("Content-Length", "4"), body=TEXT)),
    Case(
        "ST021",
        "a length of nothing is 0",
        ResponseSpec(status=200, headers=(HeaderSpec(name="Content-Length", value="5"),)),
    ),
    Case("ST021", "a length stands once", response(("Content-Length", "5"), ("content-length", "5"), body=TEXT)),
    Case(
        "ST021", "two ways to frame are smuggling", response(("Content-Length", "5"), ("Transfer-Encoding", "chunked"))
    ),
    Case("ST023", "HEAD has no content", ResponseSpec(status=200, method="HEAD", body=TEXT)),
    Case("ST026", "text is not compressed", response(("Content-Encoding", "gzip"), body=JSONBody())),
    Case("ST026", "octets are not in gzip", response(("Content-Encoding", "gzip"), body=BytesBody(content=b"hello"))),
    Case("ST026", "a coding is a token", response(("Content-Encoding", "g zip"))),
    Case("ST026", "clients know the coding", response(("Content-Encoding", "utf-8")), "warning"),
    Case("ST026", "identity is no coding here", response(("Content-Encoding", "identity")), "warning"),
    Case("CT002", "the body has its own type", response(("Content-Type", "text/csv; charset=utf-8"), body=TEXT)),
    Case("CT002", "two lines are two types", response(("Content-Type", "text/csv"), ("Content-Type", "text/csv"))),
    Case(
        "CT005", "text names its charset", ResponseSpec(status=200, body=TextBody(media_type="text/plain")), "warning"
    ),
    Case("CT005", "letters beyond ASCII need it", octets("text/html", "é".encode()), "warning"),
    *(
        Case("CT006", "JSON is JSON in UTF-8", octets("application/json", content))
        for content in (b"\xef\xbb\xbf{}", b'"\xe9"', b"{a: 1}", b"NaN", b"[Infinity]", b"{} {}", "{}".encode("utf-16"))
    ),
    Case(
        "CT006",
        "text is sent in UTF-8",
        ResponseSpec(status=200, body=HTMLBody(media_type="text/html; charset=latin1")),
    ),
    Case("CT006", "octets are in their charset", octets("text/plain; charset=utf-8", b"\xe9")),
    Case("CT009", "content has a type", octets("", b"<b>"), "warning"),
    Case("CT011", "an event stream is a 200", octets("text/event-stream", b"", status=404)),
    *(
        Case("CT012", "every line of a stream counts", octets("text/event-stream", content))
        for content in (
            b"data: a\nb\n\n",
            b"retry: 1e3\n\n",
            b"id: a\0\n\n",
            b"DATA: a\n\n",
            b" data: a\n\n",
            b"data: a\n",
            b"data: a",
        )
    ),
    *(
        Case("CT012", "an event fires", octets("text/event-stream", content), "warning")
        for content in (b"event: x\n\n", b"event: error\ndata: a\n\n")
    ),
    *(
        Case("CT014", "a line is a text", octets(media_type, content))
        for media_type, content in (
            *(("application/x-ndjson", b"{\n}\n"), ("application/jsonl", b"a\n"), ("application/x-ndjson", b'"\xe9"')),
            *(
                ("application/json-seq", b"{}\n"),
                ("application/json-seq", b"\x1e{}"),
                ("application/json-seq", b"\x1ea\n"),
                ("application/qlog+json-seq", b"{}\n"),
                ("application/jsonl", b"{}\n\x1c\n"),
            ),
        )
    ),
    Case(
        "CT016",
        "a script has a script's type",
        response(("X-Content-Type-Options", "nosniff"), ("Content-Disposition", "inline; filename=a.mjs"), body=TEXT),
        "warning",
    ),
    Case("CT016", "a worker has a script's type", response(("Service-Worker-Allowed", "/"), body=TEXT), "warning"),
    *(
        Case("CT018", "members are of their types", octets("application/problem+json", content, status=404))
        for content in (
            b'{"status": "404"}',
            b'{"status": 400}',
            b'{"title": 1}',
            b'{"type": "a b"}',
            b"[]",
            b'{"status": true}',
        )
    ),
    Case("CT018", "a type is a reference", ResponseSpec(status=404, body=ProblemBody(type="no such user"))),
    *(
        Case("CT019", "what is encoded as JSON is called JSON", json(media_type))
        for media_type in (
            *("text/html; charset=utf-8", "text/plain; charset=utf-8", "text/css", "application/pdf"),
            *("application/x-ndjson", "text/event-stream", "application/json-seq", "application/jsonp"),
        )
    ),
    *(
        Case("CT019", "a string in quotes is no page and no file", octets(media_type, content))
        for media_type, content in (
            ("text/html", b'"<p>hi"'),
            ("text/html; charset=utf-8", b'"<p>\\u00e9"\n'),
            ("application/pdf", b'"JVBERi0="'),
            ("image/png", b'"iVBORw0="'),
        )
    ),
    *(
        Case("RD007", "a POST stays one or does not", ResponseSpec(status=status, method="POST"), level)
        for status, level in ((301, "warning"), (302, "info"))
    ),
    Case("CR013", "an origin is named", response((CREDENTIALS, "true")), "warning"),
    Case("CR013", "an origin is named, whatever a param says", response((CREDENTIALS, None)), "warning"),
    *(
        Case("CT020", "a type says something", octets(type_, b"hi"))
        for type_ in ("unknown/unknown", "APPLICATION/unknown; a=b")
    ),
    Case(
        "CT020",
        "nosniff leaves a download",
        response(("X-Content-Type-Options", "nosniff"), ("Content-Type", "unknown/unknown")),
        "warning",
    ),
    Case("ST016", "a 300 is not followed", response(("Location", "/"), status=300), "info"),
    Case("CR004", "false is the absence", response((ORIGIN, "*"), (CREDENTIALS, "false")), "warning"),
    Case("SC002", "once is enough", response(("X-Frame-Options", "DENY"), ("X-Frame-Options", "deny")), "warning"),
    Case("SC016", "nothing is asked for", response(("Accept-CH", "")), "info"),
    *(
        Case("SC010", "nobody is an empty list", response(("Permissions-Policy", value)), "warning")
        for value in ("geolocation=none", "geolocation=(none)", "geolocation=?0")
    ),
    Case("RD012", "nothing runs", response(("Refresh", "0; url=javascript:1"))),
    Case("SC010", "nothing is forbidden", response(("Permissions-Policy", "")), "warning"),
    Case("SF014", "nothing is measured", response(("Server-Timing", " ")), "info"),
    Case("RD009", "https is not left", on(HTTPS, "Location", "http://shop.example/", 303), "warning"),
    Case("RD009", "a permanent redirect can be taken back", response(("Location", "/"), status=308), "warning"),
    Case("CC001", "targeted lifetimes are numbers", response(("CDN-Cache-Control", "max-age=?1"))),
    *(
        Case("CC012", "a cookie is one user's", ResponseSpec(status=200, headers=headers, cookies=(COOKIE,)), "warning")
        for headers in (
            (HeaderSpec(name="Cache-Control", value="public"),),
            (HeaderSpec(name="Cache-Control", value="s-maxage=60"),),
            (HeaderSpec(name="CDN-Cache-Control", value="max-age=60"),),
        )
    ),
    Case("CC012", "a line is a cookie too", response(("Cache-Control", "public"), ("Set-Cookie", "a=b")), "warning"),
    Case("CC016", "a strong tag is of some octets", response(("ETag", '"a"'), ("Content-Encoding", None)), "warning"),
    Case(
        "CC017",
        "max-age wins",
        response(("Expires", "Fri, 01 Jan 2027 00:00:00 GMT"), ("Cache-Control", "max-age=1")),
        "info",
    ),
    *(
        Case("CC019", "caches do not guess", response(("Last-Modified", None), *more), "warning")
        for more in ((), (("Cache-Control", "public"),))
    ),
    Case("CC021", "Pragma is a request's", response(("Pragma", "no-cache")), "warning"),
    Case("CC021", "Pragma says nothing", response(("Pragma", "x"), ("Cache-Control", "no-store")), "warning"),
    Case("CC021", "a cache may store it", response(("Pragma", "no-cache"), ("Cache-Control", "max-age=60")), "warning"),
    Case("CR002", "two lines are two origins", response((ORIGIN, "*"), (ORIGIN, "*"))),
    Case("CR003", "no browser takes both", response((ORIGIN, "*"), (CREDENTIALS, "true"))),
    Case("CR003", "a param can only be true", response((ORIGIN, "*"), (CREDENTIALS, None))),
    Case("CR005", "what varies says so", response((ORIGIN, None)), "warning"),
    Case("CR005", "Vary names Origin", response((ORIGIN, None), ("Vary", "Accept")), "warning"),
    *(
        Case("CR007", "a star is a name", response((CREDENTIALS, "true"), (f"Access-Control-{name}", "*")))
        for name in ("Allow-Headers", "Allow-Methods", "Expose-Headers")
    ),
    Case("CR008", "null is an attacker too", response((ORIGIN, "null")), "warning"),
    Case("CR008", "Set-Cookie is never exposed", response(("Access-Control-Expose-Headers", "Set-Cookie")), "warning"),
    *(
        Case(
            "CR011",
            "a preflight succeeds",
            ResponseSpec(
                status=status, method="OPTIONS", headers=(HeaderSpec(name="Access-Control-Allow-Methods", value="PUT"),)
            ),
        )
        for status in (301, 304, 401, 404, 500)
    ),
    Case("CR011", "or its fields do nothing", response(("Access-Control-Allow-Methods", "PUT"), status=403), "info"),
    Case(
        "SC002",
        "frame-ancestors wins",
        response(("X-Frame-Options", "DENY"), ("Content-Security-Policy", "frame-ancestors *")),
        "info",
    ),
    Case(
        "SC004",
        "the field stands once",
        response(("Strict-Transport-Security", "max-age=1"), ("Strict-Transport-Security", "max-age=1")),
    ),
    Case("SC004", "http is not heard", on(HTTP, "Strict-Transport-Security", "max-age=60"), "warning"),
    *(
        Case(
            "SC004",
            "an address is not heard",
            on(SiteSpec(host=host), "Strict-Transport-Security", "max-age=60"),
            "warning",
        )
        for host in ("127.0.0.1", "[::1]")
    ),
    Case(
        "SC007",
        "a nonce voids unsafe-inline",
        response(("Content-Security-Policy", "style-src 'nonce-a' 'unsafe-inline'")),
        "warning",
    ),
    Case(
        "SC007",
        "strict-dynamic needs a nonce",
        response(("Content-Security-Policy", "script-src 'strict-dynamic'")),
        "warning",
    ),
    Case(
        "SC012",
        "two lines are none",
        response(("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin")),
    ),
    Case("SC014", "http clears nothing", on(HTTP, "Clear-Site-Data", '"cookies"')),
    Case(
        "SC015",
        "reports have somewhere to go",
        response(("Reporting-Endpoints", 'a="/r"'), ("Content-Security-Policy", "report-to b")),
        "warning",
    ),
    Case("SC015", "the older fields are JSON", response(("NEL", "{report_to: 1}"))),
    Case("SC016", "http hints nothing", on(HTTP, "Accept-CH", "DPR"), "warning"),
    Case("FL009", "a weak tag resumes nothing", response(("Accept-Ranges", "bytes"), ("ETag", 'W/"a"')), "warning"),
    Case("FL009", "none is none", response(("Accept-Ranges", "none, bytes")), "warning"),
    Case("HD010", "escapes are needed ones", response(("Link", '</>; rel=next; title="a\\b"')), "warning"),
    Case(
        "SF011",
        "an end comes last",
        response(("Deprecation", "@1893456000"), ("Sunset", "Fri, 01 Jan 2027 00:00:00 GMT")),
    ),
    Case(
        "SF017",
        "a digest is of what is sent",
        response(("Content-Digest", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"), body=TEXT),
    ),
    Case("SF017", "a digest is no list", response(("Content-Digest", "sha-256=(a)"))),
    Case("SC001", "one member counts", response(("X-Content-Type-Options", "nosniff, x")), "warning"),
    Case(
        "SC015",
        "reports of an opener policy have somewhere to go",
        response(("Reporting-Endpoints", 'a="/r"'), ("Cross-Origin-Opener-Policy", 'same-origin; report-to="b"')),
        "warning",
    ),
    *(
        Case(
            "CT016",
            "a style sheet has its type",
            response(("X-Content-Type-Options", "nosniff"), line, body=TEXT),
            "warning",
        )
        for line in (
            ("Content-Disposition", "inline; filename=a.css"),
            ("Content-Disposition", "inline; filename*=UTF-8''a.css"),
            ("SourceMap", "/a.map"),
        )
    ),
    Case("SF017", "nobody knows the algorithm", response(("Repr-Digest", "id-sha-256=:AAAA:")), "warning"),
    Case("SF017", "md5 proves nothing", response(("Content-Digest", "md5=:AAAA:")), "warning"),
)
ACCEPTED = (
    *(Case("HD001", "a name is a token", named(name)) for name in ("X", "!#$%&'*+-.^_`|~0", "x-1")),
    Case("HD008", "426 upgrades", response(("Upgrade", "HTTP/2.0"), ("Connection", "Upgrade"), status=426)),
    *(
        Case("HD009", "a list may stand twice", response((name, "a"), (name, "b")))
        # RFC 9110 section 11.6.3: Authentication-Info = #auth-param
        for name in ("Vary", "Link", "Cache-Control", "X-A", "Set-Cookie", "Authentication-Info")
    ),
    *(Case("HD013", "a response may have it", named(name)) for name in ("Accept", "Accept-Encoding", "Via", "Date")),
    Case("HD013", "a digest may come last", response(("Trailer", "Content-Digest, ETag"))),
    Case("HD016", "8 KiB pass everywhere", response(("X-A", "a" * 8000)), None),
    Case("HD017", "switching the filter off is right", response(("X-XSS-Protection", "0")), None),
    *(
        Case("ST001", "a status lies in its range", ResponseSpec(status=status))
        for status in (100, 200, 299, 418, 451, 599)
    ),
    Case("ST002", "204 may have a tag", response(("ETag", '"a"'), status=204, body=EmptyBody()), None),
    Case("ST002", "no octets are no content", octets("", b"", status=204)),
    Case(
        "ST003",
        "205 may say 0",
        ResponseSpec(status=205, headers=(HeaderSpec(name="Content-Length", value="0"),)),
        None,
    ),
    Case(
        "ST004",
        "304 may tell the 200's length",
        ResponseSpec(status=304, headers=(HeaderSpec(name="Content-Length", value="5"),)),
    ),
    Case(
        "ST021",
        "304 may tell the 200's length",
        ResponseSpec(status=304, headers=(HeaderSpec(name="Content-Length", value="5"),)),
    ),
    Case(
        "ST021",
        "HEAD tells the GET's length",
        ResponseSpec(status=200, method="HEAD", headers=(HeaderSpec(name="Content-Length", value="5"),)),
    ),
    Case("ST021", "what varies has any length", response(("Content-Length", "5"))),
    Case("ST005", "304 repeats the tag", response(("ETag", None), status=304, body=EmptyBody()), None),
    Case("ST007", "101 switches", response(("Upgrade", "websocket"), status=101, body=EmptyBody()), None),
    Case(
        "ST008",
        "parts have ranges of their own",
        response(("Content-Type", "multipart/byteranges; boundary=b"), status=206),
    ),
    Case("ST008", "a range that varies is a range", response(("Content-Range", None), status=206)),
    Case("ST011", "a challenge that varies is one", response(("WWW-Authenticate", None), status=401)),
    Case("ST013", "an empty Allow is one", response(("Allow", ""), status=405)),
    *(
        Case("ST015", "a target that varies is one", response(("Location", None), status=status))
        for status in (301, 302, 303, 307, 308)
    ),
    *(
        Case("ST016", "Location has a meaning", response(("Location", "/"), status=status), None)
        for status in (201, 202, 303)
    ),
    *(
        Case("ST018", "the client knows", response((name, None), status=status), None)
        for status, name in ((201, "Location"), (429, "Retry-After"))
    ),
    *(
        Case("ST020", "not stored", response(("Cache-Control", value), status=429))
        for value in ("no-store", "max-age=0", "no-store, max-age=60")
    ),
    Case("ST020", "a 404 may be stored", response(("Cache-Control", "max-age=60"), status=404)),
    Case("ST023", "HEAD without content", ResponseSpec(status=200, method="HEAD")),
    Case("ST026", "gzip is gzip", response(("Content-Encoding", "gzip"), body=BytesBody(content=b"\x1f\x8b\x08"))),
    *(
        Case("ST026", "nobody knows better", response(("Content-Encoding", value)), None)
        for value in ("br", "gzip", "zstd", "br, gzip")
    ),
    Case("CT002", "one type", response(("Content-Type", "text/csv"))),
    *(
        Case("CT005", "it is settled", octets(media_type, content), None)
        for media_type, content in (
            *(("text/plain", b"hello"), ("text/html", '<meta charset="utf-8">é'.encode()), ("text/css", "é".encode())),
            *(
                ("text/xml", b"\xe9"),
                ("text/plain", b"\xef\xbb\xbf\xc3\xa9"),
                ("text/csv", "é".encode()),
                ("image/png", b"\x89"),
            ),
        )
    ),
    *(
        Case("CT006", "JSON is JSON", octets("application/json", content))
        for content in (b"{}", b" 1e999 ", b'"\xc3\xa9"', b"9" * 5000, b"[" * 9999 + b"]" * 9999)
    ),
    Case(
        "CT006",
        "ASCII is ASCII in any charset",
        ResponseSpec(status=200, body=TextBody(content="a", media_type="text/plain; charset=latin1")),
    ),
    Case("CT009", "a type that varies is one", response(("Content-Type", None)), None),
    Case("CT009", "nothing has no type", octets("", b""), None),
    *(
        Case("CT011", "a stream ends, or goes on elsewhere", octets("text/event-stream", b"", status=status))
        for status in (200, 204, 307)
    ),
    *(
        Case("CT012", "every line counts", octets("text/event-stream", content), None)
        for content in (
            b"data: a\n\n",
            b": c\r\rid: 1\r\nevent: x\r\ndata\r\n\r\n",
            b"\xef\xbb\xbfdata:a\n\n",
            b"",
            "data: \u2028\x85\n\n".encode(),
            b"retry: 1\n\n:",
        )
    ),
    *(
        Case("CT014", "a line is a text", octets("application/x-ndjson", content))
        for content in (b"{}\n[]\n", b"1", b"", b"{}\r\n\n")
    ),
    *(
        Case("CT014", "a sequence is one", octets(media_type, b"\x1e{}\n\x1e[]\n"))
        for media_type in ("application/json-seq", "application/geo+json-seq", "application/qlog+json-seq")
    ),
    Case(
        "CT016",
        "a download is not run",
        response(
            ("X-Content-Type-Options", "nosniff"), ("Content-Disposition", "attachment; filename=a.js"), body=TEXT
        ),
        None,
    ),
    *(
        Case("CT018", "members are right", octets("application/problem+json", content, status=404))
        for content in (b"{}", b'{"status": 404, "x": [1]}', b'{"type": "/p#a"}')
    ),
    *(
        Case("CT019", "a JSON media type", json(media_type))
        for media_type in ("application/json", "text/json", "application/vnd.shop.v2+json; a=b", "APPLICATION/LD+JSON")
    ),
    Case("CT019", "what is no media type is CT001's", json("html")),
    *(
        Case("CT019", "no JSON string", octets(media_type, content))
        for media_type, content in (
            ("text/html", b'<p>"hi"'),
            ("text/html", b'"a" and "b"'),
            ("text/html", b'"'),
            ("text/plain", b'"hi"'),
            ("application/json", b'"hi"'),
        )
    ),
    *(
        Case("RD007", "the method is kept", ResponseSpec(status=status, method=method), None)
        for status, method in ((307, "POST"), (303, "POST"), (302, "GET"), (302, None))
    ),
    Case("RD002", "its own host is its own", on(HTTPS, "Location", "//shop.example/x", 303)),
    Case("RD003", "a 201 may name anything", response(("Location", "urn:uuid:1"), status=201)),
    Case("RD009", "http on http", on(HTTP, "Location", "http://a.example/", 303), None),
    Case("RD009", "it can be taken back", response(("Location", "/"), ("Cache-Control", None), status=301), None),
    *(
        Case(
            "CC012",
            "the cookie is not shared",
            ResponseSpec(status=200, headers=(HeaderSpec(name="Cache-Control", value=value),), cookies=(COOKIE,)),
            None,
        )
        for value in (
            "private",
            "max-age=60",
            "no-store",
            "public, no-cache",
            'public, private="Set-Cookie"',
            "s-maxage=0",
        )
    ),
    *(
        Case("CC016", "tags are apart", response(("ETag", tag), ("Content-Encoding", coding)), None)
        for tag, coding in (('W/"a"', None), ('"a"', "gzip"), (None, None))
    ),
    *(
        Case(
            "CC021",
            "a token response has both (RFC 6749 section 5.1)",
            response(("Pragma", value), ("Cache-Control", "no-store")),
            None,
        )
        for value in ("no-cache", "No-Cache")
    ),
    Case(
        "CC019",
        "a file is guessed about as it is meant",
        response(("Last-Modified", None), ("Accept-Ranges", "bytes")),
        None,
    ),
    Case("CR013", "an origin is named", response((CREDENTIALS, "true"), (ORIGIN, None)), None),
    Case("CT020", "a type that says nothing aloud", octets("application/octet-stream", b"hi"), None),
    *(
        Case("CC019", "nothing to guess", response(("Last-Modified", None), *more, status=status), None)
        for status, more in (
            (200, (("Cache-Control", "no-cache"),)),
            (200, (("Cache-Control", None),)),
            (200, (("Expires", None),)),
            (302, ()),
        )
    ),
    Case(
        "CR003",
        "a param may be left out",
        ResponseSpec(
            status=200,
            headers=(HeaderSpec(name=ORIGIN, value="*"), HeaderSpec(name=CREDENTIALS)),
            params=(ParamSpec(name="c", fills="header", slot=CREDENTIALS, optional=True),),
        ),
    ),
    *(
        Case("CR005", "nothing varies unsaid", response(*lines), None)
        for lines in (
            ((ORIGIN, None), ("Vary", "origin")),
            ((ORIGIN, "https://a.example"),),
            ((ORIGIN, None), ("Cache-Control", "no-store")),
            ((ORIGIN, None), ("Vary", None)),
        )
    ),
    Case(
        "CR007", "without credentials a star is a star", response((ORIGIN, "*"), ("Access-Control-Allow-Methods", "*"))
    ),
    *(
        Case("CR011", "a preflight succeeds", ResponseSpec(status=status, method="OPTIONS"), None)
        for status in (200, 204, 299)
    ),
    *(
        Case(
            "CR011",
            "a preflight is refused on purpose",
            ResponseSpec(
                status=status, method="OPTIONS", headers=(HeaderSpec(name="Access-Control-Allow-Methods", value="PUT"),)
            ),
            None,
        )
        for status in (400, 403)
    ),
    Case(
        "CR011",
        "it is no preflight",
        ResponseSpec(status=404, method="GET", headers=(HeaderSpec(name="Access-Control-Allow-Methods", value="PUT"),)),
        None,
    ),
    *(
        Case(
            "SC002",
            "both say the same",
            response(("X-Frame-Options", option), ("Content-Security-Policy", policy)),
            None,
        )
        for option, policy in (
            ("DENY", "frame-ancestors 'none'"),
            ("SAMEORIGIN", "frame-ancestors 'self'"),
            ("DENY", "img-src *"),
        )
    ),
    Case("SC004", "https is heard", on(HTTPS, "Strict-Transport-Security", "max-age=60"), None),
    Case(
        "SC007",
        "the known fallback",
        response(("Content-Security-Policy", "script-src 'nonce-a' 'strict-dynamic' 'unsafe-inline' https:")),
        None,
    ),
    Case(
        "SC014",
        "this machine is trusted",
        on(SiteSpec(scheme="http", host="localhost"), "Clear-Site-Data", '"cookies"'),
    ),
    Case(
        "SC015",
        "reports go where an endpoint is",
        response(("Reporting-Endpoints", 'a="/r"'), ("Content-Security-Policy", "default-src 'self'; report-to a")),
        None,
    ),
    Case(
        "SC015",
        "the older field may name it",
        response(
            ("Reporting-Endpoints", 'a="/r"'),
            ("Report-To", '{"group": "b", "max_age": 60, "endpoints": [{"url": "https://a.example/"}]}'),
            ("Content-Security-Policy", "report-to b"),
        ),
        None,
    ),
    Case("SC015", "nobody says where reports go", response(("Content-Security-Policy", "report-to b")), None),
    Case(
        "SF017",
        "a digest is of what is sent",
        response(("Content-Digest", "sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:"), body=TEXT),
    ),
    Case("CC001", "what cannot be read is SF001's", response(("CDN-Cache-Control", "max-age=?1,"))),
    Case(
        "CC012",
        "the cookie is kept from that cache",
        response(("CDN-Cache-Control", "max-age=60, private"), ("Set-Cookie", "a=b")),
        None,
    ),
    *(
        Case(
            code,
            "no content, no word about its type",
            response(("Content-Type", value), status=status, body=EmptyBody()),
            None,
        )
        for status in (204, 205, 304)
        for code, value in (
            *(("CT005", "text/html"), ("CT004", "text/html; charset=x"), ("CT015", "text/json"), ("CT001", "html")),
            *(("CT006", "application/json; charset=latin1"), ("CT020", "unknown/unknown")),
        )
    ),
    Case("CT018", "what is no JSON is CT006's", octets("application/problem+json", b"{", status=404)),
    Case(
        "SC015",
        "what cannot be read is SC012's",
        response(("Reporting-Endpoints", 'a="/r"'), ("Cross-Origin-Opener-Policy", "a;;")),
        None,
    ),
    *(
        Case(
            "CT006",
            "what is compressed is not read",
            response(("Content-Encoding", "gzip"), body=BytesBody(media_type=media_type, content=b"\x1f\x8b\xff")),
            None,
        )
        for media_type in ("text/html; charset=utf-8", "application/json")
    ),
    Case(
        "CT006",
        "a part of JSON is no JSON",
        response(
            ("Content-Range", "bytes 0-1/9"), status=206, body=BytesBody(media_type="application/json", content=b"{")
        ),
    ),
    Case(
        "SF017",
        "a digest of nothing known",
        response(("Content-Digest", "sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:")),
    ),
)
#: Responses that the standards allow and a naive validator refuses.
GREEN = (
    *(response((name, "")) for name in ("X-A", "Vary", "Allow", "Accept-CH", "Link")),
    response(("X-A", "caf\xe9")),
    *(
        response(("Location", target), status=303)
        for target in ("a", "../b", "?", "?page=2", "a/b;c=d", "./x:y", "/", "*")
    ),
    response(("ETag", 'W/""'), status=204, body=EmptyBody()),
    response(("Cache-Control", "max-age=60"), status=304, body=EmptyBody()),
    *(
        ResponseSpec(status=status, cookies=(COOKIE,), headers=headers)
        for status, headers in (
            *((304, ()), (500, ()), (404, ())),
            (303, (HeaderSpec(name="Location", value="/"),)),
            (401, (HeaderSpec(name="WWW-Authenticate", value="Bearer"),)),
        )
    ),
    *(response(("Vary", value)) for value in ("*", "Accept, *")),
    *(response(("ETag", tag)) for tag in ('W/""', '""', '"\\"', '"!#$%&()*,/:;<=>?@[]^_`{|}~"', '"\xe9"')),
    *(
        response(("Content-Type", value))
        for value in (
            *(
                "image/png; a=b",
                'application/octet-stream; name="x y"',
                "application/json; charset=utf-8",
                "a/b;c=d;e=f",
            ),
            *("application/json;profile=x", "text/html;;charset=utf-8", "x-own/y.z+json"),
        )
    ),
    *(response(("Retry-After", value)) for value in ("Fri, 01 Jan 2027 00:00:60 GMT", "0", "007")),
    response(("Last-Modified", "Fri, 01 Jan 2027 23:59:60 GMT")),
    *(
        response(("Cache-Control", value))
        for value in ('community="UCI"', "max-age=060, x", "max-age=99999999999999999999", "private, ext=1")
    ),
    response(("Link", '</a>; rel=next; x; y=z; w="q"')),
    response(("Access-Control-Allow-Origin", "null")),
    *(ResponseSpec(status=status) for status in (299, 418, 451, 599)),
    *(response((name, '1; a=b, ,, "\\x"')) for name in ("X-Own", "Foo")),
)
#: Responses that services send every day.
ORDINARY = (
    ResponseSpec(
        status=200, headers=(HeaderSpec(name="Cache-Control", value="no-store"),), body=TextBody(content="ok")
    ),
    ResponseSpec(status=200, body=JSONBody()),
    ResponseSpec(status=200, body=HTMLBody()),
    ResponseSpec(status=204),
    ResponseSpec(status=404, body=ProblemBody(title="No such user")),
    ResponseSpec(
        status=201,
        headers=(HeaderSpec(name="Location"),),
        body=JSONBody(),
        params=(ParamSpec(name="location", fills="header", slot="Location"),),
    ),
    ResponseSpec(
        status=303, headers=(HeaderSpec(name="Location", value="/users/1"),), body=RedirectBody(), cookies=(COOKIE,)
    ),
    ResponseSpec(
        status=308,
        headers=(
            HeaderSpec(name="Location", value="https://a.example/"),
            HeaderSpec(name="Cache-Control", value="max-age=3600"),
        ),
    ),
    response(
        ("Cache-Control", "public, max-age=31536000, immutable"),
        ("ETag", '"abc"'),
        ("Last-Modified", "Fri, 01 Jan 2027 00:00:00 GMT"),
        ("Vary", "Accept-Encoding"),
        ("Content-Encoding", "br"),
        ("Accept-Ranges", "bytes"),
        body=BytesBody(media_type="text/css"),
    ),
    response(
        ("Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", "geolocation=(), camera=(self)"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        (
            "Content-Security-Policy",
            "default-src 'self'; frame-ancestors 'none'; object-src 'none'; upgrade-insecure-requests",
        ),
        body=HTMLBody(),
    ),
    response(
        ("Access-Control-Allow-Origin", "https://app.example"),
        ("Access-Control-Allow-Credentials", "true"),
        ("Access-Control-Allow-Methods", "GET, PUT"),
        ("Access-Control-Allow-Headers", "Content-Type, X-Request-Id"),
        ("Access-Control-Max-Age", "600"),
        ("Vary", "Origin"),
        status=204,
        body=EmptyBody(),
    ),
    response(
        ("Content-Disposition", 'attachment; filename="report.pdf"'), body=BytesBody(media_type="application/pdf")
    ),
    response(
        ("Server-Timing", "db;dur=53.2"),
        ("RateLimit", '"default";r=50;t=30'),
        ("Link", '</next>; rel="next"'),
        body=JSONBody(),
    ),
    response(("Retry-After", "120"), status=503, body=ProblemBody(title="Maintenance")),
)
