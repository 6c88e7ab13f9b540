# Written by `nox -s generate`; do not edit.
"""The steps of a draft that add one typed field each, and the one that takes any of them by keyword."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal, NoReturn, Self

from antiphon.headers.accept_ch import AcceptCH
from antiphon.headers.accept_patch import AcceptPatch
from antiphon.headers.accept_post import AcceptPost
from antiphon.headers.accept_ranges import AcceptRanges
from antiphon.headers.access_control_allow_credentials import AccessControlAllowCredentials
from antiphon.headers.access_control_allow_headers import AccessControlAllowHeaders
from antiphon.headers.access_control_allow_methods import AccessControlAllowMethods
from antiphon.headers.access_control_allow_origin import AccessControlAllowOrigin
from antiphon.headers.access_control_expose_headers import AccessControlExposeHeaders
from antiphon.headers.access_control_max_age import AccessControlMaxAge
from antiphon.headers.age import Age
from antiphon.headers.allow import Allow
from antiphon.headers.alt_svc import AltSvc
from antiphon.headers.cache_control import CacheControl
from antiphon.headers.cdn_cache_control import CDNCacheControl
from antiphon.headers.clear_site_data import ClearSiteData, SiteData
from antiphon.headers.content_digest import ContentDigest
from antiphon.headers.content_disposition import ContentDisposition
from antiphon.headers.content_encoding import ContentEncoding
from antiphon.headers.content_language import ContentLanguage
from antiphon.headers.content_location import ContentLocation
from antiphon.headers.content_range import ContentRange
from antiphon.headers.content_security_policy import ContentSecurityPolicy
from antiphon.headers.content_security_policy_report_only import ContentSecurityPolicyReportOnly
from antiphon.headers.critical_ch import CriticalCH
from antiphon.headers.cross_origin_embedder_policy import CrossOriginEmbedderPolicy
from antiphon.headers.cross_origin_embedder_policy_report_only import CrossOriginEmbedderPolicyReportOnly
from antiphon.headers.cross_origin_opener_policy import CrossOriginOpenerPolicy
from antiphon.headers.cross_origin_opener_policy_report_only import CrossOriginOpenerPolicyReportOnly
from antiphon.headers.cross_origin_resource_policy import CrossOriginResourcePolicy
from antiphon.headers.deprecation import Deprecation
from antiphon.headers.etag import ETag
from antiphon.headers.expires import Expires
from antiphon.headers.field import Field, FieldError
from antiphon.headers.last_modified import LastModified
from antiphon.headers.link import Link
from antiphon.headers.location import Location
from antiphon.headers.origin_agent_cluster import OriginAgentCluster
from antiphon.headers.permissions_policy import Allowlist, PermissionsPolicy
from antiphon.headers.priority import Priority
from antiphon.headers.ratelimit import RateLimit
from antiphon.headers.ratelimit_policy import RateLimitPolicy
from antiphon.headers.referrer_policy import ReferrerPolicy, ReferrerPolicyToken
from antiphon.headers.reporting_endpoints import ReportingEndpoints
from antiphon.headers.repr_digest import ReprDigest
from antiphon.headers.retry_after import RetryAfter
from antiphon.headers.server_timing import ServerTiming
from antiphon.headers.strict_transport_security import StrictTransportSecurity
from antiphon.headers.sunset import Sunset
from antiphon.headers.timing_allow_origin import TimingAllowOrigin
from antiphon.headers.values.conversion import convert
from antiphon.headers.vary import Vary
from antiphon.headers.www_authenticate import Challenge
from antiphon.headers.x_content_type_options import XContentTypeOptions
from antiphon.headers.x_frame_options import XFrameOptions
from antiphon.http.uri_template import is_template

#: Fields whose text may be a template.
_TEMPLATED: frozenset[type[Field]] = frozenset({ContentLocation, Location})


class FieldSteps:
    """A step for every typed field but those that a status may oblige a response to have."""

    __slots__ = ()

    def _with_field(self, name: str, value: str, depth: int) -> Self:
        """A draft with one field line more; `depth` frames above this one is the user's own call."""
        raise NotImplementedError

    def _with_template(self, name: str, template: str, depth: int) -> Self:
        """A draft with one field line more, whose placeholders are filled by params; `depth` as in `_with_field`."""
        raise NotImplementedError

    def _refuse_field(self, name: str, error: FieldError, depth: int) -> NoReturn:
        """Raise what a user gets for a value that its field does not admit; `depth` as in `_with_field`."""
        raise NotImplementedError

    def headers(
        self,
        *,
        accept_ch: AcceptCH | str | None = None,
        accept_patch: AcceptPatch | str | list[str] | tuple[str, ...] | None = None,
        accept_post: AcceptPost | str | list[str] | tuple[str, ...] | None = None,
        accept_ranges: AcceptRanges | str | list[str] | tuple[str, ...] | None = None,
        access_control_allow_credentials: AccessControlAllowCredentials | str | None = None,
        access_control_allow_headers: AccessControlAllowHeaders | str | list[str] | tuple[str, ...] | None = None,
        access_control_allow_methods: AccessControlAllowMethods | str | list[str] | tuple[str, ...] | None = None,
        access_control_allow_origin: AccessControlAllowOrigin | str | None = None,
        access_control_expose_headers: AccessControlExposeHeaders | str | list[str] | tuple[str, ...] | None = None,
        access_control_max_age: AccessControlMaxAge | str | int | timedelta | None = None,
        age: Age | str | int | timedelta | None = None,
        allow: Allow | str | list[str] | tuple[str, ...] | None = None,
        alt_svc: AltSvc | str | None = None,
        cache_control: CacheControl | str | None = None,
        cdn_cache_control: CDNCacheControl | str | None = None,
        clear_site_data: ClearSiteData | str | None = None,
        content_digest: ContentDigest | str | None = None,
        content_disposition: ContentDisposition | str | None = None,
        content_encoding: ContentEncoding | str | list[str] | tuple[str, ...] | None = None,
        content_language: ContentLanguage | str | list[str] | tuple[str, ...] | None = None,
        content_location: ContentLocation | str | None = None,
        content_range: ContentRange | str | None = None,
        content_security_policy: ContentSecurityPolicy | str | None = None,
        content_security_policy_report_only: ContentSecurityPolicyReportOnly | str | None = None,
        critical_ch: CriticalCH | str | None = None,
        cross_origin_embedder_policy: CrossOriginEmbedderPolicy | str | None = None,
        cross_origin_embedder_policy_report_only: CrossOriginEmbedderPolicyReportOnly | str | None = None,
        cross_origin_opener_policy: CrossOriginOpenerPolicy | str | None = None,
        cross_origin_opener_policy_report_only: CrossOriginOpenerPolicyReportOnly | str | None = None,
        cross_origin_resource_policy: CrossOriginResourcePolicy | str | None = None,
        deprecation: Deprecation | str | datetime | None = None,
        etag: ETag | str | None = None,
        expires: Expires | str | datetime | None = None,
        last_modified: LastModified | str | datetime | None = None,
        link: Link | str | None = None,
        location: Location | str | None = None,
        origin_agent_cluster: OriginAgentCluster | str | bool | None = None,
        permissions_policy: PermissionsPolicy | str | None = None,
        priority: Priority | str | None = None,
        ratelimit: RateLimit | str | None = None,
        ratelimit_policy: RateLimitPolicy | str | None = None,
        referrer_policy: ReferrerPolicy | str | list[str] | tuple[str, ...] | None = None,
        reporting_endpoints: ReportingEndpoints | str | None = None,
        repr_digest: ReprDigest | str | None = None,
        retry_after: RetryAfter | str | int | timedelta | datetime | None = None,
        server_timing: ServerTiming | str | None = None,
        strict_transport_security: StrictTransportSecurity | str | None = None,
        sunset: Sunset | str | datetime | None = None,
        timing_allow_origin: TimingAllowOrigin | str | list[str] | tuple[str, ...] | None = None,
        vary: Vary | str | list[str] | tuple[str, ...] | None = None,
        www_authenticate: Challenge | str | None = None,
        x_content_type_options: XContentTypeOptions | str | None = None,
        x_frame_options: XFrameOptions | str | None = None,
    ) -> Self:
        """Any of the typed fields by keyword: the typed value, or its text, which is read as that type."""
        given: tuple[tuple[str, type[Field], object], ...] = (
            ("Accept-CH", AcceptCH, accept_ch),
            ("Accept-Patch", AcceptPatch, accept_patch),
            ("Accept-Post", AcceptPost, accept_post),
            ("Accept-Ranges", AcceptRanges, accept_ranges),
            ("Access-Control-Allow-Credentials", AccessControlAllowCredentials, access_control_allow_credentials),
            ("Access-Control-Allow-Headers", AccessControlAllowHeaders, access_control_allow_headers),
            ("Access-Control-Allow-Methods", AccessControlAllowMethods, access_control_allow_methods),
            ("Access-Control-Allow-Origin", AccessControlAllowOrigin, access_control_allow_origin),
            ("Access-Control-Expose-Headers", AccessControlExposeHeaders, access_control_expose_headers),
            ("Access-Control-Max-Age", AccessControlMaxAge, access_control_max_age),
            ("Age", Age, age),
            ("Allow", Allow, allow),
            ("Alt-Svc", AltSvc, alt_svc),
            ("Cache-Control", CacheControl, cache_control),
            ("CDN-Cache-Control", CDNCacheControl, cdn_cache_control),
            ("Clear-Site-Data", ClearSiteData, clear_site_data),
            ("Content-Digest", ContentDigest, content_digest),
            ("Content-Disposition", ContentDisposition, content_disposition),
            ("Content-Encoding", ContentEncoding, content_encoding),
            ("Content-Language", ContentLanguage, content_language),
            ("Content-Location", ContentLocation, content_location),
            ("Content-Range", ContentRange, content_range),
            ("Content-Security-Policy", ContentSecurityPolicy, content_security_policy),
            (
                "Content-Security-Policy-Report-Only",
                ContentSecurityPolicyReportOnly,
                content_security_policy_report_only,
            ),
            ("Critical-CH", CriticalCH, critical_ch),
            ("Cross-Origin-Embedder-Policy", CrossOriginEmbedderPolicy, cross_origin_embedder_policy),
            (
                "Cross-Origin-Embedder-Policy-Report-Only",
                CrossOriginEmbedderPolicyReportOnly,
                cross_origin_embedder_policy_report_only,
            ),
            ("Cross-Origin-Opener-Policy", CrossOriginOpenerPolicy, cross_origin_opener_policy),
            (
                "Cross-Origin-Opener-Policy-Report-Only",
                CrossOriginOpenerPolicyReportOnly,
                cross_origin_opener_policy_report_only,
            ),
            ("Cross-Origin-Resource-Policy", CrossOriginResourcePolicy, cross_origin_resource_policy),
            ("Deprecation", Deprecation, deprecation),
            ("ETag", ETag, etag),
            ("Expires", Expires, expires),
            ("Last-Modified", LastModified, last_modified),
            ("Link", Link, link),
            ("Location", Location, location),
            ("Origin-Agent-Cluster", OriginAgentCluster, origin_agent_cluster),
            ("Permissions-Policy", PermissionsPolicy, permissions_policy),
            ("Priority", Priority, priority),
            ("RateLimit", RateLimit, ratelimit),
            ("RateLimit-Policy", RateLimitPolicy, ratelimit_policy),
            ("Referrer-Policy", ReferrerPolicy, referrer_policy),
            ("Reporting-Endpoints", ReportingEndpoints, reporting_endpoints),
            ("Repr-Digest", ReprDigest, repr_digest),
            ("Retry-After", RetryAfter, retry_after),
            ("Server-Timing", ServerTiming, server_timing),
            ("Strict-Transport-Security", StrictTransportSecurity, strict_transport_security),
            ("Sunset", Sunset, sunset),
            ("Timing-Allow-Origin", TimingAllowOrigin, timing_allow_origin),
            ("Vary", Vary, vary),
            ("WWW-Authenticate", Challenge, www_authenticate),
            ("X-Content-Type-Options", XContentTypeOptions, x_content_type_options),
            ("X-Frame-Options", XFrameOptions, x_frame_options),
        )
        draft = self
        for name, field, value in given:
            if field in _TEMPLATED and is_template(value):
                draft = draft._with_template(name, str(value), 2)
            elif value is not None:
                try:
                    typed = convert(field, value)
                except FieldError as error:
                    self._refuse_field(name, error, 2)
                draft = draft._with_field(name, typed.encode().decode("latin-1"), 2)
        return draft

    def accept_ch(self, *hints: str) -> Self:
        """Accept-CH: the client hints that this origin asks for.

        Defined by RFC 8942 section 3.1.
        """
        try:
            value = AcceptCH(*hints)
        except FieldError as error:
            self._refuse_field("Accept-CH", error, 2)
        return self._with_field("Accept-CH", value.encode().decode("latin-1"), 2)

    def accept_patch(self, *media_types: str) -> Self:
        """Accept-Patch: the media types of patches that the resource takes.

        Defined by RFC 5789 section 3.1.
        """
        try:
            value = AcceptPatch(*media_types)
        except FieldError as error:
            self._refuse_field("Accept-Patch", error, 2)
        return self._with_field("Accept-Patch", value.encode().decode("latin-1"), 2)

    def accept_post(self, *media_types: str) -> Self:
        """Accept-Post: the media types that the resource takes by POST.

        Defined by Linked Data Platform section 7.1.
        """
        try:
            value = AcceptPost(*media_types)
        except FieldError as error:
            self._refuse_field("Accept-Post", error, 2)
        return self._with_field("Accept-Post", value.encode().decode("latin-1"), 2)

    def accept_ranges(self, *units: str) -> Self:
        """Accept-Ranges: the units in which parts of the resource may be asked for.

        Defined by RFC 9110 section 14.3.
        """
        try:
            value = AcceptRanges(*units)
        except FieldError as error:
            self._refuse_field("Accept-Ranges", error, 2)
        return self._with_field("Accept-Ranges", value.encode().decode("latin-1"), 2)

    def access_control_allow_credentials(self, allowed: Literal["true"] = "true") -> Self:
        """Access-Control-Allow-Credentials: whether answers to requests with cookies may be read.

        Defined by Fetch, "CORS check".
        """
        try:
            value = AccessControlAllowCredentials(allowed)
        except FieldError as error:
            self._refuse_field("Access-Control-Allow-Credentials", error, 2)
        return self._with_field("Access-Control-Allow-Credentials", value.encode().decode("latin-1"), 2)

    def access_control_allow_headers(self, *field_names: str) -> Self:
        """Access-Control-Allow-Headers: the request fields that another origin may set.

        Defined by Fetch, "CORS protocol".
        """
        try:
            value = AccessControlAllowHeaders(*field_names)
        except FieldError as error:
            self._refuse_field("Access-Control-Allow-Headers", error, 2)
        return self._with_field("Access-Control-Allow-Headers", value.encode().decode("latin-1"), 2)

    def access_control_allow_methods(self, *methods: str) -> Self:
        """Access-Control-Allow-Methods: the methods that another origin may use.

        Defined by Fetch, "CORS protocol".
        """
        try:
            value = AccessControlAllowMethods(*methods)
        except FieldError as error:
            self._refuse_field("Access-Control-Allow-Methods", error, 2)
        return self._with_field("Access-Control-Allow-Methods", value.encode().decode("latin-1"), 2)

    def access_control_allow_origin(self, origin: str) -> Self:
        """Access-Control-Allow-Origin: the origin whose pages may read the response.

        Defined by Fetch, "CORS check".
        """
        try:
            value = AccessControlAllowOrigin(origin)
        except FieldError as error:
            self._refuse_field("Access-Control-Allow-Origin", error, 2)
        return self._with_field("Access-Control-Allow-Origin", value.encode().decode("latin-1"), 2)

    def access_control_expose_headers(self, *field_names: str) -> Self:
        """Access-Control-Expose-Headers: the response fields that another origin may read.

        Defined by Fetch, "CORS protocol".
        """
        try:
            value = AccessControlExposeHeaders(*field_names)
        except FieldError as error:
            self._refuse_field("Access-Control-Expose-Headers", error, 2)
        return self._with_field("Access-Control-Expose-Headers", value.encode().decode("latin-1"), 2)

    def access_control_max_age(self, seconds: int | timedelta) -> Self:
        """Access-Control-Max-Age: how long a browser may remember a preflight answer.

        Defined by Fetch, "CORS protocol".
        """
        try:
            value = AccessControlMaxAge(seconds)
        except FieldError as error:
            self._refuse_field("Access-Control-Max-Age", error, 2)
        return self._with_field("Access-Control-Max-Age", value.encode().decode("latin-1"), 2)

    def age(self, seconds: int | timedelta) -> Self:
        """Age: how long ago the origin made or checked the response; caches send it.

        Defined by RFC 9111 section 5.1.
        """
        try:
            value = Age(seconds)
        except FieldError as error:
            self._refuse_field("Age", error, 2)
        return self._with_field("Age", value.encode().decode("latin-1"), 2)

    def alt_svc(
        self, protocol: str, authority: str, *, max_age: int | timedelta | None = None, persist: bool = False
    ) -> Self:
        """Alt-Svc: other hosts and protocols that serve this origin.

        Defined by RFC 7838 section 3.
        """
        try:
            value = AltSvc(protocol, authority, max_age=max_age, persist=persist)
        except FieldError as error:
            self._refuse_field("Alt-Svc", error, 2)
        return self._with_field("Alt-Svc", value.encode().decode("latin-1"), 2)

    def cache_control(
        self,
        *,
        public: bool = False,
        private: bool | tuple[str, ...] = False,
        no_cache: bool | tuple[str, ...] = False,
        must_understand: bool = False,
        no_store: bool = False,
        max_age: int | timedelta | None = None,
        s_maxage: int | timedelta | None = None,
        must_revalidate: bool = False,
        proxy_revalidate: bool = False,
        stale_while_revalidate: int | timedelta | None = None,
        stale_if_error: int | timedelta | None = None,
        no_transform: bool = False,
        immutable: bool = False,
        extensions: tuple[str, ...] = (),
    ) -> Self:
        """Cache-Control: who may keep the response, and for how long.

        Defined by RFC 9111 section 5.2.2.
        """
        try:
            value = CacheControl(
                public=public,
                private=private,
                no_cache=no_cache,
                must_understand=must_understand,
                no_store=no_store,
                max_age=max_age,
                s_maxage=s_maxage,
                must_revalidate=must_revalidate,
                proxy_revalidate=proxy_revalidate,
                stale_while_revalidate=stale_while_revalidate,
                stale_if_error=stale_if_error,
                no_transform=no_transform,
                immutable=immutable,
                extensions=extensions,
            )
        except FieldError as error:
            self._refuse_field("Cache-Control", error, 2)
        return self._with_field("Cache-Control", value.encode().decode("latin-1"), 2)

    def cdn_cache_control(
        self,
        *,
        public: bool = False,
        private: bool | tuple[str, ...] = False,
        no_cache: bool | tuple[str, ...] = False,
        no_store: bool = False,
        max_age: int | timedelta | None = None,
        s_maxage: int | timedelta | None = None,
        must_revalidate: bool = False,
        stale_while_revalidate: int | timedelta | None = None,
        stale_if_error: int | timedelta | None = None,
        no_transform: bool = False,
        immutable: bool = False,
    ) -> Self:
        """CDN-Cache-Control: what Cache-Control says, for the caches that serve the origin alone.

        Defined by RFC 9213 section 3.1.
        """
        try:
            value = CDNCacheControl(
                public=public,
                private=private,
                no_cache=no_cache,
                no_store=no_store,
                max_age=max_age,
                s_maxage=s_maxage,
                must_revalidate=must_revalidate,
                stale_while_revalidate=stale_while_revalidate,
                stale_if_error=stale_if_error,
                no_transform=no_transform,
                immutable=immutable,
            )
        except FieldError as error:
            self._refuse_field("CDN-Cache-Control", error, 2)
        return self._with_field("CDN-Cache-Control", value.encode().decode("latin-1"), 2)

    def clear_site_data(self, *kinds: SiteData) -> Self:
        """Clear-Site-Data: what a browser forgets of this origin.

        Defined by Clear Site Data section 3.1.
        """
        try:
            value = ClearSiteData(*kinds)
        except FieldError as error:
            self._refuse_field("Clear-Site-Data", error, 2)
        return self._with_field("Clear-Site-Data", value.encode().decode("latin-1"), 2)

    def content_digest(self, *, sha_256: bytes | None = None, sha_512: bytes | None = None) -> Self:
        """Content-Digest: hashes of the content as it is sent.

        Defined by RFC 9530 section 2.
        """
        try:
            value = ContentDigest(sha_256=sha_256, sha_512=sha_512)
        except FieldError as error:
            self._refuse_field("Content-Digest", error, 2)
        return self._with_field("Content-Digest", value.encode().decode("latin-1"), 2)

    def content_disposition(
        self,
        disposition: Literal["attachment", "inline"],
        *,
        filename: str | None = None,
        fallback: str | None = None,
        extensions: tuple[str, ...] = (),
    ) -> Self:
        """Content-Disposition: whether the content is shown or saved, and under which file name.

        Defined by RFC 6266.
        """
        try:
            value = ContentDisposition(disposition, filename=filename, fallback=fallback, extensions=extensions)
        except FieldError as error:
            self._refuse_field("Content-Disposition", error, 2)
        return self._with_field("Content-Disposition", value.encode().decode("latin-1"), 2)

    def content_encoding(self, *codings: str) -> Self:
        """Content-Encoding: the codings that were applied to the content, in their order.

        Defined by RFC 9110 section 8.4.
        """
        try:
            value = ContentEncoding(*codings)
        except FieldError as error:
            self._refuse_field("Content-Encoding", error, 2)
        return self._with_field("Content-Encoding", value.encode().decode("latin-1"), 2)

    def content_language(self, *languages: str) -> Self:
        """Content-Language: the languages of the audience that the content is meant for.

        Defined by RFC 9110 section 8.5.
        """
        try:
            value = ContentLanguage(*languages)
        except FieldError as error:
            self._refuse_field("Content-Language", error, 2)
        return self._with_field("Content-Language", value.encode().decode("latin-1"), 2)

    def content_location(self, target: str) -> Self:
        """Content-Location: the address of the very representation that is enclosed.

        Defined by RFC 9110 section 8.7. Text with placeholders in braces, `/users/{user_id}`, is a template: params
        fill them.
        """
        if is_template(target):
            return self._with_template("Content-Location", target, 2)
        try:
            value = ContentLocation(target)
        except FieldError as error:
            self._refuse_field("Content-Location", error, 2)
        return self._with_field("Content-Location", value.encode().decode("latin-1"), 2)

    def content_security_policy(
        self,
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
        """Content-Security-Policy: what a page may load, run, embed and be embedded by.

        Defined by CSP3 section 3.1.
        """
        try:
            value = ContentSecurityPolicy(
                default_src=default_src,
                script_src=script_src,
                script_src_elem=script_src_elem,
                script_src_attr=script_src_attr,
                style_src=style_src,
                style_src_elem=style_src_elem,
                style_src_attr=style_src_attr,
                img_src=img_src,
                font_src=font_src,
                connect_src=connect_src,
                media_src=media_src,
                object_src=object_src,
                frame_src=frame_src,
                child_src=child_src,
                worker_src=worker_src,
                manifest_src=manifest_src,
                fenced_frame_src=fenced_frame_src,
                base_uri=base_uri,
                form_action=form_action,
                frame_ancestors=frame_ancestors,
                sandbox=sandbox,
                upgrade_insecure_requests=upgrade_insecure_requests,
                require_trusted_types_for=require_trusted_types_for,
                trusted_types=trusted_types,
                report_to=report_to,
                report_uri=report_uri,
            )
        except FieldError as error:
            self._refuse_field("Content-Security-Policy", error, 2)
        return self._with_field("Content-Security-Policy", value.encode().decode("latin-1"), 2)

    def content_security_policy_report_only(
        self,
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
        """Content-Security-Policy-Report-Only: a policy that is reported on and not enforced.

        Defined by CSP3 section 3.2.
        """
        try:
            value = ContentSecurityPolicyReportOnly(
                default_src=default_src,
                script_src=script_src,
                script_src_elem=script_src_elem,
                script_src_attr=script_src_attr,
                style_src=style_src,
                style_src_elem=style_src_elem,
                style_src_attr=style_src_attr,
                img_src=img_src,
                font_src=font_src,
                connect_src=connect_src,
                media_src=media_src,
                object_src=object_src,
                frame_src=frame_src,
                child_src=child_src,
                worker_src=worker_src,
                manifest_src=manifest_src,
                fenced_frame_src=fenced_frame_src,
                base_uri=base_uri,
                form_action=form_action,
                frame_ancestors=frame_ancestors,
                sandbox=sandbox,
                upgrade_insecure_requests=upgrade_insecure_requests,
                require_trusted_types_for=require_trusted_types_for,
                trusted_types=trusted_types,
                report_to=report_to,
                report_uri=report_uri,
            )
        except FieldError as error:
            self._refuse_field("Content-Security-Policy-Report-Only", error, 2)
        return self._with_field("Content-Security-Policy-Report-Only", value.encode().decode("latin-1"), 2)

    def critical_ch(self, *hints: str) -> Self:
        """Critical-CH: the hints without which a browser asks again.

        Defined by Client Hints Reliability section 3.
        """
        try:
            value = CriticalCH(*hints)
        except FieldError as error:
            self._refuse_field("Critical-CH", error, 2)
        return self._with_field("Critical-CH", value.encode().decode("latin-1"), 2)

    def cross_origin_embedder_policy(
        self, policy: Literal["require-corp", "credentialless", "unsafe-none"], *, report_to: str | None = None
    ) -> Self:
        """Cross-Origin-Embedder-Policy: whether the page embeds only what agrees to be embedded.

        Defined by HTML section 7.1.4.
        """
        try:
            value = CrossOriginEmbedderPolicy(policy, report_to=report_to)
        except FieldError as error:
            self._refuse_field("Cross-Origin-Embedder-Policy", error, 2)
        return self._with_field("Cross-Origin-Embedder-Policy", value.encode().decode("latin-1"), 2)

    def cross_origin_embedder_policy_report_only(
        self, policy: Literal["require-corp", "credentialless", "unsafe-none"], *, report_to: str | None = None
    ) -> Self:
        """Cross-Origin-Embedder-Policy-Report-Only: a policy that is reported on and not enforced.

        Defined by HTML section 7.1.4.
        """
        try:
            value = CrossOriginEmbedderPolicyReportOnly(policy, report_to=report_to)
        except FieldError as error:
            self._refuse_field("Cross-Origin-Embedder-Policy-Report-Only", error, 2)
        return self._with_field("Cross-Origin-Embedder-Policy-Report-Only", value.encode().decode("latin-1"), 2)

    def cross_origin_opener_policy(
        self,
        policy: Literal["same-origin", "same-origin-allow-popups", "noopener-allow-popups", "unsafe-none"],
        *,
        report_to: str | None = None,
    ) -> Self:
        """Cross-Origin-Opener-Policy: whether other origins share a window group with this page.

        Defined by HTML section 7.1.3.
        """
        try:
            value = CrossOriginOpenerPolicy(policy, report_to=report_to)
        except FieldError as error:
            self._refuse_field("Cross-Origin-Opener-Policy", error, 2)
        return self._with_field("Cross-Origin-Opener-Policy", value.encode().decode("latin-1"), 2)

    def cross_origin_opener_policy_report_only(
        self,
        policy: Literal["same-origin", "same-origin-allow-popups", "noopener-allow-popups", "unsafe-none"],
        *,
        report_to: str | None = None,
    ) -> Self:
        """Cross-Origin-Opener-Policy-Report-Only: a policy that is reported on and not enforced.

        Defined by HTML section 7.1.3.
        """
        try:
            value = CrossOriginOpenerPolicyReportOnly(policy, report_to=report_to)
        except FieldError as error:
            self._refuse_field("Cross-Origin-Opener-Policy-Report-Only", error, 2)
        return self._with_field("Cross-Origin-Opener-Policy-Report-Only", value.encode().decode("latin-1"), 2)

    def cross_origin_resource_policy(self, policy: Literal["same-origin", "same-site", "cross-origin"]) -> Self:
        """Cross-Origin-Resource-Policy: which sites may embed the resource.

        Defined by Fetch, "cross-origin resource policy check".
        """
        try:
            value = CrossOriginResourcePolicy(policy)
        except FieldError as error:
            self._refuse_field("Cross-Origin-Resource-Policy", error, 2)
        return self._with_field("Cross-Origin-Resource-Policy", value.encode().decode("latin-1"), 2)

    def deprecation(self, moment: datetime) -> Self:
        """Deprecation: since when, or from when on, the resource is deprecated.

        Defined by RFC 9745 section 2.
        """
        try:
            value = Deprecation(moment)
        except FieldError as error:
            self._refuse_field("Deprecation", error, 2)
        return self._with_field("Deprecation", value.encode().decode("latin-1"), 2)

    def etag(self, tag: str, *, weak: bool = False) -> Self:
        """ETag: which version of the representation this is.

        Defined by RFC 9110 section 8.8.3.
        """
        try:
            value = ETag(tag, weak=weak)
        except FieldError as error:
            self._refuse_field("ETag", error, 2)
        return self._with_field("ETag", value.encode().decode("latin-1"), 2)

    def expires(self, moment: datetime) -> Self:
        """Expires: when the response becomes stale; Cache-Control max-age overrides it.

        Defined by RFC 9111 section 5.3.
        """
        try:
            value = Expires(moment)
        except FieldError as error:
            self._refuse_field("Expires", error, 2)
        return self._with_field("Expires", value.encode().decode("latin-1"), 2)

    def last_modified(self, moment: datetime) -> Self:
        """Last-Modified: when the representation last changed.

        Defined by RFC 9110 section 8.8.2.
        """
        try:
            value = LastModified(moment)
        except FieldError as error:
            self._refuse_field("Last-Modified", error, 2)
        return self._with_field("Last-Modified", value.encode().decode("latin-1"), 2)

    def link(
        self,
        target: str,
        *,
        rel: str,
        anchor: str | None = None,
        title: str | None = None,
        media_type: str | None = None,
        hreflang: str | None = None,
        media: str | None = None,
        as_: str | None = None,
        crossorigin: Literal["anonymous", "use-credentials"] | None = None,
        fetchpriority: Literal["high", "low", "auto"] | None = None,
        **parameters: str,
    ) -> Self:
        """Link: a typed connection to another resource, which a browser may also fetch ahead.

        Defined by RFC 8288 section 3.
        """
        try:
            value = Link(
                target,
                rel=rel,
                anchor=anchor,
                title=title,
                media_type=media_type,
                hreflang=hreflang,
                media=media,
                as_=as_,
                crossorigin=crossorigin,
                fetchpriority=fetchpriority,
                **parameters,
            )
        except FieldError as error:
            self._refuse_field("Link", error, 2)
        return self._with_field("Link", value.encode().decode("latin-1"), 2)

    def origin_agent_cluster(self, *, requested: bool = True) -> Self:
        """Origin-Agent-Cluster: whether the page asks for a process of its origin's own.

        Defined by HTML section 7.1.2.
        """
        try:
            value = OriginAgentCluster(requested=requested)
        except FieldError as error:
            self._refuse_field("Origin-Agent-Cluster", error, 2)
        return self._with_field("Origin-Agent-Cluster", value.encode().decode("latin-1"), 2)

    def permissions_policy(
        self,
        *,
        accelerometer: Allowlist | None = None,
        ambient_light_sensor: Allowlist | None = None,
        attribution_reporting: Allowlist | None = None,
        autoplay: Allowlist | None = None,
        bluetooth: Allowlist | None = None,
        browsing_topics: Allowlist | None = None,
        camera: Allowlist | None = None,
        captured_surface_control: Allowlist | None = None,
        compute_pressure: Allowlist | None = None,
        cross_origin_isolated: Allowlist | None = None,
        deferred_fetch: Allowlist | None = None,
        deferred_fetch_minimal: Allowlist | None = None,
        display_capture: Allowlist | None = None,
        encrypted_media: Allowlist | None = None,
        fullscreen: Allowlist | None = None,
        gamepad: Allowlist | None = None,
        geolocation: Allowlist | None = None,
        gyroscope: Allowlist | None = None,
        hid: Allowlist | None = None,
        identity_credentials_get: Allowlist | None = None,
        idle_detection: Allowlist | None = None,
        keyboard_map: Allowlist | None = None,
        language_detector: Allowlist | None = None,
        local_fonts: Allowlist | None = None,
        local_network_access: Allowlist | None = None,
        magnetometer: Allowlist | None = None,
        microphone: Allowlist | None = None,
        midi: Allowlist | None = None,
        on_device_speech_recognition: Allowlist | None = None,
        otp_credentials: Allowlist | None = None,
        payment: Allowlist | None = None,
        picture_in_picture: Allowlist | None = None,
        private_state_token_issuance: Allowlist | None = None,
        private_state_token_redemption: Allowlist | None = None,
        publickey_credentials_create: Allowlist | None = None,
        publickey_credentials_get: Allowlist | None = None,
        screen_wake_lock: Allowlist | None = None,
        serial: Allowlist | None = None,
        speaker_selection: Allowlist | None = None,
        storage_access: Allowlist | None = None,
        summarizer: Allowlist | None = None,
        sync_xhr: Allowlist | None = None,
        translator: Allowlist | None = None,
        unload: Allowlist | None = None,
        usb: Allowlist | None = None,
        web_share: Allowlist | None = None,
        window_management: Allowlist | None = None,
        xr_spatial_tracking: Allowlist | None = None,
        others: Mapping[str, Allowlist] | None = None,
    ) -> Self:
        """Permissions-Policy: which origins may use which features of the browser here.

        Defined by Permissions Policy section 5.2.
        """
        try:
            value = PermissionsPolicy(
                accelerometer=accelerometer,
                ambient_light_sensor=ambient_light_sensor,
                attribution_reporting=attribution_reporting,
                autoplay=autoplay,
                bluetooth=bluetooth,
                browsing_topics=browsing_topics,
                camera=camera,
                captured_surface_control=captured_surface_control,
                compute_pressure=compute_pressure,
                cross_origin_isolated=cross_origin_isolated,
                deferred_fetch=deferred_fetch,
                deferred_fetch_minimal=deferred_fetch_minimal,
                display_capture=display_capture,
                encrypted_media=encrypted_media,
                fullscreen=fullscreen,
                gamepad=gamepad,
                geolocation=geolocation,
                gyroscope=gyroscope,
                hid=hid,
                identity_credentials_get=identity_credentials_get,
                idle_detection=idle_detection,
                keyboard_map=keyboard_map,
                language_detector=language_detector,
                local_fonts=local_fonts,
                local_network_access=local_network_access,
                magnetometer=magnetometer,
                microphone=microphone,
                midi=midi,
                on_device_speech_recognition=on_device_speech_recognition,
                otp_credentials=otp_credentials,
                payment=payment,
                picture_in_picture=picture_in_picture,
                private_state_token_issuance=private_state_token_issuance,
                private_state_token_redemption=private_state_token_redemption,
                publickey_credentials_create=publickey_credentials_create,
                publickey_credentials_get=publickey_credentials_get,
                screen_wake_lock=screen_wake_lock,
                serial=serial,
                speaker_selection=speaker_selection,
                storage_access=storage_access,
                summarizer=summarizer,
                sync_xhr=sync_xhr,
                translator=translator,
                unload=unload,
                usb=usb,
                web_share=web_share,
                window_management=window_management,
                xr_spatial_tracking=xr_spatial_tracking,
                others=others,
            )
        except FieldError as error:
            self._refuse_field("Permissions-Policy", error, 2)
        return self._with_field("Permissions-Policy", value.encode().decode("latin-1"), 2)

    def priority(
        self, *, urgency: Literal[0, 1, 2, 3, 4, 5, 6, 7] | None = None, incremental: bool | None = None
    ) -> Self:
        """Priority: how urgent the response is beside others on its connection.

        Defined by RFC 9218 section 4.
        """
        try:
            value = Priority(urgency=urgency, incremental=incremental)
        except FieldError as error:
            self._refuse_field("Priority", error, 2)
        return self._with_field("Priority", value.encode().decode("latin-1"), 2)

    def ratelimit(
        self, policy: str, *, remaining: int, reset: int | timedelta | None = None, partition_key: bytes | None = None
    ) -> Self:
        """RateLimit: how much of a quota is left, and until when.

        Defined by draft-ietf-httpapi-ratelimit-headers section 4.
        """
        try:
            value = RateLimit(policy, remaining=remaining, reset=reset, partition_key=partition_key)
        except FieldError as error:
            self._refuse_field("RateLimit", error, 2)
        return self._with_field("RateLimit", value.encode().decode("latin-1"), 2)

    def ratelimit_policy(
        self,
        policy: str,
        *,
        quota: int,
        window: int | timedelta | None = None,
        unit: str | None = None,
        partition_key: bytes | None = None,
    ) -> Self:
        """RateLimit-Policy: what a client may ask for, and in what time.

        Defined by draft-ietf-httpapi-ratelimit-headers section 3.
        """
        try:
            value = RateLimitPolicy(policy, quota=quota, window=window, unit=unit, partition_key=partition_key)
        except FieldError as error:
            self._refuse_field("RateLimit-Policy", error, 2)
        return self._with_field("RateLimit-Policy", value.encode().decode("latin-1"), 2)

    def referrer_policy(self, *policies: ReferrerPolicyToken) -> Self:
        """Referrer-Policy: how much of its address a page tells to others.

        Defined by Referrer Policy section 4.1.
        """
        try:
            value = ReferrerPolicy(*policies)
        except FieldError as error:
            self._refuse_field("Referrer-Policy", error, 2)
        return self._with_field("Referrer-Policy", value.encode().decode("latin-1"), 2)

    def reporting_endpoints(self, **endpoints: str) -> Self:
        """Reporting-Endpoints: where a browser sends its reports.

        Defined by Reporting API section 3.3.
        """
        try:
            value = ReportingEndpoints(**endpoints)
        except FieldError as error:
            self._refuse_field("Reporting-Endpoints", error, 2)
        return self._with_field("Reporting-Endpoints", value.encode().decode("latin-1"), 2)

    def repr_digest(self, *, sha_256: bytes | None = None, sha_512: bytes | None = None) -> Self:
        """Repr-Digest: hashes of the whole representation, of which the content may be a part.

        Defined by RFC 9530 section 3.
        """
        try:
            value = ReprDigest(sha_256=sha_256, sha_512=sha_512)
        except FieldError as error:
            self._refuse_field("Repr-Digest", error, 2)
        return self._with_field("Repr-Digest", value.encode().decode("latin-1"), 2)

    def retry_after(self, delay: int | timedelta | datetime) -> Self:
        """Retry-After: when to ask again.

        Defined by RFC 9110 section 10.2.3.
        """
        try:
            value = RetryAfter(delay)
        except FieldError as error:
            self._refuse_field("Retry-After", error, 2)
        return self._with_field("Retry-After", value.encode().decode("latin-1"), 2)

    def server_timing(self, name: str, *, duration: timedelta | None = None, description: str | None = None) -> Self:
        """Server-Timing: how long a part of the work took, for developer tools and the page.

        Defined by Server Timing section 3.1.
        """
        try:
            value = ServerTiming(name, duration=duration, description=description)
        except FieldError as error:
            self._refuse_field("Server-Timing", error, 2)
        return self._with_field("Server-Timing", value.encode().decode("latin-1"), 2)

    def strict_transport_security(
        self,
        max_age: int | timedelta,
        *,
        include_subdomains: bool,
        preload: bool = False,
        extensions: tuple[str, ...] = (),
    ) -> Self:
        """Strict-Transport-Security: for how long a browser asks this host over HTTPS only.

        Defined by RFC 6797 section 6.1.
        """
        try:
            value = StrictTransportSecurity(
                max_age, include_subdomains=include_subdomains, preload=preload, extensions=extensions
            )
        except FieldError as error:
            self._refuse_field("Strict-Transport-Security", error, 2)
        return self._with_field("Strict-Transport-Security", value.encode().decode("latin-1"), 2)

    def sunset(self, moment: datetime) -> Self:
        """Sunset: when the resource is expected to become unresponsive.

        Defined by RFC 8594 section 3.
        """
        try:
            value = Sunset(moment)
        except FieldError as error:
            self._refuse_field("Sunset", error, 2)
        return self._with_field("Sunset", value.encode().decode("latin-1"), 2)

    def timing_allow_origin(self, *origins: str) -> Self:
        """Timing-Allow-Origin: the origins whose pages may see how long the response took.

        Defined by Resource Timing section 4.5.1.
        """
        try:
            value = TimingAllowOrigin(*origins)
        except FieldError as error:
            self._refuse_field("Timing-Allow-Origin", error, 2)
        return self._with_field("Timing-Allow-Origin", value.encode().decode("latin-1"), 2)

    def vary(self, *field_names: str) -> Self:
        """Vary: the request fields that the response was chosen by.

        Defined by RFC 9110 section 12.5.5.
        """
        try:
            value = Vary(*field_names)
        except FieldError as error:
            self._refuse_field("Vary", error, 2)
        return self._with_field("Vary", value.encode().decode("latin-1"), 2)

    def x_content_type_options(self, option: Literal["nosniff"] = "nosniff") -> Self:
        """X-Content-Type-Options: whether a browser may guess another media type.

        Defined by Fetch, "determine nosniff".
        """
        try:
            value = XContentTypeOptions(option)
        except FieldError as error:
            self._refuse_field("X-Content-Type-Options", error, 2)
        return self._with_field("X-Content-Type-Options", value.encode().decode("latin-1"), 2)

    def x_frame_options(self, ancestors: Literal["DENY", "SAMEORIGIN"]) -> Self:
        """X-Frame-Options: who may show the page in a frame.

        Defined by HTML section 7.6.
        """
        try:
            value = XFrameOptions(ancestors)
        except FieldError as error:
            self._refuse_field("X-Frame-Options", error, 2)
        return self._with_field("X-Frame-Options", value.encode().decode("latin-1"), 2)


class ObligedFieldSteps(FieldSteps):
    """The steps of the fields that a status may oblige a response to have."""

    __slots__ = ()

    def _allowing(self, codes: tuple[str, ...], because: str, depth: int) -> Self:
        """A draft with these findings accepted; `depth` as in `_with_field`."""
        raise NotImplementedError

    def allow(self, *values: str, because: str | None = None) -> Self:
        """Allow: the methods that the resource supports.

        Defined by RFC 9110 section 10.2.1. With `because`, the values are codes of findings that are accepted for that
        reason.
        """
        if because is not None:
            return self._allowing(values, because, 2)
        try:
            value = Allow(*values)
        except FieldError as error:
            self._refuse_field("Allow", error, 2)
        return self._with_field("Allow", value.encode().decode("latin-1"), 2)

    def content_range(self, value: ContentRange | str) -> Self:
        """Content-Range: which part of the representation this is.

        Defined by RFC 9110 section 14.4.
        """
        try:
            value = convert(ContentRange, value)
        except FieldError as error:
            self._refuse_field("Content-Range", error, 2)
        return self._with_field("Content-Range", value.encode().decode("latin-1"), 2)

    def location(self, target: Location | str) -> Self:
        """Location: where to go next, or where the new resource is.

        Defined by RFC 9110 section 10.2.2. Text with placeholders in braces, `/users/{user_id}`, is a template: params
        fill them.
        """
        if is_template(target):
            return self._with_template("Location", target, 2)
        try:
            value = convert(Location, target)
        except FieldError as error:
            self._refuse_field("Location", error, 2)
        return self._with_field("Location", value.encode().decode("latin-1"), 2)

    def www_authenticate(self, challenge: Challenge | str) -> Self:
        """WWW-Authenticate: how to ask again with credentials.

        Defined by RFC 9110 section 11.6.1. Each call adds a line.
        """
        try:
            value = convert(Challenge, challenge)
        except FieldError as error:
            self._refuse_field("WWW-Authenticate", error, 2)
        return self._with_field("WWW-Authenticate", value.encode().decode("latin-1"), 2)
