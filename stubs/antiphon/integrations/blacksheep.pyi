# Written by `nox -s generate` from src; do not edit.
"""BlackSheep: a handler returns a declared response.

    app = Application()
    install(app)

    @app.router.post("/users")
    async def sign_up(form: FromJSON[SignUp]) -> UserCreated | EmailTaken: ...

Middlewares get a response of BlackSheep's own class.
"""

from blacksheep import Application

def install(app: Application) -> None:
    """Let the handlers of an application return declared responses, and raise them. Call it before it starts."""
