"""Rules and fields that installed distributions bring, and those that are broken."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from antiphon.errors import PluginError
from antiphon.headers.etag import ETag
from antiphon.headers.plugins import Loaded, checked_field
from antiphon.rules.parts import ResponseParts
from antiphon.rules.plugins import checked_rule
from antiphon.rules.registry import rules
from antiphon.spec import ResponseSpec
from tests.support.paths import ROOT
from tests.support.plugin_rule import SOURCE, greeting
from tests.support.plugin_site import Site

ACME = ROOT / "examples" / "acme_rules"

SERVICE = """\
from antiphon import respond

down = respond(503).text("Back soon.").header("X-Acme-Team", "Billing").compile()
gone = respond(500).text("Gone.").cookie("theme", "dark").compile()
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A folder that distributions are installed in."""
    return Site(tmp_path / "site")


@pytest.fixture
def acme(site: Site) -> Site:
    """The example package, installed, and a service that it judges."""
    site.install_source(ACME)
    (site.folder / "service.py").write_text(SERVICE)
    return site


def test_findings_of_a_plugin(acme: Site) -> None:
    """Its rules judge with the others, and a field's class judges fixed values."""
    done = acme.antiphon("check", "service", "--format", "json")

    found = {one["code"]: one for one in json.loads(done.stdout)["findings"]}
    assert 1 == done.returncode
    assert {"XACME001", "XACME002", "XACME003"} <= set(found)
    assert "https://handbook.acme.example/http#XACME003" == found["XACME003"]["url"]
    assert "error" == found["XACME002"]["level"]


def test_configuration(acme: Site) -> None:
    """`select` and `ignore` know its codes; a code that nobody has is refused."""
    acme.folder.joinpath("antiphon.toml").write_text(
        'select = ["XACME"]\nignore = [{code = "XACME001", because = "one team"}]\n'
    )
    done = acme.antiphon("check", "service", "--format", "json")

    assert {"XACME002", "XACME003"} == {one["code"] for one in json.loads(done.stdout)["findings"]}
    assert 2 == acme.antiphon("check", "service", "--select", "XOTHER").returncode


def test_an_error_is_accepted_where_it_is_declared(acme: Site) -> None:
    """By its code, with a reason, as any other."""
    text = SERVICE.replace('"dark")', '"dark").accept_finding("XACME002", because="a partner\'s")')
    acme.folder.joinpath("service.py").write_text(text.replace("Billing", "billing"))

    done = acme.antiphon("check", "service", "--format", "concise")
    assert "XACME002" not in done.stdout
    assert "ST018" in done.stdout


def test_the_page_and_the_table(acme: Site) -> None:
    """`antiphon rule` has both."""
    page = acme.antiphon("rule", "cookie-without-prefix").stdout

    assert page.startswith("# XACME002 cookie-without-prefix\n")
    assert "## Bad" in page
    assert "XACME003  error" in acme.antiphon("rule", "all").stdout


def test_show(acme: Site) -> None:
    """A param of its field has the first example of its class, and the class reads what a call gives."""
    acme.folder.joinpath("service.py").write_text(
        "from antiphon import respond\n\n"
        'down = respond(503).text("a").header_param("team", str, wire="X-Acme-Team").compile()\n'
    )

    assert "x-acme-team: billing-core  <- sample of team" in acme.antiphon("show", "service").stdout
    done = acme.run("-c", "import service; service.down(team='Billing')")
    assert "team: X-Acme-Team: 'Billing' is not the short name of a team" in done.stderr
    assert "cite: Acme engineering handbook, chapter 4" in done.stderr


def test_its_own_tests(acme: Site) -> None:
    """The example's tests pass where it is installed."""
    done = acme.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", "/dev/null", str(ACME / "tests"))

    assert 0 == done.returncode, done.stdout


def test_nothing_is_loaded_before_it_is_needed(acme: Site) -> None:
    """`import antiphon`, and a response class that serves, run no code of plug-ins; judging does."""
    code = """\
import sys, antiphon
from antiphon.responses import JSONResponse
JSONResponse({})
assert not [name for name in sys.modules if name.startswith("acme_http")]
antiphon.respond(200).text("a").compile()
assert "acme_http.rules" in sys.modules
"""
    done = acme.run("-c", code)

    assert (0, "") == (done.returncode, done.stderr)


BROKEN = {
    "raises": ("1 / 0\n", "it cannot be loaded: ZeroDivisionError: division by zero"),
    "missing": ("", "it cannot be loaded: AttributeError: module 'broken' has no attribute 'RULES'"),
    "not-a-rule": ("RULES = [len]\n", "len is not a rule"),
}


