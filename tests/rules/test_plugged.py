"""Rules of plug-ins: found by name, tried beside our own, and unable to break them."""

import pickle

import pytest

from productgov import InvalidValueError, PluginError, Report, check, explain, rank
from productgov.fixes.fix import fix
from productgov.plugins import plugin_names
from productgov.rules import RULES
from productgov.testing import document_with
from tests.support.examples import item
from tests.support.initiatives import backlog, inputs
from tests.support.initiatives import item as initiative
from tests.support.plugins import RULE, Installer


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report]


ITEMS = (initiative("a", inputs=inputs(x=1)), initiative("b", inputs=inputs(x=2)), initiative("c"))


def test_a_rule_of_a_plugin_is_tried_where_the_plugin_is_named(installed: Installer) -> None:
    installed(f"{RULE}\nRULES = [rule(titles)]", rules="RULES")
    document = document_with()
    assert codes(document.check()) == []
    assert codes(document.check(plugins=["acme"])) == ["ACME101", "ACME101", "ACME101"]
    assert codes(check(document.governance, plugins="acme")) == ["ACME101", "ACME101", "ACME101"]
    assert codes(document.check(plugins=["acme"], ignore="ACME1")) == []
    assert codes(document.check(plugins=["acme"], select=["acme101"])) == ["ACME101"] * 3
    with pytest.raises(InvalidValueError, match='unknown code "ACME101"'):
        document.check(select=["ACME101"])
    with pytest.raises(InvalidValueError, match='unknown code "ACME102"; did you mean ACME101'):
        document.check(select=["ACME102"], plugins=["acme"])


def test_an_entry_point_can_be_one_rule_alone(installed: Installer) -> None:
    installed(f"{RULE}\nRULE = rule(titles)", rules="RULE")
    assert explain("acme101", plugins=["acme"]).title == "a title"
    with pytest.raises(InvalidValueError, match='unknown code "ACME101"'):
        explain("ACME101")
    assert explain("PG203", plugins=["acme"]) is RULES["PG203"]


def test_a_rule_of_a_plugin_is_ignored_in_the_document(installed: Installer) -> None:
    installed(f"{RULE}\nRULE = rule(titles)", rules="RULE")
    settings = {"ignore": [{"code": "ACME101", "reason": "it is fine"}]}
    document = document_with(item("next", "payments", **{"x-productgov": settings}))
    assert codes(document.check(plugins=["acme"])) == ["ACME101", "ACME101"]
    assert codes(document.check()) == ["PG607"]


def test_the_repairs_of_a_plugin_are_made(installed: Installer) -> None:
    one = """
def one(context):
    titles_now = [each.title for _, each, _ in context.items]
    return [] if "Another title" in titles_now else [list(titles(context))[1]]
"""
    installed(f"{RULE}\n{one}\nRULE = rule(one)", rules="RULE")
    document = document_with()
    assert [repair.finding.code for repair in document.repairs(plugins=["acme"])] == ["ACME101"]
    fixed = fix(document, plugins=["acme"], select=["ACME1"])
    assert '"Another title"' in fixed.document.text
    assert len(fixed.done) == 1


@pytest.mark.parametrize(
    ("find", "reason"),
    [
        ("def find(context):\n    yield Found((), 'm', 'h')\n    1 / 0", "ZeroDivisionError: division by zero"),
        ("def find(context):\n    raise SystemExit", "SystemExit"),
        ("def find(context):\n    return None", "TypeError: 'NoneType' object is not iterable"),
        ("def find(context):\n    yield 'text'", 'TypeError: it found the text "text", not a Found'),
        (
            "def find(context):\n    yield Found('/a', 'm', 'h')",
            'TypeError: the path of what it found is the text "/a", not a tuple of keys and indices',
        ),
        (
            "def find(context):\n    yield Found((None,), 'm', 'h')",
            "TypeError: the path of what it found is a list, not a tuple of keys and indices",
        ),
        (
            "def find(context):\n    yield Found((), 5, 'h')",
            "TypeError: the message and the hint of what it found must be texts",
        ),
        ("def find(context):\n    raise ValueError('a\\n\\x1b[31mb' + 'c' * 900)", "ValueError: a \\u001b[31mb"),
    ],
)
def test_what_a_rule_raises_is_one_finding_with_its_name(installed: Installer, find: str, reason: str) -> None:
    installed(f"{RULE}\n{find}\nRULES = (rule(find), rule(titles, 'ACME102'))", rules="RULES")
    report = document_with().check(plugins=["acme"])
    *_, failed = [finding for finding in report if finding.code == "ACME101"]
    assert failed.severity == "error"
    assert failed.message.startswith(f"the plug-in acme failed: {reason}")
    assert len(failed.message) < 260
    assert failed.hint == "tell its author; until then, leave the rule out with --ignore ACME101"
    assert codes(report).count("ACME102") == 3


