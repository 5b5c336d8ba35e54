"""Maps: what they can say, what is wrong with them and where, and those that come with the library."""

from pathlib import Path

import pytest

from productgov import InvalidDocumentError, InvalidValueError
from productgov.interchange import ImportMap, map_names, map_text, parse_map, read_map, read_table
from tests.support.tables import TITLED, mapped

BRACKETS = "put it in brackets, also when it is the only one"


def findings(text: str) -> list[str]:
    with pytest.raises(InvalidDocumentError) as error:
        parse_map(text, name="my.toml")
    return [line.strip() for line in str(error.value).splitlines()[1:]]


def test_mistakes_have_a_place_and_a_hint() -> None:
    assert findings(
        'name = "x"\n'
        "[initiative]\n"
        'idd = {from = ["Key"]}\n'
        'title = {from = "Summary"}\n'
        'owner.nam = {from = ["Owner"]}\n'
        'targetDate = {from = ["Due"], dates = ["dmy", "mdy"]}\n'
        "startDate = {}\n"
        'status = {from = ["A"], always = "done"}\n'
    ) == [
        'my.toml:3:1 PG003 unknown field "idd" in initiative; write id instead',
        f'my.toml:4:17 PG005 from must be a list, not the text "Summary"; {BRACKETS}',
        'my.toml:5:7 PG003 unknown field "nam" in owner; write name instead',
        "my.toml:6:39 PG008 dates has dmy and mdy, which read 4/5/2026 as two days; keep the one that the table uses",
        "my.toml:7:13 PG008 from or position or always is needed, and none is given; give from or position or always",
        "my.toml:8:34 PG008 always is given together with from; give always or from, not both",
    ]


def test_a_map_that_is_no_toml_or_reads_nothing() -> None:
    assert findings("name = \n")[0].startswith("my.toml:1:")
    [nothing] = findings('name = "x"\n')
    assert nothing.startswith("my.toml:1:1 PG008 initiative or kpi or objective or keyResult or observation is needed")
    assert "PG002" in findings(TITLED + 'id = {from = ["x"]}\n')[0]


def test_every_map_of_the_library_is_valid_and_says_what_it_is() -> None:
    for name in map_names():
        found = parse_map(map_text(name), name=name)
        assert found.name == name
        assert found.about
        assert "# " in map_text(name)


def test_maps_are_found_by_name_and_by_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(map_text("jira"), encoding="utf-8")
    assert read_map(path) == read_map(str(path)) == parse_map(map_text("jira"))
    rows = [{"Issue key": "A-1", "Summary": "One"}]
    assert read_table(rows, "jira") == read_table(rows, path) == read_table(rows, read_map(path))
    with pytest.raises(InvalidValueError, match=r'no map is called "jirra"; did you mean jira?'):
        read_table(rows, "jirra")
    with pytest.raises(InvalidValueError, match=r'no map is called "q"; there are .*jira'):
        map_text("q")


def test_a_map_keeps_extensions() -> None:
    found = mapped("x-mine = 1\n")
    assert isinstance(found, ImportMap)
    assert found.initiative is not None
    assert dict(found.initiative.extensions) == {"x-mine": 1}  # type: ignore[attr-defined]
