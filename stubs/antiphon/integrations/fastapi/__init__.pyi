# Written by `nox -s generate` from src; do not edit.
"""FastAPI: a handler's return annotation is its contract.

    app = FastAPI()
    install(app)

    @app.post("/users")
    async def sign_up(form: SignUp) -> UserCreated | EmailTaken: ...

FastAPI takes a union in that place for a response model. `install` reads it as the possible responses, here and in
every router of the application: each reply's status, content, fields and cookies are in `/openapi.json`.
"""

from antiphon.integrations.fastapi.application import install
from antiphon.integrations.fastapi.policy import UndeclaredError
from antiphon.integrations.fastapi.route import ReplyRoute
from antiphon.reply.operation import raises, returns

__all__ = ["ReplyRoute", "UndeclaredError", "install", "raises", "returns"]
