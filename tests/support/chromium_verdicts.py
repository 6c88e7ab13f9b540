"""Whether a field did in Chromium 156 what its author meant: one reader of the recorded outcome for each group."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from antiphon.http.parsing.charsets import encoding_of
from antiphon.http.parsing.disposition import disposition, filenames
from antiphon.http.parsing.media_type import essence, parameter_of

Row = dict[str, Any]
Verdict = Callable[[Row], bool | None]

SITE = "https://www.site.example:8443"
_OWN = re.compile(r"https?://(?:www|app)\.site\.example:[0-9]+/", re.IGNORECASE)
_LOCATION_ELSEWHERE = re.compile(r"https?://[^@/\\\s]+(?:[/?#]|\Z)", re.IGNORECASE)
_JAVASCRIPT = re.compile(r"(?:text|application)/(?:x-)?(?:java|ecma)script\Z")


def fields(row: Row) -> list[tuple[str, str]]:
    """The field lines as names and values, in latin-1."""
    return [(name, value.removeprefix(" ")) for name, _, value in (line.partition(":") for line in row["header_lines"])]


def value(row: Row, name: str) -> str | None:
    """The value of the first line of a field, without whitespace around it."""
    return next((text.strip(" \t") for key, text in fields(row) if key.lower() == name), None)


def _octet_in_value(row: Row) -> bool:
    text: str = row["header_lines"][0].partition(": ")[2]
    return bool(row["observed"].get("v") == text and row["observed"].get("after") == "ok")


def _octet_in_name(row: Row) -> bool:
    name: str = row["header_lines"][0].partition(":")[0]
    return any(key == name.lower() for key, _ in row["observed"].get("all", ()))


def _form(row: Row) -> bool | None:
    if not row["header_lines"][0].lower().startswith("x-t"):
        return None if row["header_lines"][0].startswith("Date") else False
    lines = [line.partition(":")[2].removeprefix(" ") for line in row["header_lines"]]
    return bool(row["observed"]["v"] == ", ".join(lines))


def _framing(row: Row) -> bool | None:
    if "Transfer-Encoding" in str(row["header_lines"]):
        return None  # whether the content arrives depends on who else reads it
    seen = row["observed"]
    return bool(seen.get("body") == row["body"] and str(seen.get("status")) == row["status"].split()[0])


def _redirected(row: Row) -> bool:
    return bool(row["observed"]["result"].get("redirected"))


def _location(row: Row) -> bool:
    final, target = row["observed"]["final"], value(row, "location") or ""
    followed = len(row["observed"]["document_requests"]) > 1 and not row["observed"]["net"]
    return followed and bool(_OWN.match(final) or _LOCATION_ELSEWHERE.match(target))


def _disposition(row: Row) -> bool:
    text, seen = value(row, "content-disposition") or "", row["observed"]
    names = list(filenames(text))
    meant = disposition(text)[0].lower() != "inline"
    return seen["download"] == meant and (not meant or not names or seen["suggested"] in names)


def _content_type(row: Row) -> bool | None:
    text, seen = value(row, "content-type"), row["observed"]
    if text is None:
        return None
    type_, label = essence(text), parameter_of(text, "charset")
    if not seen["displayed"]:
        return not type_.startswith(("text/html", "/"))
    if label is not None:
        decoded = seen["characterSet"].lower() == (encoding_of(label) or "")
    else:
        decoded = seen["characterSet"] == "UTF-8" or type_ not in ("text/html", "text/plain")
    return bool(seen["contentType"] == type_) and decoded


def _nosniff(row: Row) -> bool | None:
    option, type_ = value(row, "x-content-type-options"), value(row, "content-type")
    if not option:
        return None
    return bool(row["observed"]["loaded"] == bool(type_ and _JAVASCRIPT.match(type_.lower())))


def _framed(row: Row) -> bool | None:
    options = [text.lower() for name, text in fields(row) if name.lower() == "x-frame-options"]
    if not options:
        return None
    return not row["observed"]["framed"] or (options == ["sameorigin"] and row["same_origin"])


def _resource_policy(row: Row) -> bool | None:
    text = (value(row, "cross-origin-resource-policy") or "").lower()
    if not text:
        return None
    apart = row["resource"] != SITE
    return bool(row["observed"]["loaded"] is not apart or "cross-origin" in text) if apart else None


def _isolated(row: Row) -> bool | None:
    if len({name.lower() for name, _ in fields(row)}) < 2:
        return None
    return bool(row["observed"]["crossOriginIsolated"])


def _referrer(row: Row) -> bool | None:
    text = value(row, "referrer-policy")
    if text is None:
        return None
    last = text.split(",")[-1].strip().lower()
    return row["observed"]["referer"] != f"{SITE}/" or ("origin" in last and " " not in last) or last == "unsafe-url"


def _cleared(row: Row) -> bool | None:
    text = value(row, "clear-site-data") or ""
    return None if text and "ookies" not in text and "*" not in text else bool(row["observed"]["cookie_cleared"])


def _policy(row: Row) -> bool | None:
    text = value(row, "content-security-policy") or ""
    allowed = "unsafe-inline" in text and "'none'" not in text
    if allowed or not text.startswith("script-src"):
        return None
    return not row["observed"]["inline_script_ran"]


def _timing(row: Row) -> bool:
    cut = re.search(r"desc=[^\";]* ", value(row, "server-timing") or "")
    return bool(row["observed"]) and not cut


def _preloaded(row: Row) -> bool:
    return bool(row["observed"]["preloaded"])


def _stored(row: Row) -> bool | None:
    text = (value(row, "cache-control") or "").lower()
    reused = bool(row["observed"]["reused"])
    if re.search(r"(?:\A|, *)\"?no[-_ ]?store", text):
        return not reused
    if "max-age=0" in text or value(row, "clear-site-data") or not re.search(r"(?:\A|[,;] *|public )\"?max-?age", text):
        return None
    return reused


def _exposed(row: Row) -> bool | None:
    text = value(row, "access-control-expose-headers")
    return None if not text else bool(row["observed"]["xt"] == "1")


def _feature(row: Row) -> bool | None:
    text = value(row, "permissions-policy") or ""
    return None if "self" in text or "*" in text else not row["observed"]["geolocation"]


def _opened(row: Row) -> bool | None:
    is_stream = (value(row, "content-type") or "").lower().startswith("text/event-stream")
    return bool(row["observed"]["opened"]) if is_stream and row["status"] != 204 else None


def _no_verdict(_: Row) -> None:
    return None


def _ok(row: Row) -> bool | None:
    return bool(row["observed"]["ok"]) if row["header_lines"] else None


VERDICTS: dict[str, Verdict] = {
    "octet-value": _octet_in_value,
    "octet-name": _octet_in_name,
    "field-form": _form,
    "framing": _framing,
    "redirect-method": _redirected,
    "location": _location,
    "refresh": lambda row: bool(row["observed"]["final"] == f"{SITE}/ok"),
    "cors": _ok,
    "cors-expose": _exposed,
    "preflight": _ok,
    "preflight-status": _ok,
    "content-disposition": _disposition,
    "content-type": _content_type,
    "json-charset": lambda row: row["observed"] == '{"a":"\u00e9"}' if row["body_encoding"] == "utf-8" else None,
    "script-nosniff": _nosniff,
    "x-frame-options": _framed,
    "corp": _resource_policy,
    "coop-coep": _isolated,
    "origin-agent-cluster": _no_verdict,
    "permissions-policy": _feature,
    "referrer-policy": _referrer,
    "clear-site-data": _cleared,
    "csp": _policy,
    "server-timing": _timing,
    "link-preload": _preloaded,
    "accept-ch": lambda row: bool(row["observed"]["hint_sent"]),
    "cache": _stored,
    "cache-status": _stored,
    "sse": _no_verdict,
    "sse-type": _opened,
}
"""By group; None where a row has no one meaning that could be kept or lost."""
