"""Permissions-Policy (Permissions Policy section 5.2): which origins may use which features of the browser here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar, Literal, Self, TypeAlias

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.values import InnerList, Item, Member, Token
from antiphon.headers.values.structured_field import DictionaryField
from antiphon.http.parsing.allowlist import ALLOWLIST_ORIGIN

#: `"*"` is everybody, `"self"` the page's own origin, `()` nobody; a tuple lists "self" and origins.
Allowlist: TypeAlias = Literal["*"] | Literal["self"] | tuple[str, ...]

_WORDS = ("*", "self", "src")


class PermissionsPolicy(DictionaryField):
    """Allowlists by feature: `PermissionsPolicy(camera=(), geolocation=("self", "https://maps.example"))`.

    `others` names features that are not among the parameters. Raises FieldError for an invalid origin, for `*` beside
    others, and where no feature is given.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Permissions-Policy"
    examples: ClassVar[tuple[str, ...]] = (
        'camera=(), geolocation=(self "https://maps.example")',
        "fullscreen=*, picture-in-picture=(self)",
    )

    def __new__(
        cls,
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
        allowlists: dict[str, Allowlist | None] = {
            "accelerometer": accelerometer,
            "ambient-light-sensor": ambient_light_sensor,
            "attribution-reporting": attribution_reporting,
            "autoplay": autoplay,
            "bluetooth": bluetooth,
            "browsing-topics": browsing_topics,
            "camera": camera,
            "captured-surface-control": captured_surface_control,
            "compute-pressure": compute_pressure,
            "cross-origin-isolated": cross_origin_isolated,
            "deferred-fetch": deferred_fetch,
            "deferred-fetch-minimal": deferred_fetch_minimal,
            "display-capture": display_capture,
            "encrypted-media": encrypted_media,
            "fullscreen": fullscreen,
            "gamepad": gamepad,
            "geolocation": geolocation,
            "gyroscope": gyroscope,
            "hid": hid,
            "identity-credentials-get": identity_credentials_get,
            "idle-detection": idle_detection,
            "keyboard-map": keyboard_map,
            "language-detector": language_detector,
            "local-fonts": local_fonts,
            "local-network-access": local_network_access,
            "magnetometer": magnetometer,
            "microphone": microphone,
            "midi": midi,
            "on-device-speech-recognition": on_device_speech_recognition,
            "otp-credentials": otp_credentials,
            "payment": payment,
            "picture-in-picture": picture_in_picture,
            "private-state-token-issuance": private_state_token_issuance,
            "private-state-token-redemption": private_state_token_redemption,
            "publickey-credentials-create": publickey_credentials_create,
            "publickey-credentials-get": publickey_credentials_get,
            "screen-wake-lock": screen_wake_lock,
            "serial": serial,
            "speaker-selection": speaker_selection,
            "storage-access": storage_access,
            "summarizer": summarizer,
            "sync-xhr": sync_xhr,
            "translator": translator,
            "unload": unload,
            "usb": usb,
            "web-share": web_share,
            "window-management": window_management,
            "xr-spatial-tracking": xr_spatial_tracking,
        }
        if others is not None and not isinstance(others, Mapping):
            raise FieldError(f"{cls.field_name}: others is {others!r}, which is not a mapping of features")
        allowlists.update(others or {})
        return cls.of_members(
            tuple((name, _member(name, given)) for name, given in allowlists.items() if given is not None)
        )

    @classmethod
    def check(cls, key: str, member: Member) -> None:
        items = member.items if isinstance(member, InnerList) else (member,)
        for item in items:
            if isinstance(item.value, Token) and item.value in _WORDS:
                continue
            origin = item.value if type(item.value) is str else ""
            if origin.endswith("/") or not ALLOWLIST_ORIGIN.fullmatch(origin):
                raise FieldError(f"{key} allows {item.value!r}, which is not *, self or an origin in double quotes")
        for parameter, _ in member.parameters:
            # Section 5.2: reports are all that a parameter can ask for; `camera=();usb=()` says nothing of usb.
            if parameter != "report-to":
                raise FieldError(f"{key} has the parameter {parameter}, and features are separated by commas")


def _member(feature: str, allowlist: Allowlist) -> Member:
    if allowlist == "*":
        return Item(Token("*"))
    if not isinstance(allowlist, Iterable):
        raise FieldError(f"Permissions-Policy: {feature} is {allowlist!r}, which is neither '*', 'self' nor a tuple")
    names = (allowlist,) if isinstance(allowlist, str) else tuple(allowlist)
    if "*" in names and len(names) > 1:
        raise FieldError(f"Permissions-Policy: {feature} allows everybody and names others as well; '*' goes alone")
    return InnerList(tuple(Item(Token(name) if name in _WORDS else name) for name in names))
