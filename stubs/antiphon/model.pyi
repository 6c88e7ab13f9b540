# Written by `nox -s generate` from src; do not edit.
"""What every part of a description has in common."""

from typing import Any

from pydantic import BaseModel, ConfigDict

class Model(BaseModel, frozen=True, extra="forbid", strict=True):
    """A frozen value: hashable, equal by value, JSON in and out.

    A value may be *wrong*; judging it is `antiphon.check`'s business. Values of the wrong type are refused here.
    Input is never repeated in a validation error, since it may be a secret.
    """

    model_config = ConfigDict(
        hide_input_in_errors=True, use_attribute_docstrings=True, ser_json_bytes="base64", val_json_bytes="base64"
    )

    def __repr_args__(self) -> Any:
        """Only what differs from the defaults is shown."""
