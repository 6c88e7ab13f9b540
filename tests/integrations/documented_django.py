"""The documents of django-ninja and drf-spectacular: a script, since Django has one set of settings in a process.

Prints both as JSON, and what their test clients read.
"""

from __future__ import annotations

import json
from typing import Any

import django
from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["*"],
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "drf_spectacular"],
    LOGGING_CONFIG=None,
    MIDDLEWARE=["antiphon.integrations.django.ReplyMiddleware"],
    REST_FRAMEWORK={"DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema", "DEFAULT_AUTHENTICATION_CLASSES": []},
    ROOT_URLCONF=__name__,
    SECRET_KEY="a key for tests",
    SPECTACULAR_SETTINGS={
        "OAS_VERSION": "3.1.0",
        "POSTPROCESSING_HOOKS": ["antiphon.integrations.documents.spectacular_hook"],
    },
)
django.setup()

from django.http import HttpRequest  # noqa: E402 - after the settings
from django.test import Client  # noqa: E402
from django.urls import path  # noqa: E402
from drf_spectacular.generators import SchemaGenerator  # noqa: E402
from ninja import NinjaAPI  # noqa: E402
from rest_framework.views import APIView  # type: ignore[import-untyped]  # it has no types  # noqa: E402

from antiphon import Location  # noqa: E402
from antiphon.integrations.django import replies  # noqa: E402
from antiphon.integrations.documents import use_ninja  # noqa: E402
from tests.integrations.conformance.cases import Missing, User, UserCreated  # noqa: E402

api = NinjaAPI()
use_ninja(api)


def create() -> UserCreated:
    """Make a user."""
    return UserCreated(User("a"), location=Location("/users/1"), session="s", theme="dark")


@api.post("/users/{number}", response=None)
@replies
def add(request: HttpRequest, number: int) -> UserCreated | Missing:
    """Add a user."""
    return create()


class Users(APIView):  # type: ignore[misc]  # it has no types
    """Users."""

    @replies
    def post(self, request: Any, number: int) -> UserCreated | Missing:
        """Add a user."""
        return create()


urlpatterns = [path("ninja/", api.urls), path("drf/users/<int:number>", Users.as_view())]


def main() -> None:
    """Print everything."""
    generator: Any = SchemaGenerator
    answers = [Client().post(f"/{where}/users/1") for where in ("ninja", "drf")]
    found = {
        "ninja": api.get_openapi_schema(path_prefix="/ninja/"),
        "drf": generator().get_schema(request=None, public=True),
        "answers": [[answer.status_code, answer["Location"], sorted(answer.cookies)] for answer in answers],
    }
    print(json.dumps(found, default=str))


if __name__ == "__main__":
    main()
