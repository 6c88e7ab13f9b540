"""Hosts: names, addresses, and the user's own machine."""

from __future__ import annotations

import pytest

from antiphon.http.hosts import is_ip_address, is_loopback


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LocalHost",
        "localhost.",
        "app.localhost",
        "App.LOCALHOST.",
        "127.0.0.1",
        "127.8.9.10",
        "::1",
        "[::1]",
    ],
)
def test_this_very_machine(host: str) -> None:
    """Loopback names and addresses are known in any case, and with the dot of the root."""
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "localhost.example",
        "notlocalhost",
        "127.example",
        "127.0.0.256",
        "127.0.0.1.example",
        "128.0.0.1",
        "[::2]",
        "1",
    ],
)
def test_any_other_machine(host: str) -> None:
    """A host that only looks like loopback is not."""
    assert not is_loopback(host)


def test_addresses_are_no_names() -> None:
    """An address has four numbers or a colon."""
    assert is_ip_address("192.0.2.1")
    assert is_ip_address("[2001:db8::1]")
    assert not is_ip_address("1.example")
