# Written by `nox -s generate`; do not edit.
"""The steps of a draft that add one typed field each, and the one that takes any of them by keyword."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal, Self

from antiphon.builder.typed_fields import TypedFields
from antiphon.diagnostics.call_site import caller
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
from antiphon.headers.last_modified import LastModified
from antiphon.headers.link import Link
from antiphon.headers.location import Location
from antiphon.headers.origin_agent_cluster import OriginAgentCluster
from antiphon.headers.permissions_policy import Allowlist, PermissionsPolicy
from antiphon.headers.priority import Priority
from antiphon.headers.ratelimit import RateLimit
from antiphon.headers.ratelimit_policy import RateLimitPolicy
from antiphon.headers.referrer_policy import ReferrerPolicy, ReferrerPolicyToken
from antiphon.headers.refresh import Refresh
from antiphon.headers.reporting_endpoints import ReportingEndpoints
from antiphon.headers.repr_digest import ReprDigest
from antiphon.headers.retry_after import RetryAfter
from antiphon.headers.server_timing import ServerTiming
from antiphon.headers.strict_transport_security import StrictTransportSecurity
from antiphon.headers.sunset import Sunset
from antiphon.headers.timing_allow_origin import TimingAllowOrigin
from antiphon.headers.vary import Vary
from antiphon.headers.www_authenticate import Challenge
from antiphon.headers.x_content_type_options import XContentTypeOptions
from antiphon.headers.x_frame_options import XFrameOptions


class FieldSteps(TypedFields):
    """A step for every typed field but those that a status may oblige a response to have."""

    __slots__ = ()

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
        refresh: Refresh | str | None = None,
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
        return self._fields(locals(), caller())

    def accept_ch(self, *hints: str) -> Self:
        """Accept-CH (RFC 8942 section 3.1): the client hints that this origin asks for."""
        return self._field(AcceptCH, caller(), *hints)

    def accept_patch(self, *media_types: str) -> Self:
        """Accept-Patch (RFC 5789 section 3.1): the media types of patches that the resource takes."""
        return self._field(AcceptPatch, caller(), *media_types)

    def accept_post(self, *media_types: str) -> Self:
        """Accept-Post (Linked Data Platform section 7.1): the media types that the resource takes by POST."""
        return self._field(AcceptPost, caller(), *media_types)

    def accept_ranges(self, *units: str) -> Self:
        """Accept-Ranges (RFC 9110 section 14.3): the units in which parts of the resource may be asked for."""
        return self._field(AcceptRanges, caller(), *units)

    def access_control_allow_credentials(self, allowed: Literal["true"] = "true") -> Self:
        """Access-Control-Allow-Credentials: whether answers to requests with cookies may be read.

        Defined by Fetch, "CORS check".
        """
        return self._field(AccessControlAllowCredentials, caller(), allowed)

    def access_control_allow_headers(self, *field_names: str) -> Self:
        """Access-Control-Allow-Headers (Fetch, "CORS protocol"): the request fields that another origin may set."""
        return self._field(AccessControlAllowHeaders, caller(), *field_names)

    def access_control_allow_methods(self, *methods: str) -> Self:
        """Access-Control-Allow-Methods (Fetch, "CORS protocol"): the methods that another origin may use."""
        return self._field(AccessControlAllowMethods, caller(), *methods)

    def access_control_allow_origin(self, origin: str) -> Self:
        """Access-Control-Allow-Origin (Fetch, "CORS check"): the origin whose pages may read the response."""
        return self._field(AccessControlAllowOrigin, caller(), origin)

    def access_control_expose_headers(self, *field_names: str) -> Self:
        """Access-Control-Expose-Headers (Fetch, "CORS protocol"): the response fields that another origin may read."""
        return self._field(AccessControlExposeHeaders, caller(), *field_names)

    def access_control_max_age(self, seconds: int | timedelta) -> Self:
        """Access-Control-Max-Age (Fetch, "CORS protocol"): how long a browser may remember a preflight answer."""
        return self._field(AccessControlMaxAge, caller(), seconds)

    def age(self, seconds: int | timedelta) -> Self:
        """Age (RFC 9111 section 5.1): how long ago the origin made or checked the response; caches send it."""
        return self._field(Age, caller(), seconds)

    def alt_svc(
        self, protocol: str, authority: str, *, max_age: int | timedelta | None = None, persist: bool = False
    ) -> Self:
        """Alt-Svc (RFC 7838 section 3): other hosts and protocols that serve this origin."""
        return self._field(AltSvc, caller(), protocol, authority, max_age=max_age, persist=persist)

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
        """Cache-Control (RFC 9111 section 5.2.2): who may keep the response, and for how long."""
        return self._field(
            CacheControl,
            caller(),
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
        return self._field(
            CDNCacheControl,
            caller(),
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

    def clear_site_data(self, *kinds: SiteData) -> Self:
        """Clear-Site-Data (Clear Site Data section 3.1): what a browser forgets of this origin."""
        return self._field(ClearSiteData, caller(), *kinds)

    def content_digest(self, *, sha_256: bytes | None = None, sha_512: bytes | None = None) -> Self:
        """Content-Digest (RFC 9530 section 2): hashes of the content as it is sent."""
        return self._field(ContentDigest, caller(), sha_256=sha_256, sha_512=sha_512)

    def content_disposition(
        self,
        disposition: Literal["attachment", "inline"],
        *,
        filename: str | None = None,
        fallback: str | None = None,
        extensions: tuple[str, ...] = (),
    ) -> Self:
        """Content-Disposition (RFC 6266): whether the content is shown or saved, and under which file name."""
        return self._field(
            ContentDisposition, caller(), disposition, filename=filename, fallback=fallback, extensions=extensions
        )

    def content_encoding(self, *codings: str) -> Self:
        """Content-Encoding (RFC 9110 section 8.4): the codings that were applied to the content, in their order."""
        return self._field(ContentEncoding, caller(), *codings)

    def content_language(self, *languages: str) -> Self:
        """Content-Language (RFC 9110 section 8.5): the languages of the audience that the content is meant for."""
        return self._field(ContentLanguage, caller(), *languages)

    def content_location(self, target: str) -> Self:
        """Content-Location (RFC 9110 section 8.7): the address of the very representation that is enclosed.

        Text with placeholders in braces, `/users/{user_id}`, is a template: params fill them.
        """
        return self._field(ContentLocation, caller(), target)

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
        """Content-Security-Policy (CSP3 section 3.1): what a page may load, run, embed and be embedded by."""
        return self._field(
            ContentSecurityPolicy,
            caller(),
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
        """Content-Security-Policy-Report-Only (CSP3 section 3.2): a policy that is reported on and not enforced."""
        return self._field(
            ContentSecurityPolicyReportOnly,
            caller(),
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

    def critical_ch(self, *hints: str) -> Self:
        """Critical-CH (Client Hints Reliability section 3): the hints without which a browser asks again."""
        return self._field(CriticalCH, caller(), *hints)

    def cross_origin_embedder_policy(
        self, policy: Literal["require-corp", "credentialless", "unsafe-none"], *, report_to: str | None = None
    ) -> Self:
        """Cross-Origin-Embedder-Policy: whether the page embeds only what agrees to be embedded.

        Defined by HTML section 7.1.4.
        """
        return self._field(CrossOriginEmbedderPolicy, caller(), policy, report_to=report_to)

    def cross_origin_embedder_policy_report_only(
        self, policy: Literal["require-corp", "credentialless", "unsafe-none"], *, report_to: str | None = None
    ) -> Self:
        """Cross-Origin-Embedder-Policy-Report-Only: a policy that is reported on and not enforced.

        Defined by HTML section 7.1.4.
        """
        return self._field(CrossOriginEmbedderPolicyReportOnly, caller(), policy, report_to=report_to)

    def cross_origin_opener_policy(
        self,
        policy: Literal["same-origin", "same-origin-allow-popups", "noopener-allow-popups", "unsafe-none"],
        *,
        report_to: str | None = None,
    ) -> Self:
        """Cross-Origin-Opener-Policy: whether other origins share a window group with this page.

        Defined by HTML section 7.1.3.
        """
        return self._field(CrossOriginOpenerPolicy, caller(), policy, report_to=report_to)

    def cross_origin_opener_policy_report_only(
        self,
        policy: Literal["same-origin", "same-origin-allow-popups", "noopener-allow-popups", "unsafe-none"],
        *,
        report_to: str | None = None,
    ) -> Self:
        """Cross-Origin-Opener-Policy-Report-Only: a policy that is reported on and not enforced.

        Defined by HTML section 7.1.3.
        """
        return self._field(CrossOriginOpenerPolicyReportOnly, caller(), policy, report_to=report_to)

    def cross_origin_resource_policy(self, policy: Literal["same-origin", "same-site", "cross-origin"]) -> Self:
        """Cross-Origin-Resource-Policy: which sites may embed the resource.

        Defined by Fetch, "cross-origin resource policy check".
        """
        return self._field(CrossOriginResourcePolicy, caller(), policy)

    def deprecation(self, moment: datetime) -> Self:
        """Deprecation (RFC 9745 section 2): since when, or from when on, the resource is deprecated."""
        return self._field(Deprecation, caller(), moment)

    def etag(self, tag: str, *, weak: bool = False) -> Self:
        """ETag (RFC 9110 section 8.8.3): which version of the representation this is."""
        return self._field(ETag, caller(), tag, weak=weak)

    def expires(self, moment: datetime) -> Self:
        """Expires (RFC 9111 section 5.3): when the response becomes stale; Cache-Control max-age overrides it."""
        return self._field(Expires, caller(), moment)

    def last_modified(self, moment: datetime) -> Self:
        """Last-Modified (RFC 9110 section 8.8.2): when the representation last changed."""
        return self._field(LastModified, caller(), moment)

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
        """Link (RFC 8288 section 3): a typed connection to another resource, which a browser may also fetch ahead."""
        return self._field(
            Link,
            caller(),
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

    def origin_agent_cluster(self, *, requested: bool = True) -> Self:
        """Origin-Agent-Cluster (HTML section 7.1.2): whether the page asks for a process of its origin's own."""
        return self._field(OriginAgentCluster, caller(), requested=requested)

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
        return self._field(
            PermissionsPolicy,
            caller(),
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

    def priority(
        self, *, urgency: Literal[0, 1, 2, 3, 4, 5, 6, 7] | None = None, incremental: bool | None = None
    ) -> Self:
        """Priority (RFC 9218 section 4): how urgent the response is beside others on its connection."""
        return self._field(Priority, caller(), urgency=urgency, incremental=incremental)

    def ratelimit(
        self, policy: str, *, remaining: int, reset: int | timedelta | None = None, partition_key: bytes | None = None
    ) -> Self:
        """RateLimit (draft-ietf-httpapi-ratelimit-headers section 4): how much of a quota is left, and until when."""
        return self._field(RateLimit, caller(), policy, remaining=remaining, reset=reset, partition_key=partition_key)

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
        return self._field(
            RateLimitPolicy, caller(), policy, quota=quota, window=window, unit=unit, partition_key=partition_key
        )

    def referrer_policy(self, *policies: ReferrerPolicyToken) -> Self:
        """Referrer-Policy (Referrer Policy section 4.1): how much of its address a page sends to other sites."""
        return self._field(ReferrerPolicy, caller(), *policies)

    def refresh(self, seconds: int | timedelta, *, url: str | None = None) -> Self:
        """Refresh: the browser asks again, or goes elsewhere, after some seconds.

        Defined by HTML, shared declarative refresh steps.
        """
        return self._field(Refresh, caller(), seconds, url=url)

    def reporting_endpoints(self, **endpoints: str) -> Self:
        """Reporting-Endpoints (Reporting API section 3.3): where a browser sends its reports."""
        return self._field(ReportingEndpoints, caller(), **endpoints)

    def repr_digest(self, *, sha_256: bytes | None = None, sha_512: bytes | None = None) -> Self:
        """Repr-Digest (RFC 9530 section 3): hashes of the whole representation, of which the content may be a part."""
        return self._field(ReprDigest, caller(), sha_256=sha_256, sha_512=sha_512)

    def retry_after(self, delay: int | timedelta | datetime) -> Self:
        """Retry-After (RFC 9110 section 10.2.3): when to ask again."""
        return self._field(RetryAfter, caller(), delay)

    def server_timing(self, name: str, *, duration: timedelta | None = None, description: str | None = None) -> Self:
        """Server-Timing: how long a part of the work took, for developer tools and the page.

        Defined by Server Timing section 3.1.
        """
        return self._field(ServerTiming, caller(), name, duration=duration, description=description)

    def strict_transport_security(
        self,
        max_age: int | timedelta,
        *,
        include_subdomains: bool,
        preload: bool = False,
        extensions: tuple[str, ...] = (),
    ) -> Self:
        """Strict-Transport-Security (RFC 6797 section 6.1): for how long a browser asks this host over HTTPS only."""
        return self._field(
            StrictTransportSecurity,
            caller(),
            max_age,
            include_subdomains=include_subdomains,
            preload=preload,
            extensions=extensions,
        )

    def sunset(self, moment: datetime) -> Self:
        """Sunset (RFC 8594 section 3): when the resource is expected to become unresponsive."""
        return self._field(Sunset, caller(), moment)

    def timing_allow_origin(self, *origins: str) -> Self:
        """Timing-Allow-Origin: the origins whose pages may see how long the response took.

        Defined by Resource Timing section 4.5.1.
        """
        return self._field(TimingAllowOrigin, caller(), *origins)

    def vary(self, *field_names: str) -> Self:
        """Vary (RFC 9110 section 12.5.5): the request fields that the response was chosen by."""
        return self._field(Vary, caller(), *field_names)

    def x_content_type_options(self, option: Literal["nosniff"] = "nosniff") -> Self:
        """X-Content-Type-Options (Fetch, "determine nosniff"): whether a browser may guess another media type."""
        return self._field(XContentTypeOptions, caller(), option)

    def x_frame_options(self, ancestors: Literal["DENY", "SAMEORIGIN"]) -> Self:
        """X-Frame-Options (HTML section 7.6): who may show the page in a frame."""
        return self._field(XFrameOptions, caller(), ancestors)


class ObligedFieldSteps(FieldSteps):
    """The steps of the fields that a status may oblige a response to have."""

    __slots__ = ()

    def allow(self, *methods: str) -> Self:
        """Allow (RFC 9110 section 10.2.1): the methods that the resource supports.

        A finding is accepted with `accept_finding`.
        """
        return self._field(Allow, caller(), *methods)

    def content_range(self, value: ContentRange | str) -> Self:
        """Content-Range (RFC 9110 section 14.4): which part of the representation this is."""
        return self._converted(ContentRange, caller(), value)

    def location(self, target: Location | str) -> Self:
        """Location (RFC 9110 section 10.2.2): where to go next, or where the new resource is.

        Text with placeholders in braces, `/users/{user_id}`, is a template: params fill them.
        """
        return self._converted(Location, caller(), target)

    def www_authenticate(self, challenge: Challenge | str) -> Self:
        """WWW-Authenticate (RFC 9110 section 11.6.1): how to ask again with credentials.

        Each call adds a line.
        """
        return self._converted(Challenge, caller(), challenge)
