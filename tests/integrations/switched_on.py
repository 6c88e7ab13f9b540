"""A pytest plugin for suites of others: every FastAPI application that a test makes is switched on."""

from __future__ import annotations

import functools
from typing import Any

from fastapi import FastAPI

from antiphon.integrations.fastapi import install

_init = FastAPI.__init__


@functools.wraps(_init)
def _switched_on(self: FastAPI, *arguments: Any, **options: Any) -> None:
    _init(self, *arguments, **options)
    install(self)


FastAPI.__init__ = _switched_on  # type: ignore[method-assign]  # for the process of that suite alone
