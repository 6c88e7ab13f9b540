"""The suite that frameworks share shows what differs, as tests do."""

import pytest

pytest.register_assert_rewrite("tests.integrations.conformance.suite")
