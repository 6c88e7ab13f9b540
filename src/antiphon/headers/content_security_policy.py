"""Content-Security-Policy (CSP3 section 3.1): what a page may load, run, embed and be embedded by."""

from __future__ import annotations

import re
from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.source_list import sources
from antiphon.headers.values.text_field import TextField
from antiphon.headers.values.tokens import check_flag, check_token
from antiphon.headers.values.wire_text import wire_text
from antiphon.http.field_template import sample
from antiphon.http.parsing.content_security_policy import policy_fault

#: serialized-directive = directive-name [ required-ascii-whitespace directive-value ]
_DIRECTIVE = r"[A-Za-z0-9-]+(?:[ \t]+[!-+\--:<-~]+)*"
_POLICY = rf"{_DIRECTIVE}(?:[ \t]*;(?:[ \t]*{_DIRECTIVE})?)*"
#: 1#serialized-policy
_POLICIES = re.compile(rf"{_POLICY}(?:[ \t]*,[ \t]*{_POLICY})*")


class ContentSecurityPolicy(TextField):
    """One policy. A source list is a text with spaces, or a tuple: `script_src=("'self'", "https://cdn.example")`.

    `sandbox` is True for the strictest one, or a list of what it allows. Several policies, which all hold, are a line
    each. Raises FieldError for a source that browsers ignore, such as a keyword without its single quotes, for 'none'
    beside others, and where no directive is given.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Content-Security-Policy"
    examples: ClassVar[tuple[str, ...]] = (
        "default-src 'self'; script-src 'self' https://cdn.example; object-src 'none'; upgrade-insecure-requests",
        "frame-ancestors 'none'",
        "sandbox; report-to main",
    )

    def __new__(
        cls,
        *,
        default_src: str | tuple[str, ...] | None = None,
        script_src: str | tuple[str, ...] | None = None,
        script_src_elem: str | tuple[str, ...] | None = None,
        script_src_attr: str | tuple[str, ...] | None = None,
        style_src: str | tuple[str, ...] | None = None,
        style_src_elem: str | tuple[str, ...] | None = None,
        style_src_attr: str | tuple[str, ...] | None = None,
        img_src: str | tuple[str, ...] | None = None,
        font_src: str | tuple[str, ...] | None = None,
        connect_src: str | tuple[str, ...] | None = None,
        media_src: str | tuple[str, ...] | None = None,
        object_src: str | tuple[str, ...] | None = None,
        frame_src: str | tuple[str, ...] | None = None,
        child_src: str | tuple[str, ...] | None = None,
        worker_src: str | tuple[str, ...] | None = None,
        manifest_src: str | tuple[str, ...] | None = None,
        fenced_frame_src: str | tuple[str, ...] | None = None,
        base_uri: str | tuple[str, ...] | None = None,
        form_action: str | tuple[str, ...] | None = None,
        frame_ancestors: str | tuple[str, ...] | None = None,
        sandbox: bool | str | tuple[str, ...] = False,
        upgrade_insecure_requests: bool = False,
        require_trusted_types_for: str | tuple[str, ...] | None = None,
        trusted_types: str | tuple[str, ...] | None = None,
        report_to: str | None = None,
        report_uri: str | tuple[str, ...] | None = None,
    ) -> Self:
        lists = {
            "default-src": default_src,
            "script-src": script_src,
            "script-src-elem": script_src_elem,
            "script-src-attr": script_src_attr,
            "style-src": style_src,
            "style-src-elem": style_src_elem,
            "style-src-attr": style_src_attr,
            "img-src": img_src,
            "font-src": font_src,
            "connect-src": connect_src,
            "media-src": media_src,
            "object-src": object_src,
            "frame-src": frame_src,
            "child-src": child_src,
            "worker-src": worker_src,
            "manifest-src": manifest_src,
            "fenced-frame-src": fenced_frame_src,
            "base-uri": base_uri,
            "form-action": form_action,
            "frame-ancestors": frame_ancestors,
            "sandbox": None if isinstance(sandbox, bool) else sandbox,
            "require-trusted-types-for": require_trusted_types_for,
            "trusted-types": trusted_types,
            "report-uri": report_uri,
        }
        check_flag(cls.field_name, "upgrade_insecure_requests", upgrade_insecure_requests)
        written = [
            " ".join((directive, *sources(cls.field_name, directive, value)))
            for directive, value in lists.items()
            if value is not None
        ]
        written += ["sandbox"] * (sandbox is True) + ["upgrade-insecure-requests"] * upgrade_insecure_requests
        if report_to is not None:
            check_token(cls.field_name, "the name of an endpoint", report_to)
            written.append(f"report-to {report_to}")
        if not written:
            raise FieldError(f"{cls.field_name} needs at least one directive")
        text = "; ".join(written)
        # A nonce may be a placeholder, such as 'nonce-{nonce}', for each call to fill.
        if fault := policy_fault(sample(cls.field_name, text) or text):
            raise FieldError(f"{cls.field_name}: {fault}")
        return str.__new__(cls, text)

    @classmethod
    def decode(cls, value: str) -> Self:
        """One policy or several. Raises FieldError where the grammar admits none, and where browsers ignore a part."""
        if not _POLICIES.fullmatch(wire_text(cls.field_name, value)):
            raise FieldError(f"{cls.field_name}: {value!r} is not 'directive source source; directive source'")
        if fault := policy_fault(value):
            raise FieldError(f"{cls.field_name}: {fault}")
        return str.__new__(cls, value)

    @property
    def directives(self) -> tuple[dict[str, tuple[str, ...]], ...]:
        """Each policy as its directives, in lower case, with their values; of two of one name the first counts."""
        policies = []
        for policy in self.split(","):
            said: dict[str, tuple[str, ...]] = {}
            for directive in policy.split(";"):
                name, *values = directive.split() or [""]
                if name:
                    said.setdefault(name.lower(), tuple(values))
            policies.append(said)
        return tuple(policies)
