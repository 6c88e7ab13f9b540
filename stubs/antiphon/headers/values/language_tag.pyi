# Written by `nox -s generate` from src; do not edit.
"""Language tags (BCP 47, RFC 5646 section 2.1)."""

import re

LANGUAGE_TAG: re.Pattern[str]
