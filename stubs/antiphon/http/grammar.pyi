# Written by `nox -s generate` from src; do not edit.
"""ABNF productions as patterns, each under its section; and the octet tables of the hot path.

Every pattern is meant for `fullmatch`. All of them are ASCII-only.
"""

import re

TCHAR: str
TOKEN: re.Pattern[str]
CONTROL: re.Pattern[str]
FIELD_CONTROL: re.Pattern[str]
QUOTED_STRING: re.Pattern[str]
QUOTED: str
COOKIE_OCTET: str
COOKIE_VALUE: re.Pattern[str]
AV_OCTETS: re.Pattern[str]
DIGITS: re.Pattern[str]
LDH_LABEL: str
HOST_NAME: re.Pattern[str]
IPV4: re.Pattern[str]
PCHAR: str
URI: re.Pattern[str]
RELATIVE_REFERENCE: re.Pattern[str]
PARAMETER: str
MEDIA_TYPE: re.Pattern[str]
ENTITY_TAG: re.Pattern[str]
ORIGIN: re.Pattern[str]
COOKIE_OCTETS: bytes
FIELD_OCTETS: bytes
PATH_OCTETS: bytes
