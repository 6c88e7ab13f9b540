"""The plug-in keeps what its pages say: every example is run."""

from antiphon.testing import assert_plugin


def test_rules_and_fields() -> None:
    """Both groups are found."""
    plugin = assert_plugin("acme-antiphon")

    assert [rule.code for rule in plugin.rules] == ["XACME001", "XACME002", "XACME003"]
    assert [field.field_name for field in plugin.fields] == ["X-Acme-Team"]
