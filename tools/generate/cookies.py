"""Writes what declares a cookie: the steps of a draft, the field specifiers, and (with `param_steps`) the param steps.

The keywords of each kind of cookie are in `KINDS`, and nowhere else. They are written out in each signature, since ty
lets a misspelt one through in an unpacked TypedDict (docs/decisions/0054-one-list-of-cookie-keywords.md).
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

from formatted import formatted

BUILDER = Path(__file__).parents[2] / "src" / "antiphon" / "builder"


@dataclasses.dataclass(frozen=True)
class Kind:
    """One kind of cookie: the arguments that its declaration allows, and its words in docstrings."""

    name: str
    same_site: str
    secure: str
    scoped: bool
    partitioned: bool
    prefix: str
    step: str
    value: str
    param: str

    def keywords(self, *, secure: bool) -> str:
        """The keyword parameters. With `secure`, a Secure cookie may say that it is."""
        said = [
            f'same_site: Literal[{self.same_site}] = "lax"',
            *(["secure: Literal[True] = True"] if secure and self.scoped and self.secure == "True" else []),
            "max_age: int | timedelta | None = None",
            "expires: datetime | None = None",
            "http_only: bool = True",
            *(["domain: str | None = None", 'path: str = "/"'] if self.scoped else []),
            *(["partitioned: bool = False"] if self.partitioned else []),
        ]
        return ", ".join(said)

    def spec(self, name: str, value: str, indent: str, *, secure: bool) -> str:
        """The call that makes the CookieSpec of these keywords."""
        said_secure = "secure" if secure and self.scoped and self.secure == "True" else self.secure
        where = "domain=domain, path=path" if self.scoped else 'domain=None, path="/"'
        partitioned = "partitioned" if self.partitioned else "False"
        return (
            "cookie_spec(\n"
            f"{indent}    {name}, {value}, call_site, secure={said_secure}, same_site=same_site,\n"
            f"{indent}    max_age=max_age, expires=expires, http_only=http_only, {where}, partitioned={partitioned},\n"
            f"{indent})  # fmt: skip"
        )


_ANY, _LAX = '"lax", "strict", "none"', '"lax", "strict"'
KINDS = (
    Kind("cookie", _ANY, "True", scoped=True, partitioned=True, prefix="",
         step="A cookie that is sent over HTTPS only, so every SameSite is sound. See also insecure_cookie and "
         "host_cookie.",
         value="a Secure cookie, named after the param unless a name is given",
         param="a cookie which is sent over HTTPS only: `wire`, or the one named after it"),
    Kind("insecure_cookie", _LAX, "None", scoped=True, partitioned=False, prefix="",
         step="A cookie that also travels over plain HTTP. SameSite=None is not on offer: browsers drop it without "
         "Secure.",
         value="a cookie which also travels over plain HTTP. SameSite=None is not on offer",
         param="a cookie which also travels over plain HTTP. SameSite=None is not on offer"),
    Kind("host_cookie", _ANY, "True", scoped=False, partitioned=True, prefix="__Host-",
         step="A `__Host-` cookie: the prefix is added, Secure and Path=/ are set, Domain and Path cannot be given.",
         value="a `__Host-` cookie: the prefix is added, Secure and Path=/ are set",
         param="a `__Host-` cookie: the prefix is added, Secure and Path=/ are set"),
)  # fmt: skip

STEPS_HEAD = '''\
# Written by `nox -s generate`; do not edit.
"""The steps of a draft that add one cookie each."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, Self

from antiphon.builder.cookie_arguments import cookie_spec, with_prefix
from antiphon.diagnostics.call_site import CallSite, caller
from antiphon.spec import CookieSpec


class CookieSteps:
    """A step for every kind of cookie."""

    __slots__ = ()

    def _with_cookie(self, cookie: CookieSpec, call_site: CallSite) -> Self:
        """A draft with one cookie more."""
        raise NotImplementedError
'''

STEP = '''
    def {name}(self, name: str, value: str, *, {keywords}) -> Self:
        """{says}

        `max_age` is in seconds; `expires` an aware datetime.
        """
        call_site = caller()
        spec = {spec}
        return self._with_cookie(spec, call_site)
'''

SPECIFIERS_HEAD = '''\
# Written by `nox -s generate`; do not edit.
"""The field specifiers of params that are cookies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Literal

from antiphon.builder.cookie_arguments import cookie_spec
from antiphon.builder.param_declaration import Specifier
from antiphon.builder.specified import MISSING, E, T, specified
from antiphon.diagnostics.call_site import caller
from antiphon.runtime.cookie_codecs.text import CookieText
'''

SPECIFIER = '''

def {name}(
    name: str | None = None,
    *,
    default: T = MISSING,
    encode: Callable[[E], str] | CookieText | None = None,
    {keywords},
) -> T | E:
    """A param that is the value of {says}.

    `max_age` is in seconds. A default of None makes the param optional: left out, the cookie is left out.
    `encode="percent"` and `encode="base64url"` carry any text; a codec, such as JSONCookie, or a function writes values
    of other types. The text is held to what a cookie can carry with each call.
    """
    call_site = caller()
    spec = {spec}
    return specified(Specifier(name, spec, "{prefix}", call_site, encode=encode), default)
'''


def generated() -> dict[Path, str | None]:
    """The two files."""
    steps, specifiers = STEPS_HEAD, SPECIFIERS_HEAD
    for kind in KINDS:
        name = f'with_prefix("{kind.prefix}", name)' if kind.prefix else "name"
        steps += STEP.format(
            name=kind.name,
            keywords=kind.keywords(secure=True),
            says=kind.step,
            spec=kind.spec(name, "value", " " * 8, secure=True),
        )
        specifiers += SPECIFIER.format(
            name=kind.name,
            keywords=kind.keywords(secure=False),
            says=kind.value,
            prefix=kind.prefix,
            spec=kind.spec('name or ""', "None", " " * 4, secure=False),
        )
    return {
        BUILDER / "cookie_steps.py": formatted(steps),
        BUILDER / "cookie_specifiers.py": formatted(specifiers),
    }
