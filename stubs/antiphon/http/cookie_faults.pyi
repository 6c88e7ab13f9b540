# Written by `nox -s generate` from src; do not edit.
"""What one cookie can have against it by itself, each as a sentence without the cookie's value, or None.

Section numbers are those of draft-ietf-httpbis-rfc6265bis-22 unless another document is named.
"""

from antiphon.http.set_cookie import Cookie

def nameless(cookie: Cookie) -> str | None:
    """A name that is empty."""

def name_not_a_token(cookie: Cookie) -> str | None:
    """A name that is not a token."""

def value_not_cookie_octets(cookie: Cookie) -> str | None:
    """A value outside the grammar of cookie-value."""

def control_octet(cookie: Cookie) -> str | None:
    """A control octet in any part."""

def name_and_value_too_long(cookie: Cookie) -> str | None:
    """More octets than browsers keep."""

def attribute_too_long(cookie: Cookie) -> str | None:
    """An attribute whose value browsers ignore for its length."""

def attribute_twice(cookie: Cookie) -> str | None:
    """An attribute that is given a second time."""

def flag_with_value(cookie: Cookie) -> str | None:
    """A value behind Secure, HttpOnly or Partitioned."""

def extension_not_grammatical(cookie: Cookie) -> str | None:
    """A further attribute without a name, or outside av-octets."""

def max_age_not_digits(cookie: Cookie) -> str | None:
    """A Max-Age that is not digits alone; a negative one is `deletion_by_invalid_lifetime`'s."""

def expires_not_a_date(cookie: Cookie) -> str | None:
    """An Expires that is no date, or one that browsers do not read."""

def deletion_by_invalid_lifetime(cookie: Cookie) -> str | None:
    """A lifetime that is meant to delete, and is outside the grammar."""

def domain_not_a_host_name(cookie: Cookie) -> str | None:
    """A Domain that is not a host name."""

def path_not_absolute(cookie: Cookie) -> str | None:
    """A Path that does not begin with a slash."""

def path_never_sent(cookie: Cookie) -> str | None:
    """A Path that no request path equals or lies below."""

def same_site_unknown(cookie: Cookie) -> str | None:
    """A SameSite that no browser knows."""

def same_site_none_without_secure(cookie: Cookie) -> str | None:
    """SameSite=None without Secure."""

def secure_prefix_without_secure(cookie: Cookie) -> str | None:
    """The prefix __Secure- without Secure."""

def host_prefix_unmet(cookie: Cookie) -> str | None:
    """The prefix __Host- or __Host-Http- without Secure and Path=/, or with a Domain."""

def http_prefix_unmet(cookie: Cookie) -> str | None:
    """The prefix __Http- without Secure and HttpOnly."""

def host_http_prefix_unmet(cookie: Cookie) -> str | None:
    """The prefix __Host-Http- without HttpOnly; the rest is `host_prefix_unmet`'s."""

def partitioned_without_secure(cookie: Cookie) -> str | None:
    """Partitioned without Secure."""
