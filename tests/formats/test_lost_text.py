"""Text that YAML takes for a comment: PG011 where it was most likely meant, and no false alarm for real comments."""

from collections.abc import Callable
from pathlib import Path

import pytest

import productgov as pg
from productgov.cli.main import main
from productgov.fixes.fix import fix
from productgov.formats.reading import Reading
from productgov.formats.yaml.reader import read_yaml
from productgov.formats.yaml.writer import write_yaml
from tests.support.documents import minimal_document
from tests.support.extras import needs

pytestmark = needs("yaml")

Read = Callable[[str], Reading]


@pytest.fixture(params=["fastest", "pure"])
def read(request: pytest.FixtureRequest) -> Read:
    from productgov.formats.yaml.parsers import PureParser

    parser = PureParser if request.param == "pure" else None
    return lambda text: read_yaml(text, parser=parser)


@pytest.mark.parametrize(
    ("text", "path", "columns", "kept", "lost"),
    [
        ("a: Fix #1234 pay", "/a", (8, 17), "Fix", "#1234 pay"),
        ("a: Fix the #1 bug  ", "/a", (12, 18), "Fix the", "#1 bug"),
        ("a: Fix\t#1", "/a", (8, 10), "Fix", "#1"),
        ("a: Fix ##1", "/a", (8, 11), "Fix", "##1"),
        ("a: value #comment", "/a", (10, 18), "value", "#comment"),
        ("- x\n- Fix #1", "/1", (7, 9), "Fix", "#1"),
        ("- a: b\n  c: Fix #1", "/0/c", (10, 12), "Fix", "#1"),
        ("a: [b, Fix #1\n ]", "/a/1", (12, 14), "Fix", "#1"),
        ("a: {b: Fix #1\n }", "/a/b", (12, 14), "Fix", "#1"),
        ("a: one\n  two #3", "/a", (7, 9), "one two", "#3"),
        ("a: 2026-01-01 #x", "/a", (15, 17), "2026-01-01", "#x"),
        ("a: é😀 #1", "/a", (7, 9), "é😀", "#1"),
        ("? a\n: Fix #1", "/a", (7, 9), "Fix", "#1"),
        ("Fix #1", "", (5, 7), "Fix", "#1"),
        ("a: #977 pay", "/a", (4, 12), "", "#977 pay"),
        ("a:\n  b: #977", "/a/b", (6, 10), "", "#977"),
        ("a:\n  - #977\n  - x", "/a/0", (5, 9), "", "#977"),
        ("a/b~: Fix #1", "/a~1b~0", (11, 13), "Fix", "#1"),
    ],
)
def test_a_text_that_is_cut_off_is_found_where_it_is_cut(
    read: Read, text: str, path: str, columns: tuple[int, int], kept: str, lost: str
) -> None:
    for written in (text, text.replace("\n", "\r\n")):
        reading = read(written)
        assert not reading.broken
        (finding,) = reading.findings
        assert (finding.code, finding.severity, finding.path) == ("PG011", pg.Severity.WARNING, path)
        assert finding.location
        assert finding.end
        assert (finding.location.column, finding.end.column) == columns
        assert finding.end.line == finding.location.line
        what = f'the text "{kept}" is cut off' if kept else "there is no value"
        assert finding.message == f'{what}: "{lost}" is read as a comment'
        assert finding.hint == "put the whole text in quotes; a comment has a blank after its #"


@pytest.mark.parametrize(
    "text",
    [
        "a: Fix # 1",
        "a: Fix #",
        "a: Fix ## note",
        "a: Fix ####",
        "a: Fix#1",
        "a: C# and F#",
        "a: '#1'",
        'a: "Fix #1"',
        'a: "Fix" #1',
        "a: 'Fix' #1",
        "a: 12 #1",
        "a: 0.5 #half",
        "a: true #yes",
        "a: ~ #none",
        "a: null #none",
        "a: [b] #c",
        "a: {b: c} #d",
        "a: [] #c",
        "a: [b, c, #d\n ]",
        "a: |\n  Fix #1",
        "a: | #1\n  Fix",
        "a: >-\n  Fix #1\n  #2",
        "a: #section\n  b: c",
        "a: #section\n  - b",
        "a: #section\n- b",
        "a: #x\n  b",
        "#1\na: b\n#2\n",
        "a: b\n  #1",
        "a: b\n\n#1\n",
        "- #first\n  a: b",
        "a: b # see #1",
        "a: http://x/y#z",
        "a: # no value",
        "a:\n#1",
        "--- #1\na: b",
        "a: b\n... #1",
    ],
)
def test_comments_and_quoted_texts_are_no_loss(read: Read, text: str) -> None:
    for written in (text, f"{text}\n", text.replace("\n", "\r\n")):
        assert read(written).findings == ()


def test_each_cut_is_a_finding(read: Read) -> None:
    findings = read("a: b #1\nc: d #2\nb: #3\nd: 'e' #4\n").findings
    assert [finding.path for finding in findings] == ["/a", "/c", "/b"]


def document(**changes: object) -> str:
    return write_yaml({**minimal_document(), **changes})


