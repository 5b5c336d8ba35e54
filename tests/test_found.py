"""What was found becomes a finding: with its places in the text, and a limit on the related ones."""

from productgov.document import reading_of
from productgov.findings import Location, Related
from productgov.found import Found
from productgov.loading import parse

TEXT = '{"a": [1, 22], "b": {"c": 3}}'


def test_the_value_and_the_related_values_have_their_places_in_the_text() -> None:
    reading = reading_of(parse(TEXT, format="json"))
    finding = reading.locate(Found(("a", 1), "wrong", "correct it", related=(("b", "c"), ("gone",))))
    assert (finding.location, finding.end) == (Location(line=1, column=11), Location(line=1, column=13))
    assert finding.related == (
        Related(path="/b/c", location=Location(line=1, column=27), end=Location(line=1, column=28)),
        Related(path="/gone", location=Location(line=1, column=1), end=Location(line=1, column=30)),
    )


def test_what_came_from_no_text_has_paths_alone() -> None:
    finding = Found(("a", 1), "wrong", "correct it", related=(("b", "c"),)).to_finding()
    assert (finding.location, finding.related) == (None, (Related(path="/b/c"),))
    assert Found((), "wrong", "correct it").to_finding().related == ()


def test_a_hundred_related_places_are_kept_and_the_others_counted() -> None:
    finding = Found((), "wrong", "correct it", related=tuple(("a", index) for index in range(103))).to_finding()
    assert [related.path for related in finding.related] == [f"/a/{index}" for index in range(100)]
    assert finding.related_omitted == 3
    assert Found((), "wrong", "correct it", related=(("a",),) * 100).to_finding().related_omitted == 0