@pytest.mark.parametrize(
    ("name", "command"),
    [
        *((name, ("check", "service")) for name in BROKEN),
        ("raises", ("show", "service")),
        ("raises", ("rule", "all")),
        *(
            ("raises", command)
            for command in (("build", "service", "-o", "b"), ("stubs", "service"), ("lint", "service.py"))
        ),
    ],
)
def test_a_broken_plugin_is_named(site: Site, name: str, command: tuple[str, ...]) -> None:
    """Every command says which distribution is broken, with exit code 2 and without a traceback."""
    text, what = BROKEN[name]
    site.install(
        "acme-broken", {"antiphon.rules": {"acme": "broken:RULES"}}, {"broken.py": text, "service.py": SERVICE}
    )

    done = site.antiphon(*command)

    assert 2 == done.returncode
    assert done.stderr.startswith(f"error: the plug-in acme-broken 1.0 is broken: {what}\n")
    assert " --> entry point antiphon.rules: acme = broken:RULES\n" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_rule_that_raises_is_named(site: Site) -> None:
    """An exception of a rule's function is told as the distribution's, in a check and in a program."""
    rules_ = """\
        from antiphon.rules.rule import rule
        from antiphon.spec import ResponseSpec

        @rule(code="XBAD001", level="error", citation="c", help="h", url="https://a.example/",
              bad=ResponseSpec(status=200), good=ResponseSpec(status=204))
        def dividing(response):
            \"\"\"A rule does not divide.\"\"\"
            return 1 / 0
    """
    modules = {"broken.py": rules_, "service.py": SERVICE}
    site.install("acme-broken", {"antiphon.rules": {"acme": "broken:dividing"}}, modules)

    checked = site.antiphon("check", "service")
    assert 0 != checked.returncode
    assert "the plug-in acme-broken 1.0 is broken: XBAD001 (dividing) raises: ZeroDivisionError" in (
        checked.stdout + checked.stderr
    )
    assert "Traceback" not in checked.stderr
    run = site.run("-c", "import service")
    assert "antiphon.errors.PluginError: the plug-in acme-broken 1.0 is broken: XBAD001" in run.stderr


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"code": "CK001"}, "the code 'CK001' is not one of a plug-in"),
        ({"code": "ACME1"}, "the code 'ACME1' is not one of a plug-in"),
        ({"url": ""}, "XACME001 has no page"),
    ],
)
def test_a_rule_that_is_not_one_of_a_plugin(changed: dict[str, str], what: str) -> None:
    """Its code cannot be one of antiphon's, and it has a page."""
    with pytest.raises(PluginError, match="acme-rules") as raised:
        checked_rule(Loaded(SOURCE, greeting._replace(**changed)))  # type: ignore[arg-type]  # texts alone

    assert what == raised.value.what


def test_findings_of_another_type_are_refused() -> None:
    """A rule gives Findings."""
    texts: Any = ["no hello"]
    wrong = greeting._replace(check=lambda _: texts)

    with pytest.raises(PluginError, match=r"XACME001 .greeting. gives str where Finding is needed"):
        checked_rule(Loaded(SOURCE, wrong)).check(ResponseParts(ResponseSpec(status=200)))


def test_no_code_of_antiphon_begins_like_one_of_a_plugin() -> None:
    """X is for plug-ins, so `select = ["XACME"]` never means a rule of antiphon's."""
    assert [] == [one.code for one in rules() if one.code.startswith("X")]


class Tea(ETag):
    field_name = "X-Tea"
    refused = ("",)
    code, citation, url = "XACME009", "c", "https://a.example/"


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"refused": ()}, "Other is not a typed field: it has no refused"),
        ({"field_name": "X Tea"}, "Other has the field name 'X Tea', which is not a token"),
        ({"field_name": "ETag"}, "Other is for ETag, which antiphon has a class for"),
    ],
)
def test_a_class_that_is_not_a_field_of_a_plugin(changed: dict[str, Any], what: str) -> None:
    """Its name is its own, and its page and its examples are there."""
    with pytest.raises(PluginError) as raised:
        checked_field(Loaded(SOURCE, type("Other", (Tea,), {"__slots__": (), **changed})))

    assert what == raised.value.what
    assert Tea is checked_field(Loaded(SOURCE, Tea))


ASSERTED = """\
from antiphon.testing import assert_plugin
try:
    assert_plugin("acme-antiphon")
except AssertionError as error:
    print(error)
"""


def test_assert_plugin_says_every_fault(acme: Site) -> None:
    """Examples that do not say what they should are told together."""
    file = acme.folder / "acme_http" / "rules.py"
    text = file.read_text().replace("status=503, body", "status=200, body", 1).replace('name="acme_theme"', 'name="t"')
    file.write_text(text)
    team = acme.folder / "acme_http" / "team.py"
    team.write_text(team.read_text().replace('("", "Billing"', '("search", "Billing"'))

    assert [
        "the plug-in acme-antiphon is not as its pages say:",
        "  XACME001: its bad example does not draw it at the level warning",
        "  XACME002: its good example draws XACME002: the cookie 't' does not begin with acme_",
        "  XACME003: its bad example does not draw it at the level error",
        "  X-Acme-Team: it takes 'search', which it says it refuses",
    ] == acme.run("-c", ASSERTED).stdout.splitlines()


def test_assert_plugin_of_what_is_not_installed(site: Site) -> None:
    """It does not pass for want of anything to look at."""
    site.folder.mkdir()

    assert "no entry point of acme-antiphon is in the group" in site.run("-c", ASSERTED).stdout


def test_this_process_has_no_plugin() -> None:
    """The tests of antiphon's own rules are about these alone."""
    assert not [name for name in sys.modules if name.startswith("acme_http")]
