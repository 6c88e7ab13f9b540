# Written by `nox -s generate` from src; do not edit.
"""django-modern-rest: an endpoint of a controller returns a declared response.

    class Users(Controller[PydanticSerializer]):
        @replies
        def post(self, parsed_body: Body[SignUp]) -> UserCreated | EmailTaken: ...

The endpoint's `ResponseSpec`s are made of what the annotation names, and dmr writes its document from them. What is
raised needs `antiphon.integrations.django.ReplyMiddleware`.
"""

from collections.abc import Callable
from typing import Any, ParamSpec, overload

from django.http import HttpResponse

P = ParamSpec("P")

@overload
def replies(endpoint: Callable[P, Any], /) -> Callable[P, HttpResponse]: ...
@overload
def replies(endpoint: None = None, /, **options: Any) -> Callable[[Callable[P, Any]], Callable[P, HttpResponse]]: ...
