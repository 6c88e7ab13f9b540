# Written by `nox -s generate` from src; do not edit.
"""The judge around an application, for its tests, a development server, or staging."""

from antiphon.testing.judged_response import JudgedResponse, WrongResponse
from antiphon.testing.strict_asgi import StrictASGI
from antiphon.testing.strict_wsgi import StrictWSGI

__all__ = ["JudgedResponse", "StrictASGI", "StrictWSGI", "WrongResponse"]
