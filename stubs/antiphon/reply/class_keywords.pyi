# Written by `nox -s generate` from src; do not edit.
"""The keywords of class statements of replies: a misspelt one is a type error."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from antiphon.builder.steps import Fragment
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
from antiphon.headers.clear_site_data import ClearSiteData
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
from antiphon.headers.permissions_policy import PermissionsPolicy
from antiphon.headers.priority import Priority
from antiphon.headers.ratelimit import RateLimit
from antiphon.headers.ratelimit_policy import RateLimitPolicy
from antiphon.headers.referrer_policy import ReferrerPolicy
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
from antiphon.http.status import BodilessStatus, RedirectStatus, ReplyStatus
from antiphon.reply.declare import ReplyRoot
from antiphon.runtime.content.validation import Validate
from antiphon.spec import SiteSpec

class BodyReply(ReplyRoot):
    """A reply whose status may carry content."""

    def __init_subclass__(
        cls,
        *,
        status: ReplyStatus | None = None,
        media_type: str | None = None,
        validate: Validate | None = None,
        add: Fragment | tuple[Fragment, ...] = (),
        site: SiteSpec | None = None,
        accepted_findings: Mapping[str, str] | None = None,
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
    ) -> None: ...

class BodilessReply(ReplyRoot):
    """A reply whose status carries no content."""

    def __init_subclass__(
        cls,
        *,
        status: BodilessStatus | None = None,
        add: Fragment | tuple[Fragment, ...] = (),
        site: SiteSpec | None = None,
        accepted_findings: Mapping[str, str] | None = None,
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
    ) -> None: ...

class RedirectReply(ReplyRoot):
    """A reply that leads elsewhere."""

    def __init_subclass__(
        cls,
        *,
        status: RedirectStatus | None = None,
        add: Fragment | tuple[Fragment, ...] = (),
        site: SiteSpec | None = None,
        accepted_findings: Mapping[str, str] | None = None,
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
        location: None = None,
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
    ) -> None: ...

class CreatedReply(ReplyRoot):
    """A reply with the status 201."""

    def __init_subclass__(
        cls,
        *,
        media_type: str | None = None,
        validate: Validate | None = None,
        add: Fragment | tuple[Fragment, ...] = (),
        site: SiteSpec | None = None,
        accepted_findings: Mapping[str, str] | None = None,
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
        location: None = None,
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
    ) -> None: ...

class UnauthorizedReply(ReplyRoot):
    """A reply with the status 401."""

    def __init_subclass__(
        cls,
        *,
        media_type: str | None = None,
        validate: Validate | None = None,
        add: Fragment | tuple[Fragment, ...] = (),
        site: SiteSpec | None = None,
        accepted_findings: Mapping[str, str] | None = None,
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
        www_authenticate: None = None,
        x_content_type_options: XContentTypeOptions | str | None = None,
        x_frame_options: XFrameOptions | str | None = None,
    ) -> None: ...

class MethodNotAllowedReply(ReplyRoot):
    """A reply with the status 405."""

    def __init_subclass__(
        cls,
        *,
        media_type: str | None = None,
        validate: Validate | None = None,
        add: Fragment | tuple[Fragment, ...] = (),
        site: SiteSpec | None = None,
        accepted_findings: Mapping[str, str] | None = None,
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
        allow: None = None,
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
    ) -> None: ...

class PartialContentReply(ReplyRoot):
    """A reply with the status 206."""

    def __init_subclass__(
        cls,
        *,
        media_type: str | None = None,
        validate: Validate | None = None,
        add: Fragment | tuple[Fragment, ...] = (),
        site: SiteSpec | None = None,
        accepted_findings: Mapping[str, str] | None = None,
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
        content_range: None = None,
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
    ) -> None: ...
