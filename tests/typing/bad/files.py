"""Every line that is marked E is wrong, and each type checker says so: files."""

from __future__ import annotations

import io

from antiphon import ContentDisposition, FileReply, respond
from antiphon.runtime.transmit.asgi import Receive, Scope, Send

report = respond(200).file().compile()


class Download(FileReply, root="/srv"):
    content_disposition: ContentDisposition


report(b"octets")  # E: octets are no path; see .bytes
report(open("report.txt"))  # E: a file that is open as text
report(io.StringIO("text"))  # E: nor is this one of octets
report(["a", "b"])  # E: one file
report(None)  # E: a file
report()  # E: content is missing
report("report.txt", filename="x")  # E: the name is in Content-Disposition
Download("report.txt")  # E: the param is missing
Download("report.txt", content_disposition="attachment")  # E: a ContentDisposition is declared
Download(b"octets", content_disposition=ContentDisposition.inline())  # E: octets are no path
ContentDisposition.attachment(b"x.txt")  # E: a name is text
ContentDisposition.attachment(filename=5)  # E: a name is text
respond(200).file(missing=404)  # E: "error" or "not_found"
respond(200).file(missing="notfound")  # E: misspelt
respond(200).file(root=5)  # E: a folder
respond(200).file(ranges="bytes")  # E: yes or no
respond(200).file("text/csv", "/srv")  # E: root is a keyword
respond(204).file()  # E: no body step
respond(304).file()  # E: no body step


class A(FileReply, missing="404"): ...  # E: "error" or "not_found"


class B(FileReply, status=204): ...  # E: a status without content


class C(FileReply, validate="always"): ...  # E: a file has no members to check


async def sends(scope: Scope, receive: Receive, send: Send) -> None:
    await report.send(send, "report.txt")  # E: the whole exchange
    await report.send(scope, receive, send)  # E: content is missing
