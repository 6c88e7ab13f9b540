"""A response, declared once: checked at build time, typed at the call, rendered in microseconds.

Written by `nox -s generate`; do not edit.
"""

from antiphon.builder import (
    BodilessDraft,
    Draft,
    Fragment,
    RedirectDraft,
    ResponseDraft,
    fragment,
    method_not_allowed,
    no_content,
    redirect,
    respond,
    respond_unregistered,
    unauthorized,
)
from antiphon.builder.cookie_specifiers import cookie, host_cookie, insecure_cookie
from antiphon.builder.params import Params, header, placeholder
from antiphon.captures.check import check_wire
from antiphon.captures.error import WireError
from antiphon.captures.proxied import ProxiedResponse, end_to_end_fields
from antiphon.compiler.compiled import Compiled, Constant, HasSpec
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.errors import ParamError, PluginError, SpecError
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
from antiphon.headers.content_type import ContentType
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
from antiphon.http.preconditions import precondition_outcome
from antiphon.reply import (
    Bodiless,
    BytesReply,
    Created,
    EventReply,
    FileReply,
    HTMLReply,
    JSONLinesReply,
    MethodNotAllowed,
    PartialContent,
    Redirect,
    Reply,
    StreamReply,
    TextReply,
    TextStreamReply,
    Unauthorized,
    fixed,
)
from antiphon.reply.families import FamilyReply
from antiphon.reply.not_modified import early_answer, not_modified
from antiphon.reply.operation import raises, returns
from antiphon.reply.problem_types import ProblemReply, problem_types
from antiphon.reply.raisable import Raisable, Raised
from antiphon.responses.conditional import Conditional, NotModified, PreconditionFailed, answer, precondition_failed
from antiphon.responses.lines import async_lines, lines
from antiphon.rules.check import check
from antiphon.runtime.content.problem import Problem
from antiphon.runtime.content.types import JSONContent, NoContent
from antiphon.runtime.cookie_codecs.codec import CookieCodec
from antiphon.runtime.cookie_codecs.json import JSONCookie
from antiphon.runtime.cookie_codecs.signed import SignedCookie
from antiphon.runtime.cookie_codecs.text import base64url, percent
from antiphon.runtime.cookie_value import CookieValue
from antiphon.runtime.events.event import Comment, Event, TextEvent
from antiphon.runtime.events.last_event_id import last_event_id
from antiphon.spec import CookieSpec, HeaderSpec, ResponseSpec, SiteSpec

__all__ = [
    "AcceptCH",
    "AcceptPatch",
    "AcceptPost",
    "AcceptRanges",
    "AccessControlAllowCredentials",
    "AccessControlAllowHeaders",
    "AccessControlAllowMethods",
    "AccessControlAllowOrigin",
    "AccessControlExposeHeaders",
    "AccessControlMaxAge",
    "Age",
    "Allow",
    "AltSvc",
    "Bodiless",
    "BodilessDraft",
    "BytesReply",
    "CDNCacheControl",
    "CacheControl",
    "Challenge",
    "ClearSiteData",
    "Comment",
    "Compiled",
    "Conditional",
    "Constant",
    "ContentDigest",
    "ContentDisposition",
    "ContentEncoding",
    "ContentLanguage",
    "ContentLocation",
    "ContentRange",
    "ContentSecurityPolicy",
    "ContentSecurityPolicyReportOnly",
    "ContentType",
    "CookieCodec",
    "CookieSpec",
    "CookieValue",
    "Created",
    "CriticalCH",
    "CrossOriginEmbedderPolicy",
    "CrossOriginEmbedderPolicyReportOnly",
    "CrossOriginOpenerPolicy",
    "CrossOriginOpenerPolicyReportOnly",
    "CrossOriginResourcePolicy",
    "Deprecation",
    "Diagnostic",
    "Draft",
    "ETag",
    "Event",
    "EventReply",
    "Expires",
    "FamilyReply",
    "FileReply",
    "Fragment",
    "HTMLReply",
    "HasSpec",
    "HeaderSpec",
    "JSONContent",
    "JSONCookie",
    "JSONLinesReply",
    "LastModified",
    "Link",
    "Location",
    "MethodNotAllowed",
    "NoContent",
    "NotModified",
    "OriginAgentCluster",
    "ParamError",
    "Params",
    "PartialContent",
    "PermissionsPolicy",
    "PluginError",
    "PreconditionFailed",
    "Priority",
    "Problem",
    "ProblemReply",
    "ProxiedResponse",
    "Raisable",
    "Raised",
    "RateLimit",
    "RateLimitPolicy",
    "Redirect",
    "RedirectDraft",
    "ReferrerPolicy",
    "Refresh",
    "Reply",
    "ReportingEndpoints",
    "ReprDigest",
    "ResponseDraft",
    "ResponseSpec",
    "RetryAfter",
    "ServerTiming",
    "SignedCookie",
    "SiteSpec",
    "SpecError",
    "StreamReply",
    "StrictTransportSecurity",
    "Sunset",
    "TextEvent",
    "TextReply",
    "TextStreamReply",
    "TimingAllowOrigin",
    "Unauthorized",
    "Vary",
    "WireError",
    "XContentTypeOptions",
    "XFrameOptions",
    "answer",
    "async_lines",
    "base64url",
    "check",
    "check_wire",
    "cookie",
    "early_answer",
    "end_to_end_fields",
    "fixed",
    "fragment",
    "header",
    "host_cookie",
    "insecure_cookie",
    "last_event_id",
    "lines",
    "method_not_allowed",
    "no_content",
    "not_modified",
    "percent",
    "placeholder",
    "precondition_failed",
    "precondition_outcome",
    "problem_types",
    "raises",
    "redirect",
    "respond",
    "respond_unregistered",
    "returns",
    "unauthorized",
]
