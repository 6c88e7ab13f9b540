"""The drop-in classes refuse these: each line with an E mark must be an error in every checker."""

from __future__ import annotations

from datetime import timedelta

from antiphon.responses import FileResponse, Response, StreamingResponse

Response("x", headers=["a: b"])  # E: a text is no pair
Response("x", headers={"x": 1})  # E: a value is text
Response("x", headers=5)  # E: neither a mapping nor pairs
Response().set_cookie("sid", 5)  # E: a value is text
Response().set_cookie("sid", "x", max_age=timedelta(days=1))  # E: seconds
Response().set_cookie("sid", "x", samesite="loose")  # E: lax, strict or none
StreamingResponse(b"text")  # E: octets are no pieces
StreamingResponse([b"x"]).status_code = "204"  # E: a status is a number
FileResponse("plan.pdf", filename=b"plan.pdf")  # E: a name is text
