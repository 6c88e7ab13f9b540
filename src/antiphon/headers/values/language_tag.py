"""Language tags (BCP 47, RFC 5646 section 2.1)."""

from __future__ import annotations

import re

_IRREGULAR = (
    "en-GB-oed|i-ami|i-bnn|i-default|i-enochian|i-hak|i-klingon|i-lux|i-mingo|i-navajo|i-pwn|i-tao|i-tay|i-tsu"
    "|sgn-BE-FR|sgn-BE-NL|sgn-CH-DE"
)
# Most of the regular grandfathered tags fit langtag as well; they are listed as the section lists them.
_REGULAR = "art-lojban|cel-gaulish|no-bok|no-nyn|zh-guoyu|zh-hakka|zh-min|zh-min-nan|zh-xiang"
_PRIVATE = r"x(?:-[0-9a-z]{1,8})+"
_LANGTAG = (
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})"  # language, with its extlang
    r"(?:-[a-z]{4})?"  # script
    r"(?:-(?:[a-z]{2}|[0-9]{3}))?"  # region
    r"(?:-(?:[0-9a-z]{5,8}|[0-9][0-9a-z]{3}))*"  # variants
    r"(?:-[0-9a-wy-z](?:-[0-9a-z]{2,8})+)*"  # extensions
    rf"(?:-{_PRIVATE})?"
)
#: Language-Tag = langtag / privateuse / grandfathered; case says nothing.
LANGUAGE_TAG = re.compile(rf"{_LANGTAG}|{_PRIVATE}|{_IRREGULAR}|{_REGULAR}", re.IGNORECASE | re.ASCII)
