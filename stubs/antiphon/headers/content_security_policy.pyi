# Written by `nox -s generate` from src; do not edit.
"""Content-Security-Policy (CSP3 section 3.1): what a page may load, run, embed and be embedded by."""

from typing import ClassVar, Self

from antiphon.headers.values.text_field import TextField

class ContentSecurityPolicy(TextField):
    """One policy. A source list is a text with spaces, or a tuple: `script_src=("'self'", "https://cdn.example")`.

    `sandbox` is True for the strictest one, or a list of what it allows. Several policies, which all hold, are a line
    each. Raises FieldError for a source that browsers ignore, such as a keyword without its single quotes, for 'none'
    beside others, and where no directive is given.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

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
    ) -> Self: ...
    @classmethod
    def decode(cls, value: str) -> Self:
        """One policy or several. Raises FieldError where the grammar admits none, and where browsers ignore a part."""

    @property
    def directives(self) -> tuple[dict[str, tuple[str, ...]], ...]:
        """Each policy as its directives, in lower case, with their values; of two of one name the first counts."""
