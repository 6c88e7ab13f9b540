# Written by `nox -s generate` from src; do not edit.
"""The facts about each status code: one row a code, with the RFC section that defines it."""

from http import HTTPStatus
from typing import Literal, NamedTuple, TypeAlias, Union

class Status(NamedTuple):
    """One registered status code.

    `content` says whether a response may carry content. `obliged` names the fields that the status demands:
    without them a recipient cannot act on it. `section` is where the code is defined.
    """

    code: int
    phrase: str
    section: str
    content: bool = True
    obliged: tuple[str, ...] = ()

STATUSES: dict[int, Status]
REDIRECTS: frozenset[int]
WITHOUT_LENGTH: frozenset[int]
UNCOUNTED: frozenset[int]

def statuses_that_oblige(field_name: str) -> frozenset[int]:
    """The statuses that demand a field, without which a recipient cannot act on them."""

def phrase(code: int) -> str:
    """The reason phrase of a registered code; empty for any other."""

def may_carry_content(code: int) -> bool:
    """Whether a response of this status may have content (RFC 9110 sections 6.4.1, 15.2, 15.3.5-6 and 15.4.5)."""

RedirectStatus: TypeAlias = Union[
    Literal[301],
    Literal[302],
    Literal[303],
    Literal[307],
    Literal[308],
    Literal[HTTPStatus.MOVED_PERMANENTLY],
    Literal[HTTPStatus.FOUND],
    Literal[HTTPStatus.SEE_OTHER],
    Literal[HTTPStatus.TEMPORARY_REDIRECT],
    Literal[HTTPStatus.PERMANENT_REDIRECT],
]
BodilessStatus: TypeAlias = Union[
    Literal[100],
    Literal[101],
    Literal[102],
    Literal[103],
    Literal[204],
    Literal[205],
    Literal[304],
    Literal[HTTPStatus.CONTINUE],
    Literal[HTTPStatus.SWITCHING_PROTOCOLS],
    Literal[HTTPStatus.PROCESSING],
    Literal[HTTPStatus.EARLY_HINTS],
    Literal[HTTPStatus.NO_CONTENT],
    Literal[HTTPStatus.RESET_CONTENT],
    Literal[HTTPStatus.NOT_MODIFIED],
]
BodyStatus: TypeAlias = Union[
    Literal[200],
    Literal[201],
    Literal[202],
    Literal[203],
    Literal[207],
    Literal[208],
    Literal[226],
    Literal[300],
    Literal[305],
    Literal[400],
    Literal[402],
    Literal[403],
    Literal[404],
    Literal[406],
    Literal[407],
    Literal[408],
    Literal[409],
    Literal[410],
    Literal[411],
    Literal[412],
    Literal[413],
    Literal[414],
    Literal[415],
    Literal[416],
    Literal[417],
    Literal[421],
    Literal[422],
    Literal[423],
    Literal[424],
    Literal[425],
    Literal[426],
    Literal[428],
    Literal[429],
    Literal[431],
    Literal[451],
    Literal[500],
    Literal[501],
    Literal[502],
    Literal[503],
    Literal[504],
    Literal[505],
    Literal[506],
    Literal[507],
    Literal[508],
    Literal[510],
    Literal[511],
    Literal[HTTPStatus.OK],
    Literal[HTTPStatus.CREATED],
    Literal[HTTPStatus.ACCEPTED],
    Literal[HTTPStatus.NON_AUTHORITATIVE_INFORMATION],
    Literal[HTTPStatus.MULTI_STATUS],
    Literal[HTTPStatus.ALREADY_REPORTED],
    Literal[HTTPStatus.IM_USED],
    Literal[HTTPStatus.MULTIPLE_CHOICES],
    Literal[HTTPStatus.USE_PROXY],
    Literal[HTTPStatus.BAD_REQUEST],
    Literal[HTTPStatus.PAYMENT_REQUIRED],
    Literal[HTTPStatus.FORBIDDEN],
    Literal[HTTPStatus.NOT_FOUND],
    Literal[HTTPStatus.NOT_ACCEPTABLE],
    Literal[HTTPStatus.PROXY_AUTHENTICATION_REQUIRED],
    Literal[HTTPStatus.REQUEST_TIMEOUT],
    Literal[HTTPStatus.CONFLICT],
    Literal[HTTPStatus.GONE],
    Literal[HTTPStatus.LENGTH_REQUIRED],
    Literal[HTTPStatus.PRECONDITION_FAILED],
    Literal[HTTPStatus.REQUEST_ENTITY_TOO_LARGE],
    Literal[HTTPStatus.REQUEST_URI_TOO_LONG],
    Literal[HTTPStatus.UNSUPPORTED_MEDIA_TYPE],
    Literal[HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE],
    Literal[HTTPStatus.EXPECTATION_FAILED],
    Literal[HTTPStatus.MISDIRECTED_REQUEST],
    Literal[HTTPStatus.UNPROCESSABLE_ENTITY],
    Literal[HTTPStatus.LOCKED],
    Literal[HTTPStatus.FAILED_DEPENDENCY],
    Literal[HTTPStatus.TOO_EARLY],
    Literal[HTTPStatus.UPGRADE_REQUIRED],
    Literal[HTTPStatus.PRECONDITION_REQUIRED],
    Literal[HTTPStatus.TOO_MANY_REQUESTS],
    Literal[HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE],
    Literal[HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS],
    Literal[HTTPStatus.INTERNAL_SERVER_ERROR],
    Literal[HTTPStatus.NOT_IMPLEMENTED],
    Literal[HTTPStatus.BAD_GATEWAY],
    Literal[HTTPStatus.SERVICE_UNAVAILABLE],
    Literal[HTTPStatus.GATEWAY_TIMEOUT],
    Literal[HTTPStatus.HTTP_VERSION_NOT_SUPPORTED],
    Literal[HTTPStatus.VARIANT_ALSO_NEGOTIATES],
    Literal[HTTPStatus.INSUFFICIENT_STORAGE],
    Literal[HTTPStatus.LOOP_DETECTED],
    Literal[HTTPStatus.NOT_EXTENDED],
    Literal[HTTPStatus.NETWORK_AUTHENTICATION_REQUIRED],
]
ReplyStatus: TypeAlias = Union[
    BodyStatus,
    Literal[206],
    Literal[401],
    Literal[405],
    Literal[HTTPStatus.PARTIAL_CONTENT],
    Literal[HTTPStatus.UNAUTHORIZED],
    Literal[HTTPStatus.METHOD_NOT_ALLOWED],
]
Family: TypeAlias = Union[Literal["4XX"], Literal["5XX"], Literal["default"]]
FAMILIES: dict[str, range]
