"""Versions of the format, tried with old versions that never were."""

from collections.abc import Mapping

from productgov.codec.migrations import Step, migrated, version_mistake


def rename_goal(data: Mapping[str, object]) -> Mapping[str, object]:
    return {("mission" if key == "goal" else key): value for key, value in data.items()}


def drop_colour(data: Mapping[str, object]) -> Mapping[str, object]:
    return {key: value for key, value in data.items() if key != "colour"}


STEPS = {"0.8": Step("0.9", rename_goal), "0.9": Step("1.0", drop_colour)}


def test_steps_run_one_after_the_other_up_to_the_current_version() -> None:
    old = {"schemaVersion": "0.8", "goal": "g", "colour": "red"}
    assert migrated(old, STEPS) == {"schemaVersion": "1.0", "mission": "g"}
    assert old == {"schemaVersion": "0.8", "goal": "g", "colour": "red"}


def test_a_chain_may_be_entered_anywhere() -> None:
    assert migrated({"schemaVersion": "0.9", "goal": "g", "colour": 1}, STEPS) == {
        "schemaVersion": "1.0",
        "goal": "g",
    }


def test_what_is_current_or_says_nothing_or_is_no_document_is_left_as_it_is() -> None:
    unchanged: list[object] = [{"schemaVersion": "1.0", "colour": 1}, {"colour": 1}, [], None, {"schemaVersion": None}]
    for data in unchanged:
        assert migrated(data, STEPS) is data


def test_versions_that_can_be_migrated_are_no_mistake() -> None:
    assert version_mistake({"schemaVersion": "0.8"}, STEPS) is None
    assert version_mistake({"schemaVersion": "1.0"}, STEPS) is None
    assert version_mistake({}, STEPS) is None
    assert version_mistake([], STEPS) is None


def test_any_other_version_is_a_mistake_that_names_those_that_are_read() -> None:
    mistake = version_mistake({"schemaVersion": "0.7"}, STEPS)
    assert mistake is not None
    assert mistake.code == "PG009"
    assert mistake.message == 'schemaVersion is the text "0.7"; this release reads 0.8, 0.9, 1.0'
    assert mistake.hint == 'write "1.0", or leave it out'
