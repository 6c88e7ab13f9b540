"""Each cell of docs/reference/frameworks.md is a test that there is."""

from __future__ import annotations

import pytest

from tests.integrations.conformance import suite
from tests.integrations.conformance.cases import CASES
from tests.integrations.conformance.table import CLIENTS, FEATURES, FRAMEWORKS, MISSING
from tests.support.paths import ROOT


@pytest.mark.parametrize("key", FEATURES)
def test_a_feature_names_a_test_of_the_suite(key: str) -> None:
    """Function and case."""
    name, _, case = FEATURES[key].test.rstrip("]").partition("[")
    assert callable(getattr(suite, name))
    assert not case or case in CASES


def test_every_framework_has_its_module() -> None:
    """And what is missing is of one of them."""
    for framework in {*FRAMEWORKS, *MISSING, *CLIENTS}:
        assert (ROOT / "tests" / "integrations" / f"test_{framework}.py").is_file()
    assert {key for missing in MISSING.values() for key in missing} <= FEATURES.keys()
