# Written by `nox -s generate` from src; do not edit.
"""The target of a redirect, as it is sent in Location."""

def redirect_target(url: object) -> bytes:
    """The octets, with what a URL cannot hold percent-encoded, as Starlette does it; any origin may be meant.

    Raises ParamError for an empty target, a control character, user information, or a scheme that no browser follows.
    """
