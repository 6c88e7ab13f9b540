# Written by `nox -s generate` from src; do not edit.
"""Permissions-Policy (Permissions Policy section 5.2): which origins may use which features of the browser here."""

from collections.abc import Mapping
from typing import ClassVar, Literal, Self, TypeAlias

from antiphon.headers.values.structured.values import Member
from antiphon.headers.values.structured_field import DictionaryField

Allowlist: TypeAlias = Literal["*"] | Literal["self"] | tuple[str, ...]

class PermissionsPolicy(DictionaryField):
    """Allowlists by feature: `PermissionsPolicy(camera=(), geolocation=("self", "https://maps.example"))`.

    `others` names features that are not among the parameters. Raises FieldError for an invalid origin, for `*` beside
    others, and where no feature is given.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

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
    ) -> Self: ...
    @classmethod
    def check(cls, key: str, member: Member) -> None: ...
