"""The function that answers a request in Django, for the place of its findings. Nothing of Django's is imported."""

from __future__ import annotations

from typing import Any


def django_view(view: Any, method: str) -> object:
    """The function behind a view: a method of its class, or what django-ninja calls. A plain view is itself."""
    name = method.lower()
    family = getattr(view, "cls", None) or getattr(view, "view_class", None)  # REST framework's, Django's
    if family is not None:
        actions = getattr(view, "actions", None) or {}  # of a ViewSet: {"get": "list"}
        return getattr(family, actions.get(name, name), view)
    for operation in getattr(_path_view(view), "operations", ()):
        if method in operation.methods:
            return operation.view_func
    return view


def _path_view(view: Any) -> object:
    """The object with the operations of a path, of which django-ninja's function for Django is a closure."""
    names = getattr(getattr(view, "__code__", None), "co_freevars", ())
    cells = getattr(view, "__closure__", None) or ()
    return next((cell.cell_contents for name, cell in zip(names, cells, strict=True) if name == "self"), None)