CUT = document() + "name: Tempo #2 for teams\n"


def test_it_never_stops_a_load_and_is_found_by_everything_else() -> None:
    assert pg.loads(CUT, format="yaml").name == "Tempo"
    parsed = pg.parse(CUT, format="yaml")
    assert [finding.code for finding in parsed.findings] == ["PG011"]
    assert parsed.governance.name == "Tempo"
    found = [finding for finding in parsed.check() if finding.code == "PG011"]
    assert found == list(parsed.findings)
    rules = {finding.code for finding in pg.parse(document(name="Tempo"), format="yaml").check()}
    assert {finding.code for finding in parsed.check()} == rules | {"PG011"}


def test_it_is_selected_and_ignored_like_what_the_rules_find() -> None:
    parsed = pg.parse(CUT, format="yaml")
    assert [finding.code for finding in parsed.check(select=["PG011"])] == ["PG011"]
    assert [finding.code for finding in parsed.check(select="PG0")] == ["PG011"]
    assert "PG011" not in {finding.code for finding in parsed.check(ignore=["PG011"])}
    assert "PG011" not in {finding.code for finding in parsed.check(select="PG1")}
    reasoned = {"ignore": [{"code": "PG011", "reason": "it is a comment"}]}
    ignored = pg.parse(document(**{"x-productgov": reasoned}) + "name: Tempo #2\n", format="yaml").check()
    assert not {"PG011", "PG607"} & {finding.code for finding in ignored}
    unused = pg.parse(document(**{"x-productgov": reasoned}), format="yaml").check()
    assert "PG607" in {finding.code for finding in unused}


def test_beside_errors_it_is_reported_with_them_unless_it_is_ignored() -> None:
    parsed = pg.parse(CUT + "unknown: 1\n", format="yaml")
    assert [finding.code for finding in parsed.findings] == ["PG011", "PG003"]
    assert parsed.check().findings == parsed.findings
    assert [finding.code for finding in parsed.check(ignore="PG011")] == ["PG003"]
    assert [finding.code for finding in parsed.check(select="PG1")] == ["PG003"]
    with pytest.raises(pg.InvalidDocumentError) as caught:
        _ = parsed.governance
    assert caught.value.findings == parsed.findings


def test_a_comment_in_place_of_a_value_explains_the_null() -> None:
    parsed = pg.parse(document() + "name: #977 pay\n", format="yaml")
    (finding,) = parsed.findings
    assert (finding.code, finding.message) == ("PG005", "name must be text, not null")
    assert finding.hint.startswith('there is no value: "#977 pay" is read as a comment; put the whole text in quotes')
    assert finding.location
    assert finding.location.column == len("name: #")
    listed = pg.parse(document(roadmap={"timeHorizon": {}, "themes": ["a"]}).replace("- a", "- #1"), format="yaml")
    assert [(finding.code, finding.path) for finding in listed.findings] == [("PG005", "/roadmap/themes/0")]
    wrong = pg.parse(document() + "budget: #1\nasOf: soon #1\n", format="yaml")
    assert [(finding.code, finding.path) for finding in wrong.findings] == [
        ("PG003", "/budget"),
        ("PG011", "/budget"),
        ("PG007", "/asOf"),
        ("PG011", "/asOf"),
    ]


def test_in_extension_data_null_is_a_value_and_the_loss_is_told() -> None:
    parsed = pg.parse(document() + "x-a: #977\n", format="yaml")
    assert [(finding.code, finding.path) for finding in parsed.findings] == [("PG011", "/x-a")]
    assert parsed.governance.extensions["x-a"] is None


def test_a_document_with_a_cut_text_is_repaired_all_the_same() -> None:
    item = {"id": "a", "title": "A", "theme": "growth"}
    roadmap = {"timeHorizon": {"now": [item]}, "themes": ["Growth"]}
    parsed = pg.parse(document(roadmap=roadmap) + "name: Tempo #2\n", format="yaml")
    assert [repair.finding.code for repair in parsed.repairs()] == ["PG104"]
    fixed = fix(parsed).document
    assert fixed.text == parsed.text.replace("theme: growth", "theme: Growth")
    assert [finding.code for finding in fixed.findings] == ["PG011"]


def test_the_command_line_reports_it_as_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(CUT, encoding="utf-8")
    assert main(["check", "a.yaml", "--select", "PG0"]) == 0
    assert "warning PG011 the text" in capsys.readouterr().out
    assert main(["check", "a.yaml", "--select", "PG0", "--strict"]) == 1
    for form in ("json", "sarif", "github"):
        assert main(["check", "a.yaml", "--format", form, "--select", "PG0"]) == 0
        assert "PG011" in capsys.readouterr().out
    Path("pyproject.toml").write_text('[tool.productgov]\nignore = ["PG011"]\n', encoding="utf-8")
    assert main(["check", "a.yaml"]) == 0
    assert "PG011" not in capsys.readouterr().out
    assert main(["convert", "a.yaml", "-o", "a.json"]) == 0
    assert "PG011" in capsys.readouterr().err
