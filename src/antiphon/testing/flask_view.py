"""The view that answers a request in Flask, for the place of its findings. Flask is not imported."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def flask_view(app: Any, environ: Mapping[str, Any]) -> object:
    """The function or method that the request was routed to; None where the application does not say.

    `app` is the application or its `wsgi_app`. Known once the request was routed: when the response starts.
    """
    views = getattr(getattr(app, "__self__", app), "view_functions", None)
    rule = getattr(environ.get("werkzeug.request"), "url_rule", None)
    if not isinstance(views, Mapping) or rule is None:
        return None
    view = views.get(rule.endpoint)
    methods = getattr(view, "view_class", None)
    return getattr(methods, str(environ.get("REQUEST_METHOD")).lower(), view)
