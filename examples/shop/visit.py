"""A customer's visit to the shop, shown as it goes over the wire."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Protocol
from urllib.parse import urlencode

from antiphon import ResponseSpec
from shop import responses
from shop.as_declared import differences
from shop.wire import Answer, Client

ADA = {"name": "Ada", "email": "ada@example.com", "password": "correct horse battery"}
LOG_IN = {"email": ADA["email"], "password": ADA["password"]}
CUP = {"sku": "cup-gold", "name": "A golden cup", "cents": 90000}
ORDER = {"sku": "mug-blue", "quantity": "2"}


class Declared(Protocol):
    """Any compiled response."""

    @property
    def spec(self) -> ResponseSpec: ...


class Visit:
    """One customer: keeps cookies as a browser does, and compares every answer with what was declared."""

    def __init__(self, client: Client, host: str) -> None:
        self.client = client
        self.host = host
        self.cookies: dict[str, str] = {}
        self.answers = 0
        self.faults: list[str] = []

    def walk(self) -> None:
        """From the first request to the last."""
        ask = self.ask
        ask("Is the shop open?", "GET /health", responses.healthy)
        ask("Sign up", "POST /accounts", responses.signed_up, json_body=ADA)
        ask("Sign up again", "POST /accounts", responses.email_taken, json_body=ADA)
        ask("Sign up wrongly", "POST /accounts", responses.invalid_input, json_body={**ADA, "password": "short"})
        ask("Log out", "DELETE /session", responses.logged_out)
        ask("Add an item as a stranger", "POST /items", responses.unauthorized, json_body=CUP)
        ask("Log in", "POST /session", responses.logged_in, json_body=LOG_IN)
        listed = ask("See what there is", "GET /items", responses.items)
        ask("See it again", "GET /items", responses.items_unchanged, f"If-None-Match: {listed.first('ETag')}")
        ask("Add an item", "POST /items", responses.item_created, json_body=CUP)
        ask("Add it again", "POST /items", responses.sku_taken, json_body=CUP)
        ask("Open the front page", "GET /", responses.front_page)
        placed = ask("Buy two mugs by its form", "POST /orders", responses.order_placed, form=ORDER)
        ask("Follow the redirect", f"GET {placed.first('Location')}", responses.order)
        ask("Look for what is not there", "GET /items/teapot", responses.not_found)
        ask("Replace the shelves", "PUT /items", responses.method_not_allowed)
        ask("Log out", "DELETE /session", responses.logged_out)

    def ask(
        self,
        title: str,
        request: str,
        declared: Declared,
        *fields: str,
        json_body: Mapping[str, object] | None = None,
        form: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send one request, show both messages, and note what is not as declared."""
        lines = [f"{request} HTTP/1.1", f"Host: {self.host}", *fields]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        content = b""
        if json_body is not None:
            content = json.dumps(json_body).encode()
            lines += ["Content-Type: application/json", f"Content-Length: {len(content)}"]
        if form is not None:
            content = urlencode(form).encode()
            lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(content)}"]
        answer = self.client.ask("\r\n".join([*lines, "", ""]).encode() + content)
        self.answers += 1
        print(f"\n{self.answers}. {title}\n")
        show(">", lines[0], (tuple(line.split(": ", 1)) for line in lines[1:]), content)
        show("<", answer.status_line, answer.fields, answer.body)
        self.keep_cookies(answer)
        self.faults += [f"{self.answers}. {title}: {fault}" for fault in differences(declared.spec, answer)]
        return answer

    def keep_cookies(self, answer: Answer) -> None:
        """Browsers count the loopback address as trustworthy, so Secure cookies work here without TLS."""
        for line in answer.all("Set-Cookie"):
            name, _, rest = line.partition("=")
            value, _, attributes = rest.partition(";")
            self.cookies[name] = value
            if "Max-Age=0" in attributes:
                del self.cookies[name]


def show(mark: str, first: str, fields: Iterable[tuple[str, ...]], content: bytes) -> None:
    """One message, octet for octet; names are aligned to the right so that their colons are below each other."""
    print(f"  {mark} {first}")
    for name, value in fields:
        print(f"  {mark} {name:>25}: {value}")
    for line in content.decode().splitlines():
        print(f"  {mark} {line}")
    print(f"  {mark}")
