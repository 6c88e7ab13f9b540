"""The words of policies that are one word out of a few, as browsers know them."""

from __future__ import annotations

#: HTML section 7.1.3, "opener policy value".
OPENER_POLICIES: tuple[str, ...] = ("same-origin", "same-origin-allow-popups", "noopener-allow-popups", "unsafe-none")
#: HTML section 7.1.4, "embedder policy value".
EMBEDDER_POLICIES: tuple[str, ...] = ("require-corp", "credentialless", "unsafe-none")
