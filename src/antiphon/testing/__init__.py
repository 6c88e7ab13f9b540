"""The judge around an application, for its tests, a development server, or staging; and `assert_sends` for a test."""

from antiphon.testing.declared.assert_sends import Sent, assert_sends
from antiphon.testing.judged_response import JudgedResponse, WrongResponse
from antiphon.testing.strict_asgi import StrictASGI
from antiphon.testing.strict_wsgi import StrictWSGI

__all__ = ["JudgedResponse", "Sent", "StrictASGI", "StrictWSGI", "WrongResponse", "assert_sends"]
