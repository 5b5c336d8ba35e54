"""What cannot be edited in place is written anew: the value, then what holds it, and it is named."""

from collections.abc import Mapping

import attrs
import pytest

import productgov as pg
from productgov.codec import migrations
from productgov.codec.migrations import Step
from productgov.editing import lines, patch, rewrite
from productgov.editing.edits import Change
from productgov.editing.wanted import Wanted, same
from productgov.formats.reading import NoPositions, Reading
from tests.support.documents import minimal_document
from tests.support.edited import HEAD, TAIL, document, document_with, item, moved, without
from tests.support.extras import needs

needs_yaml = needs("yaml")


def renamed(governance: pg.ProductGovernance) -> pg.ProductGovernance:
    return attrs.evolve(governance, name="New")


def says(edited: pg.Document, governance: pg.ProductGovernance) -> bool:
    return same(pg.to_dict(edited.governance), pg.to_dict(governance))


@needs_yaml
@pytest.mark.parametrize("last", ["  |", "  |-", "  >", "  |+"])
def test_a_block_text_that_the_end_of_the_file_ends_is_written_anew_when_something_follows(last: str) -> None:
    before = document(f"{HEAD}", head="", tail=f"{TAIL}roadmap: {{timeHorizon: {{}}}}\nx-note:{last}\n  no line end")
    wanted = attrs.evolve(before.governance, extensions=pg.Extensions({**before.governance.extensions, "x-other": 1}))
    after = before.edit(wanted)
    assert says(after, wanted)
    assert after.text.startswith(before.text[: before.text.index("x-note")])
    assert after.rewritten == (() if "-" in last else ("/x-note",))


@needs_yaml
def test_what_is_inside_a_value_that_did_not_change_is_written_anew_too() -> None:
    end = "roadmap: {timeHorizon: {}}\nx-note:\n  deep: |\n    no line end"
    before = document("", tail=f"{TAIL}{end}")
    wanted = attrs.evolve(before.governance, extensions=pg.Extensions({**before.governance.extensions, "x-other": 1}))
    after = before.edit(wanted)
    assert after.text == before.text.replace("|\n    no line end", '"no line end"\nx-other: 1')
    assert after.rewritten == ("/x-note/deep",)


@needs_yaml
def test_keys_with_question_marks_are_edited_too() -> None:
    roadmap = "roadmap:\n  timeHorizon:\n    now:\n      - ? id\n        : a\n        ? title\n        : First\n"
    before = document(roadmap)
    after = before.edit(item(before.governance, "a", title="New"))
    assert after.text == document_with(roadmap, {"First": "New"})
    assert after.rewritten == ()


@needs_yaml
def test_keys_without_a_colon_are_written_anew_with_their_object() -> None:
    roadmap = "roadmap: {timeHorizon: {}}\nx-data: {a, b: [1, {c: 2}]}  # of it\n"
    before = document(roadmap)
    wanted = attrs.evolve(before.governance, extensions=pg.Extensions({"x-data": {"a": 3, "b": [1, {"c": 2}]}}))
    after = before.edit(wanted)
    assert after.text == document_with(roadmap, {"a, b": "a: 3, b"})
    assert after.rewritten == ("/x-data",)


@needs_yaml
def test_anchors_are_refused_before_anything_is_edited() -> None:
    text = f"{HEAD}roadmap: &here {{timeHorizon: {{}}}}\n{TAIL}"
    with pytest.raises(pg.InvalidDocumentError, match="anchors are not read: &here"):
        pg.parse(text, format="yaml").edit(renamed)


@needs_yaml
def test_the_last_item_of_a_text_ends_where_the_text_ends() -> None:
    before = document("", tail=f"{TAIL}roadmap:\n  timeHorizon:\n    now:\n    - id: a\n      title: First")
    assert before.edit(item(before.governance, "a", tags=("x",))).text == f"{before.text}\n      tags: [x]"
    wanted = attrs.evolve(before.governance, name="New")
    assert before.edit(moved(wanted, "a", "next")).text.endswith("now: []\n    next:\n    - id: a\n      title: First")