def test_a_rule_without_a_function_finds_nothing(installed: Installer) -> None:
    installed(f"{RULE}\nRULE = rule(None)", rules="RULE")
    assert codes(document_with().check(plugins=["acme"])) == []


@pytest.mark.parametrize(
    ("rules", "reason"),
    [
        ("[rule(titles, 'PG203')]", 'the code "PG203" must be 2 to 10 capitals of its own, which do not begin with PG'),
        ("[rule(titles, 'PGX203')]", 'the code "PGX203" must be'),
        ("[rule(titles, 'acme1')]", 'the code "acme1" must be'),
        ("[rule(titles), rule(titles)]", "the code ACME101 is one of the plug-in acme too"),
        ("[5]", "productgov.rules must name a Rule or several, not 5"),
        ("None", "productgov.rules must name a Rule or several, not null"),
    ],
)
def test_what_is_no_rule_with_a_code_of_its_own_is_refused(installed: Installer, rules: str, reason: str) -> None:
    installed(f"{RULE}\nRULES = {rules}", rules="RULES")
    with pytest.raises(PluginError) as caught:
        document_with().check(plugins=["acme"])
    assert str(caught.value).startswith(f"plug-in acme: {reason}")
    assert (caught.value.plugin, str(pickle.loads(pickle.dumps(caught.value)))) == ("acme", str(caught.value))


def test_two_plugins_can_be_used_together_unless_they_have_one_code(installed: Installer) -> None:
    installed(f"{RULE}\nRULE = rule(titles)", rules="RULE")
    installed(f"{RULE}\nRULE = rule(titles, 'OTHER101')", rules="RULE", name="other")
    installed(f"{RULE}\nRULE = rule(titles)", rules="RULE", name="twin")
    assert set(codes(document_with().check(plugins="acme, other"))) == {"ACME101", "OTHER101"}
    with pytest.raises(PluginError, match="plug-in twin: the code ACME101 is one of the plug-in acme too"):
        document_with().check(plugins=["acme", "twin"])


def test_an_unknown_plugin_is_an_error_with_the_nearest(installed: Installer) -> None:
    with pytest.raises(
        InvalidValueError, match='unknown plug-in "acme"; none is installed; install the package that has'
    ):
        document_with().check(plugins=["acme"])
    installed(RULE, rules="RULES")
    with pytest.raises(InvalidValueError, match='unknown plug-in "acne"; did you mean acme'):
        rank(backlog(*ITEMS), plugins=["acne"])
    with pytest.raises(InvalidValueError, match='unknown plug-in "zzz"; installed are acme'):
        explain("ZZZ101", plugins=["zzz"])


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("import no_such_module", "it cannot be imported: ModuleNotFoundError: No module named 'no_such_module'"),
        ("1 / 0", "it cannot be imported: ZeroDivisionError: division by zero"),
        ("def", "it cannot be imported: SyntaxError: "),
        ("raise SystemExit(3)", "it cannot be imported: SystemExit: 3"),
        ("x = 1", "it cannot be imported: AttributeError: "),
    ],
)
def test_a_plugin_that_cannot_be_imported_is_an_error_with_its_name(
    installed: Installer, source: str, reason: str
) -> None:
    installed(source, rules="RULES")
    with pytest.raises(PluginError) as caught:
        document_with().check(plugins=["acme"])
    assert str(caught.value).startswith(f"plug-in acme: {reason}")


def test_two_packages_with_a_plugin_of_one_name_are_refused(installed: Installer) -> None:
    installed(f"{RULE}\nRULE = rule(titles)", rules="RULE")
    installed(f"{RULE}\nRULE = rule(titles)", rules="RULE")
    with pytest.raises(PluginError, match="plug-in acme: several packages have one: plugin_"):
        document_with().check(plugins=["acme"])


def test_names_are_taken_one_by_one_or_in_one_text() -> None:
    assert plugin_names("a, b,,a") == plugin_names(["a", " b", "a"]) == ("a", "b")
    assert plugin_names(()) == plugin_names("") == ()


def test_nothing_is_imported_from_plugins_that_are_not_named(installed: Installer) -> None:
    installed("raise AssertionError", rules="RULES", methods="METHODS")
    assert codes(document_with().check()) == []
    assert len(rank(backlog(*ITEMS), formula="x")) == 2
