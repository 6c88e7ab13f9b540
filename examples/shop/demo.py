"""The main job, end to end: check the shop's responses, serve them, and show what goes over the wire.

    python examples/shop/demo.py [--serve] [--port N] [--server uvicorn|granian|hypercorn]

Exits 0 where every answer was what its response was declared to be, otherwise 1 and says what was not.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

EXAMPLES = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(EXAMPLES))  # so that `shop` is found wherever this is started

from antiphon import ResponseSpec  # noqa: E402 - antiphon and the shop come after the path
from antiphon.cli import main as antiphon  # noqa: E402
from shop import responses  # noqa: E402
from shop.as_declared import differences  # noqa: E402
from shop.serving import SERVERS, NotServingError, free_port, serving  # noqa: E402
from shop.wire import Answer, Client  # noqa: E402


class Visit:
    """A customer's browser: it keeps cookies, and shows everything that it sends and receives."""

    def __init__(self, client: Client, host: str) -> None:
        self.client = client
        self.host = host
        self.cookies: dict[str, str] = {}
        self.answers = 0
        self.faults: list[str] = []

    def ask(
        self,
        title: str,
        request: str,
        declared: ResponseSpec,
        *,
        body: Mapping[str, Any] | None = None,
        form: Mapping[str, Any] | None = None,
        fields: tuple[str, ...] = (),
    ) -> Answer:
        """Send one request and compare the answer with the response that was declared for it."""
        lines = [f"{request} HTTP/1.1", f"Host: {self.host}", *fields]
        if self.cookies:
            lines.append(f"Cookie: {'; '.join(f'{name}={value}' for name, value in self.cookies.items())}")
        content = b""
        if body is not None:
            content, media_type = json.dumps(body).encode(), "application/json"
            lines += [f"Content-Type: {media_type}", f"Content-Length: {len(content)}"]
        if form is not None:
            content, media_type = urlencode(form).encode(), "application/x-www-form-urlencoded"
            lines += [f"Content-Type: {media_type}", f"Content-Length: {len(content)}"]
        answer = self.client.ask("\r\n".join([*lines, "", ""]).encode() + content)
        self.answers += 1
        self.keep_cookies(answer)
        print(f"\n{self.answers}. {title}\n")
        show(">", lines[0], [(name, value) for name, _, value in (line.partition(": ") for line in lines[1:])], content)
        show("<", answer.status_line, answer.fields, answer.body)
        self.faults += [f"{self.answers}. {title}: {fault}" for fault in differences(declared, answer)]
        return answer

    def keep_cookies(self, answer: Answer) -> None:
        """Browsers count the loopback address as trustworthy, so Secure cookies work here without TLS."""
        for line in answer.all("Set-Cookie"):
            pair, _, attributes = line.partition(";")
            name, _, value = pair.partition("=")
            self.cookies[name] = value
            if "Max-Age=0" in attributes:
                del self.cookies[name]


def show(mark: str, first: str, fields: Any, content: bytes) -> None:
    """One message, octet for octet; names are moved to the right so that their colons stand in one column."""
    print(f"  {mark} {first}")
    for name, value in fields:
        print(f"  {mark} {name:>25}: {value}")
    for line in content.decode().splitlines():
        print(f"  {mark} {line}")
    print(f"  {mark}")


def visit(shop: Visit) -> None:
    """From the first page to the last."""
    ada = {"name": "Ada", "email": "ada@example.com", "password": "correct horse battery"}
    cup = {"sku": "cup-gold", "name": "A golden cup", "cents": 90000}
    shop.ask("Is the shop open?", "GET /health", responses.healthy.spec)
    shop.ask("Sign up", "POST /accounts", responses.signed_up.spec, body=ada)
    shop.ask("Sign up again", "POST /accounts", responses.email_taken.spec, body=ada)
    shop.ask("Sign up without an address", "POST /accounts", responses.invalid_input.spec, body={**ada, "email": "ada"})
    shop.ask("Log out", "DELETE /session", responses.logged_out.spec)
    shop.ask("Add an item, signed out", "POST /items", responses.unauthorized.spec, body=cup)
    shop.ask("Log in", "POST /session", responses.logged_in.spec, body={k: ada[k] for k in ("email", "password")})
    listed = shop.ask("See what there is", "GET /items", responses.items.spec)
    known = f"If-None-Match: {listed.all('ETag')[0]}"
    shop.ask("See it again", "GET /items", responses.items_unchanged.spec, fields=(known,))
    shop.ask("Add an item", "POST /items", responses.item_created.spec, body=cup)
    shop.ask("Add it again", "POST /items", responses.sku_taken.spec, body=cup)
    shop.ask("Buy a mug by the form", "GET /", responses.front_page.spec)
    placed = shop.ask("Buy it", "POST /orders", responses.order_placed.spec, form={"sku": "mug-blue", "quantity": 2})
    shop.ask("Follow the redirect", f"GET {placed.all('Location')[0]}", responses.order.spec)
    shop.ask("Look for what is not there", "GET /items/teapot", responses.not_found.spec)
    shop.ask("Replace the shelves", "PUT /items", responses.method_not_allowed.spec)
    shop.ask("Log out", "DELETE /session", responses.logged_out.spec)


def main() -> int:
    """Give the exit code."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--serve", action="store_true", help="keep serving until Ctrl-C")
    arguments.add_argument("--port", type=int, default=0, help="where to serve; a free port unless given")
    arguments.add_argument("--server", choices=SERVERS, default="uvicorn")
    options = arguments.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped as well

    print("$ antiphon check examples/shop")
    report = io.StringIO()
    with contextlib.redirect_stdout(report):
        code = antiphon(["check", str(EXAMPLES / "shop")])
    print(report.getvalue() if code else report.getvalue().strip().rpartition("\n")[2])
    if code:
        return 1

    try:
        port = free_port(options.port)
        with serving(options.server, port) as process:
            with Client(port) as client:
                shop = Visit(client, f"127.0.0.1:{port}")
                visit(shop)
            for fault in shop.faults:
                print(f"not as declared: {fault}", file=sys.stderr)
            if not shop.faults:
                print(f"\n{shop.answers} answers by {options.server}, each as it was declared.")
            if options.serve:
                print(f"\nServing at http://127.0.0.1:{port}/ until Ctrl-C.", flush=True)
                with contextlib.suppress(KeyboardInterrupt):
                    process.wait()
            return 1 if shop.faults else 0
    except (NotServingError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
