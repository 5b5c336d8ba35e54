"""The way in: files, texts and mappings, valid or not."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import productgov as pg
from productgov.document import Document
from productgov.formats.registry import FormatName
from tests.support.documents import Json, minimal_document
from tests.support.extras import needs

TEXT = json.dumps(minimal_document(), indent=2)


def refused(text: str | bytes, format: FormatName = "json", limits: pg.Limits | None = None) -> list[tuple[str, str]]:
    with pytest.raises(pg.InvalidDocumentError) as caught:
        pg.loads(text, format=format, limits=limits or pg.Limits())
    return [(finding.code, finding.path) for finding in caught.value.findings]


def wrong(**changes: object) -> Json:
    return {**minimal_document(), **changes}


def test_all_entry_points_read_the_same(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(TEXT)
    governance = pg.from_dict(minimal_document())
    assert pg.load(file) == pg.load(str(file)) == pg.loads(TEXT) == pg.loads(TEXT.encode()) == governance
    assert pg.read(file).governance == governance
    assert pg.read(file).findings == ()


def test_all_entry_points_refuse_the_same(tmp_path: Path) -> None:
    document = wrong(name=5, asOf="soon", zzz=1)
    file = tmp_path / "a.json"
    file.write_text(json.dumps(document))
    expected = {("PG005", "/name"), ("PG007", "/asOf"), ("PG003", "/zzz")}
    ways: list[Callable[[], object]] = [
        lambda: pg.load(file),
        lambda: pg.loads(file.read_text()),
        lambda: pg.from_dict(document),
    ]
    for read in ways:
        with pytest.raises(pg.InvalidDocumentError) as caught:
            read()
        assert {(finding.code, finding.path) for finding in caught.value.findings} == expected
    assert {(finding.code, finding.path) for finding in pg.read(file).findings} == expected


def test_findings_of_text_are_located_and_in_the_order_of_the_text() -> None:
    text = '{\n  "zzz": 1,\n  "name": 5,\n  "productVision": {}\n}'
    with pytest.raises(pg.InvalidDocumentError) as caught:
        pg.loads(text)
    places = [(f.code, f.path, f.location and (f.location.line, f.location.column)) for f in caught.value.findings]
    assert places[:4] == [
        ("PG004", "", (1, 1)),
        ("PG004", "", (1, 1)),
        ("PG004", "", (1, 1)),
        ("PG004", "", (1, 1)),
    ]
    assert places[4:6] == [("PG003", "/zzz", (2, 3)), ("PG005", "/name", (3, 11))]
    assert places[6][2] == (4, 20)


def test_findings_of_plain_data_have_no_location() -> None:
    with pytest.raises(pg.InvalidDocumentError) as caught:
        pg.from_dict(wrong(name=5))
    assert caught.value.findings[0].location is None


def test_a_duplicate_key_is_found_together_with_everything_else() -> None:
    text = TEXT.replace('"productVision"', '"name": 5, "name": "A", "productVision"')
    assert refused(text) == [("PG005", "/name"), ("PG002", "/name")]


def test_a_document_locates_its_values() -> None:
    document = _parsed(TEXT)
    location = document.locate("/productVision/targetMarket/0")
    assert location is not None
    assert TEXT.split("\n")[location.line - 1][location.column - 1 :].startswith('"Families"')
    assert document.locate("/productVision/nothing") == document.locate("/productVision")
    with pytest.raises(pg.InvalidValueError):
        document.locate("productVision")


def test_a_broken_document_has_findings_and_no_governance() -> None:
    document = _parsed("{")
    assert [finding.code for finding in document.findings] == ["PG001"]
    with pytest.raises(pg.InvalidDocumentError):
        _ = document.governance


@pytest.mark.parametrize("version", ["2.0", "1.1", "0.9", "", 1.0, None, [], True])
def test_a_version_that_is_not_known_is_found_alone(version: object) -> None:
    assert refused(json.dumps(wrong(schemaVersion=version, name=5))) == [("PG009", "/schemaVersion")]


def test_a_newer_version_says_to_upgrade() -> None:
    with pytest.raises(pg.InvalidDocumentError) as caught:
        pg.from_dict(wrong(schemaVersion="1.1"))
    [finding] = caught.value.findings
    assert finding.message == 'schemaVersion is the text "1.1"; this release reads 1.0'
    assert finding.hint == "upgrade productgov: a newer release may read it"


def test_no_version_is_the_first_for_ever() -> None:
    assert pg.from_dict(minimal_document()).schema_version == "1.0"
    assert pg.from_dict(wrong(schemaVersion="1.0")) == pg.from_dict(minimal_document())


def test_the_address_of_the_schema_is_kept() -> None:
    governance = pg.from_dict(wrong(**{"$schema": "./schema.json"}))
    assert governance.schema == "./schema.json"
    assert next(iter(pg.to_dict(governance).items())) == ("$schema", "./schema.json")


BAD_TEXTS: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "PG001"),
    "null": ("null", "PG005"),
    "list": ("[]", "PG005"),
    "truncated": (TEXT[:200], "PG001"),
    "NaN": ('{"name": NaN}', "PG001"),
    "Infinity": ('{"name": -Infinity}', "PG001"),
    "6,000 digits": ('{"x-a": ' + "9" * 6_000 + "}", "PG010"),
    "deep": ("[" * 200_000, "PG010"),
    "deep and closed": ('{"x-a": ' + "[" * 150 + "]" * 150 + "}", "PG010"),
    "UTF-16": (TEXT.encode("utf-16"), "PG001"),
    "Latin-1": ('{"name": "é"}'.encode("latin-1"), "PG001"),
    "NUL": ("\0", "PG001"),
    "NUL in a text": ('{"name": "\0"}', "PG001"),
    "lone surrogate": ('{"name": "\ud800"}', "PG001"),
    "two documents": ("{} {}", "PG001"),
}


@pytest.mark.parametrize("case", BAD_TEXTS)
def test_bad_json_is_refused_with_its_code(case: str) -> None:
    text, code = BAD_TEXTS[case]
    assert refused(text)[0][0] == code


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1e999", [("PG007", "/x-a")]),
        ("9" * 400, []),
        (r'"\ud800"', [("PG007", "/x-a")]),
        ('{"a": 1, "a": 2}', [("PG002", "/x-a/a")]),
    ],
)
def test_extension_data_is_read_as_strictly(value: str, expected: list[tuple[str, str]]) -> None:
    text = TEXT.replace('"productVision"', f'"x-a": {value}, "productVision"', 1)
    if expected:
        assert refused(text) == expected
    else:
        assert json.loads(pg.dumps(pg.loads(text)))["x-a"] == json.loads(value)


@pytest.mark.parametrize("value", ["1e999", "9" * 400, "-1e16"])
def test_numbers_beyond_all_use_are_outside_their_limits(value: str) -> None:
    kpi = f'{{"id": "a", "name": "A", "baseline": {value}}}'
    text = TEXT.replace('"northStarMetric"', f'"inputMetrics": [{kpi}], "northStarMetric"')
    assert refused(text) == [("PG007", "/metrics/inputMetrics/0/baseline")]


def test_a_byte_order_mark_is_tolerated() -> None:
    assert pg.loads(b"\xef\xbb\xbf" + TEXT.encode()) == pg.loads(TEXT)
    assert pg.loads("\ufeff" + TEXT) == pg.loads(TEXT)


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    with file.open("wb") as stream:
        stream.truncate(60_000_000)
    [finding] = pg.read(file).findings
    assert finding.code == "PG010"
    assert "max_bytes" in finding.hint


@pytest.mark.parametrize(
    ("limits", "text"),
    [
        (pg.Limits(max_bytes=100), TEXT),
        (pg.Limits(max_depth=2), TEXT),
        (pg.Limits(max_nodes=10), TEXT),
        (pg.Limits(max_digits=5), TEXT.replace('"productVision"', '"x-a": 123456, "productVision"', 1)),
    ],
)
def test_limits_are_the_callers(limits: pg.Limits, text: str, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(text)
    assert [code for code, _ in refused(text, limits=limits)] == ["PG010"]
    assert [finding.code for finding in pg.read(file, limits=limits).findings] == ["PG010"]
    with pytest.raises(pg.InvalidDocumentError) as caught:
        pg.load(file, limits=limits)
    assert [finding.code for finding in caught.value.findings] == ["PG010"]
    with pytest.raises(pg.InvalidDocumentError) as caught:
        pg.from_dict(json.loads(text), limits=limits)
    assert [finding.code for finding in caught.value.findings] == ["PG010"]


def test_plain_data_that_holds_itself_is_refused() -> None:
    loop: list[object] = []
    loop.append(loop)
    with pytest.raises(pg.InvalidDocumentError) as caught:
        pg.from_dict(wrong(**{"x-a": loop}))
    assert [finding.code for finding in caught.value.findings] == ["PG010"]


def test_plain_data_that_explodes_is_refused() -> None:
    bomb: object = "a"
    for _ in range(40):
        bomb = [bomb, bomb]
    with pytest.raises(pg.InvalidDocumentError) as caught:
        pg.from_dict(wrong(**{"x-a": bomb}))
    assert [finding.code for finding in caught.value.findings] == ["PG010"]


def test_files_that_cannot_be_read_say_so_as_python_does(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        pg.load(tmp_path / "nothing.json")
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(IsADirectoryError):
        pg.load(tmp_path / "folder.json")
    with pytest.raises(pg.UnknownFormatError, match=r"expected one of \.json, \.yaml, \.yml, \.toml"):
        pg.load(tmp_path / "a.txt")
    with pytest.raises(pg.UnknownFormatError, match="unknown format 'xml'; expected one of json, yaml, toml"):
        pg.loads(TEXT, format="xml")  # type: ignore[arg-type]


@needs("yaml")
def test_yaml_is_read_as_the_core_schema_says(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_text(pg.dumps(pg.from_dict(wrong(name="no", asOf="2026-01-01")), format="yaml"))
    assert 'name: "no"' in file.read_text() or "name: 'no'" in file.read_text()
    governance = pg.load(file)
    assert governance.name == "no"
    assert governance.as_of is not None


def test_toml_dates_may_be_native(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("asOf = 2026-01-01\n" + pg.dumps(pg.from_dict(minimal_document()), format="toml"))
    assert str(pg.load(file).as_of) == "2026-01-01"


def _parsed(text: str) -> Document:
    from productgov.loading import parse

    return parse(text, format="json", name="a.json", limits=pg.Limits())


def test_a_text_is_parsed_as_a_document_valid_or_not() -> None:
    document = pg.parse(TEXT, format="json")
    assert (document.name, document.format, document.text) == ("<text>", "json", TEXT)
    assert document.governance == pg.loads(TEXT)
    assert document.data == json.loads(TEXT)
    broken = pg.parse("{", format="json", name="buffer")
    assert (broken.name, [finding.code for finding in broken.findings]) == ("buffer", ["PG001"])
    with pytest.raises(pg.UnknownFormatError, match="unknown format 'xml'"):
        pg.parse(TEXT, format="xml")  # type: ignore[arg-type]


def test_a_finding_marks_the_text_of_its_value() -> None:
    broken = TEXT.replace('"Retention"', "5").replace('"metrics"', '"metricks"').replace('"frame', '"x-frame')
    lines = broken.split("\n")
    findings = pg.parse("\n".join(lines), format="json").findings
    marked = {
        finding.code: lines[finding.location.line - 1][finding.location.column - 1 : finding.end.column - 1]
        for finding in findings
        if finding.location and finding.end
    }
    assert marked == {"PG003": '"metricks"', "PG004": "{", "PG005": "5"}


def test_a_document_says_what_is_at_a_place_of_its_text() -> None:
    document = _parsed(TEXT)
    location, key = document.locate("/productVision/mission"), document.locate("/productVision/mission", key=True)
    assert location is not None
    assert key is not None
    assert key.line == location.line
    assert key.column < location.column
    for place in (location, key):
        assert document.pointer_at(place.line, place.column) == "/productVision/mission"
    assert document.pointer_at(0, 0) == ""


@pytest.mark.parametrize(
    ("call", "hint"),
    [
        (lambda: pg.loads("governance.yaml"), "call load instead of loads"),
        (lambda: pg.loads("name: A\nmetrics: {}\n"), 'call loads(text, format="yaml")'),
        (lambda: pg.loads('name = "A"\n'), 'call loads(text, format="toml")'),
        (lambda: pg.from_dict(TEXT), "call loads for a text, load for the name of a file"),  # type: ignore[call-overload]
    ],
)
def test_the_wrong_function_for_a_text_hints_at_the_right_one(call: Callable[[], object], hint: str) -> None:
    with pytest.raises(pg.InvalidDocumentError) as caught:
        call()
    assert hint in caught.value.findings[0].hint


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (TEXT, "not the text of a document; call loads or parse"),
        ("a: 1\nb: 2.yaml", "not the text of a document; call loads or parse"),
        (minimal_document(), "not a mapping; call from_dict"),
        (5, "expected the name of a file, not 5"),
        (TEXT.encode(), "expected the name of a file, not a bytes"),
    ],
)
@pytest.mark.parametrize("function", [pg.load, pg.read])
def test_what_is_not_the_name_of_a_file_is_refused_with_the_function_to_call(
    function: Callable[[object], object], path: object, message: str
) -> None:
    with pytest.raises(pg.InvalidValueError, match=message):
        function(path)


def test_one_object_of_the_model_is_built_from_plain_data() -> None:
    initiative = pg.from_dict({"id": "search", "title": "Search"}, pg.Initiative)
    assert initiative == pg.Initiative(id="search", title="Search")
    assert pg.from_dict(minimal_document(), pg.ProductGovernance) == pg.from_dict(minimal_document())


@pytest.mark.parametrize(
    ("data", "limits", "path"),
    [
        ({"id": "search", "titel": "Search"}, pg.Limits(), "/titel"),
        ({"id": "a", "title": "A", "x-a": [[]]}, pg.Limits(max_depth=2), "/x-a/0"),
    ],
)
def test_what_is_wrong_with_one_object_is_found_as_in_a_document(
    data: Mapping[str, object], limits: pg.Limits, path: str
) -> None:
    with pytest.raises(pg.InvalidDocumentError) as caught:
        pg.from_dict(data, pg.Initiative, limits=limits)
    assert path in [finding.path for finding in caught.value.findings]
    assert caught.value.name == "<mapping>"


def test_a_class_that_is_not_of_the_model_is_refused() -> None:
    with pytest.raises(pg.InvalidValueError, match="objects of the model, such as Initiative, not <class 'int'>"):
        pg.from_dict({}, int)


@pytest.mark.parametrize("call", [pg.load, pg.read])
def test_a_name_with_a_null_character_is_an_os_error(call: Callable[[str], object]) -> None:
    with pytest.raises(OSError, match="Invalid argument"):
        call("a\0.json")
