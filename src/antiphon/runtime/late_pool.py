"""A pool of worker threads that is made when it is first needed."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor


class LatePool:
    """One pool, also where several threads ask for it at the same moment. A forked process makes its own."""

    def __init__(self, threads: int, name: str) -> None:
        self._threads = threads
        self._name = name
        self._forget()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._forget)  # where none of its threads is

    def _forget(self) -> None:
        self._made: ThreadPoolExecutor | None = None
        self._lock = threading.Lock()  # a thread that is not in the child may have held the one before

    def __call__(self) -> ThreadPoolExecutor:
        """The pool."""
        if self._made is None:
            with self._lock:
                if self._made is None:
                    self._made = ThreadPoolExecutor(self._threads, thread_name_prefix=self._name)
        return self._made
