"""Field names that are in use: IANA's HTTP Field Name Registry as of June 2026, and what browsers read beside it."""

from __future__ import annotations

#: Fields that responses carry: IANA's permanent entries, and the last line of its provisional ones, in IANA's spelling.
RESPONSE_FIELDS: tuple[str, ...] = tuple(
    """
    Accept-CH Accept-Encoding Accept-Patch Accept-Post Accept-Query Accept-Ranges Accept-Signature
    Access-Control-Allow-Credentials Access-Control-Allow-Headers Access-Control-Allow-Methods
    Access-Control-Allow-Origin Access-Control-Expose-Headers Access-Control-Max-Age Age Allow Alt-Svc Alternates
    Authentication-Control Authentication-Info Cache-Control Cache-Group-Invalidation Cache-Groups Cache-Status
    Cal-Managed-ID Capsule-Protocol CDN-Cache-Control Clear-Site-Data Connection Content-Digest Content-Disposition
    Content-Encoding Content-Language Content-Length Content-Location Content-Range Content-Security-Policy
    Content-Security-Policy-Report-Only Content-Type Cross-Origin-Embedder-Policy
    Cross-Origin-Embedder-Policy-Report-Only Cross-Origin-Opener-Policy Cross-Origin-Opener-Policy-Report-Only
    Cross-Origin-Resource-Policy DASL Date DAV Delta-Base Deprecation Detached-JWS Dictionary-ID DPoP-Nonce ETag Expires
    Incremental Keep-Alive Last-Modified Link Link-Template Location Lock-Token Memento-Datetime Meter MIME-Version NEL
    OData-EntityId OData-Version Optional-WWW-Authenticate Origin-Agent-Cluster OSLC-Core-Version Preference-Applied
    Priority Proxy-Authenticate Proxy-Authentication-Info Proxy-Status Redirect-Ref Referrer-Policy Refresh Replay-Nonce
    Repr-Digest Retry-After Schedule-Tag Sec-WebSocket-Accept Sec-WebSocket-Extensions Sec-WebSocket-Protocol
    Sec-WebSocket-Version Server Server-Timing Set-Cookie Set-Txn Signature Signature-Input Strict-Transport-Security
    Sunset TCN Trailer Transfer-Encoding Upgrade Use-As-Dictionary Variant-Vary Vary Via Want-Content-Digest
    Want-Repr-Digest WWW-Authenticate
    Permissions-Policy Reporting-Endpoints Timing-Allow-Origin
    """.split()  # noqa: SIM905 - names are read best as words
)

#: Other names that somebody has defined, in lower case: requests' fields, provisional, obsoleted and unregistered ones.
OTHER_FIELDS: frozenset[str] = frozenset(
    """
    a-im accept accept-additions accept-charset accept-datetime accept-features accept-language
    access-control-request-headers access-control-request-method activate-storage-access alpn alt-used
    apply-to-redirect-ref authorization available-dictionary c-ext c-man c-opt c-pep caldav-timezones cdn-loop
    cert-not-after cert-not-before client-cert client-cert-chain close concealed-auth-export content-base content-id
    content-md5 content-script-type content-style-type content-version cookie cookie2 critical-ch data default-style
    depth destination digest document-policy dpop early-data ediint-features expect expect-ct ext feature-policy
    forwarded from getprofile hobareg host http2-settings idempotency-key if if-match if-modified-since if-none-match
    if-range if-schedule-tag-match if-unmodified-since im include-referred-token-binding-id integrity-policy
    integrity-policy-report-only isolation label last-event-id man max-forwards method-check method-check-expires
    negotiate no-vary-search observe-browsing-topics odata-isolation odata-maxversion opt ordering-type origin
    origin-trial oscore overwrite p3p pep pep-info permissions-policy-report-only pics-label ping-from ping-to position
    pragma prefer profileobject protocol protocol-info protocol-query protocol-request proxy-authorization
    proxy-connection proxy-features proxy-instruction public public-key-pins public-key-pins-report-only range
    ratelimit ratelimit-limit ratelimit-policy ratelimit-remaining ratelimit-reset referer referer-root repeatability
    report-to request-id require-document-policy safe schedule-reply sec-fetch-dest sec-fetch-mode sec-fetch-site
    sec-fetch-user sec-gpc sec-purpose sec-token-binding sec-websocket-key security-scheme server-id
    service-worker-allowed service-worker-navigation-preload set-cookie2 set-login setprofile slug soapaction sourcemap
    speculation-rules status status-uri supports-loading-mode surrogate-capability surrogate-control te timeout topic
    traceparent tracestate tracking ttl unencoded-digest urgency uri user-agent version want-digest warning
    """.split()  # noqa: SIM905 - names are read best as words
)