@needs_yaml
@pytest.mark.parametrize("wrong", [0, 1])
def test_a_small_change_that_the_reader_refuses_gives_way_to_a_larger_one(
    wrong: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = "      - id: a\n        title: First\n      - id: b\n        title: Second\n"
    roadmap = f"roadmap:\n  timeHorizon:\n    now:\n{items}"
    before = document(roadmap)
    wanted = item(item(before.governance, "a", title="New"), "b", title="Two")
    place = lines.replaced_scalar

    def broken(*arguments: object) -> list[Change]:
        changes: list[Change] = place(*arguments)  # type: ignore[arg-type]
        return [change._replace(text='"') if change.path[3] == wrong else change for change in changes]

    monkeypatch.setattr(patch, "replaced_scalar", broken)
    quoted = ['"New"', "Two"] if wrong == 0 else ["New", '"Two"']
    after = before.edit(wanted)
    assert after.text == document_with(roadmap, {"First": quoted[0], "Second": quoted[1]})
    assert after.rewritten == (f"/roadmap/timeHorizon/now/{wrong}/title",)
    monkeypatch.setattr(rewrite, "_ATTEMPTS", 1)
    assert before.edit(wanted).rewritten == ("",)


@needs_yaml
def test_when_no_small_change_does_the_whole_is_written_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    before = document("roadmap: {timeHorizon: {}}\n")
    monkeypatch.setattr(patch.Patch, "changes", lambda self, wanted: [Change(0, 0, "name: Old\n", ("name",))])
    after = before.edit(renamed)
    assert after.rewritten == ("",)
    assert says(after, renamed(before.governance))
    monkeypatch.setattr(patch.Patch, "changes", lambda self, wanted: [Change(0, 0, "{", ("name",))])
    assert before.edit(renamed).text == after.text


def test_toml_is_written_anew_and_says_so() -> None:
    text = pg.dumps(pg.from_dict(minimal_document()), format="toml")
    before = pg.parse(f"# ours\n{text}", format="toml")
    after = before.edit(renamed)
    assert after.rewritten == ("",)
    assert says(after, renamed(before.governance))
    assert before.edit(before.governance) is before
    with pytest.raises(pg.InvalidValueError, match="null"):
        before.edit(attrs.evolve(before.governance, extensions=pg.Extensions({"x-a": None})))


@needs_yaml
def test_yaml_with_lines_that_end_in_cr_alone_is_written_anew_and_says_so() -> None:
    before = pg.parse(f"{HEAD}roadmap: {{timeHorizon: {{}}}}\n{TAIL}".replace("\n", "\r"), format="yaml")
    after = before.edit(renamed)
    assert after.rewritten == ("",)
    assert says(after, renamed(before.governance))


def test_an_older_version_is_written_anew_in_the_current_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def migrate(data: Mapping[str, object]) -> Mapping[str, object]:
        return {("productVision" if key == "vision" else key): value for key, value in data.items()}

    monkeypatch.setattr(migrations, "STEPS", {"0.9": Step("1.0", migrate)})
    for function in (migrations.migrated, migrations.version_mistake):
        monkeypatch.setattr(function, "__defaults__", (migrations.STEPS,))
    text = pg.dumps(pg.from_dict(minimal_document())).replace("1.0", "0.9", 1).replace("productVision", "vision")
    before = pg.parse(text, format="json")
    assert before.findings == ()
    after = before.edit(renamed)
    assert after.rewritten == ("",)
    assert pg.parse(after.text, format="json").data == pg.to_dict(renamed(before.governance))


def test_a_change_gives_a_governance_and_a_document_is_valid() -> None:
    before = pg.parse(pg.dumps(pg.from_dict(minimal_document())), format="json")
    with pytest.raises(pg.InvalidValueError, match="expected a governance, or a function that returns one, not null"):
        before.edit(lambda governance: None)  # type: ignore[arg-type, return-value]
    with pytest.raises(pg.InvalidValueError, match="expected a governance"):
        before.edit("x")  # type: ignore[arg-type]
    with pytest.raises(pg.InvalidDocumentError):
        pg.parse("{}", format="json").edit(renamed)
    without_text = pg.Document(name="<mapping>", reading=Reading(data=before.data, positions=NoPositions()))
    with pytest.raises(pg.InvalidValueError, match="came from no text"):
        without_text.edit(renamed)
    full = pg.parse(before.text, format="json", limits=pg.Limits(max_bytes=len(before.text)))
    with pytest.raises(pg.InvalidDocumentError) as caught:
        full.edit(renamed)
    assert [finding.code for finding in caught.value.findings] == ["PG010"]


@needs_yaml
def test_a_copy_of_an_item_is_new_text_and_its_original_stays() -> None:
    roadmap = "roadmap:\n  timeHorizon:\n    now:\n      # about a\n      - id: a\n        title: First\n    next: []\n"
    before = document(roadmap)
    copied = moved(before.governance, "a", "next")
    columns = attrs.evolve(copied.roadmap.time_horizon, now=before.governance.roadmap.time_horizon.now)
    wanted = attrs.evolve(copied, roadmap=attrs.evolve(copied.roadmap, time_horizon=columns))
    after = before.edit(wanted)
    assert after.text == document_with(roadmap, {"next: []": "next:\n      - id: a\n        title: First"})
    assert after.edit(without(wanted, "a")).governance == without(wanted, "a")


@needs_yaml
def test_what_did_not_come_out_right_is_written_as_safely_as_possible() -> None:
    end = "roadmap: {timeHorizon: {}}\nx-note: |\n  one\n  no line end"
    before = document("", tail=f"{TAIL}{end}")
    wanted = attrs.evolve(before.governance, extensions=pg.Extensions({**before.governance.extensions, "x-other": 1}))
    after = before.edit(wanted)
    assert after.text == before.text.replace("|\n  one\n  no line end", '"one\\nno line end"\nx-other: 1')
    assert after.rewritten == ("/x-note",)


@needs_yaml
def test_a_text_that_the_reader_complains_of_is_not_right_whatever_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    before = document("roadmap: {timeHorizon: {}}\n")
    twice = [Change(0, 0, "name: New\nname: New\n", ("name",))]
    monkeypatch.setattr(patch.Patch, "changes", lambda self, wanted: twice)
    assert before.edit(renamed).rewritten == ("",)


@needs_yaml
def test_what_holds_a_value_is_written_anew_only_when_the_value_alone_does_not_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    roadmap = "roadmap:\n  timeHorizon:\n    now:\n      - id: a\n        title: First\n        x-n: 0x10\n"
    before = document(roadmap)
    path = ("roadmap", "timeHorizon", "now", 0, "title")
    changes = patch.Patch.changes

    def broken(self: patch.Patch, wanted: Wanted) -> list[Change]:
        wrong = [Change(0, 0, '"', path)] if not self.is_distrusted(path[:-1]) else []
        return [*wrong, *changes(self, wanted)]

    monkeypatch.setattr(patch.Patch, "changes", broken)
    after = before.edit(item(before.governance, "a", title="New"))
    assert after.text == document_with(roadmap, {"First": '"New"', "0x10": "16"})
    assert after.rewritten == ("/roadmap/timeHorizon/now/0",)


@needs_yaml
@pytest.mark.parametrize("depth", [4, 3])
def test_nothing_of_the_old_text_is_used_in_what_did_not_come_out_right(
    depth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    roadmap = (
        "roadmap:\n  timeHorizon:\n    now:\n      # of a\n      - id: a\n        title: First\n        x-n: 0x10\n"
    )
    before = document(roadmap)
    path = ("roadmap", "timeHorizon", "next", 0)[:depth]
    changes = patch.Patch.changes

    def broken(self: patch.Patch, wanted: Wanted) -> list[Change]:
        wrong = [] if self.is_distrusted(path) else [Change(0, 0, '"', path)]
        return [*wrong, *changes(self, wanted)]

    kept = before.edit(moved(before.governance, "a", "next")).text
    assert "# of a" in kept
    assert "x-n: 0x10" in kept
    monkeypatch.setattr(patch.Patch, "changes", broken)
    after = before.edit(moved(before.governance, "a", "next"))
    assert "# of a" not in after.text
    assert "x-n: 16" in after.text
    assert after.rewritten == (f"/{'/'.join(map(str, path))}",)


def test_a_text_that_is_written_anew_is_one_change_from_its_beginning_to_its_end() -> None:
    text = pg.dumps(pg.from_dict(minimal_document()), format="toml")
    wanted = Wanted(fields={"name": Wanted(value="New")})
    found = rewrite.rewritten_text(text, "toml", wanted, pg.Limits())
    assert found.changes == (Change(0, len(text), found.text, ()),)
