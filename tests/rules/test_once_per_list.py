"""What several items of a list lack is one finding."""

from hypothesis import given
from hypothesis import strategies as st

from productgov.found import Common, Found
from productgov.rules.once_per_list import once_per_list
from tests.support.examples import Fragment, codes_and_places, document_with, item, messages

OWNER = "have no owner"


def lack(name: str, *, total: int = 18, what: str = OWNER, list: str = "items in now", code: str = "PG206") -> Found:
    common = Common(list=list, total=total, what=what, name=name)
    return Found((list, name), f"{name} lacks it", "add it", code=code, common=common)


def test_one_item_is_said_as_it_is() -> None:
    assert once_per_list([lack("a")]) == (lack("a"),)


def test_several_are_one_finding_at_the_first_with_the_others_as_related_places() -> None:
    (one,) = once_per_list([lack("b"), lack("a"), lack("c")])
    assert (one.path, one.related) == (("items in now", "b"), (("items in now", "a"), ("items in now", "c")))
    assert (one.message, one.hint) == ("3 of the 18 items in now have no owner: b, a and c", "add it")


def test_many_are_counted() -> None:
    (one,) = once_per_list(lack(f"i{index}") for index in range(14))
    assert one.message == "14 of the 18 items in now have no owner: i0, i1, i2, i3, i4 and 9 more"
    assert len(one.related) == 13


def test_all_of_a_list_are_said_to_be_all() -> None:
    (two,) = once_per_list([lack("a", total=2), lack("b", total=2)])
    assert two.message == "both items in now have no owner: a and b"
    (three,) = once_per_list(lack(name, total=3) for name in "abc")
    assert three.message == "all 3 items in now have no owner: a, b and c"


def test_another_code_list_or_lack_is_another_finding_and_others_stay() -> None:
    other = Found(("x",), "wrong", "correct it", code="PG206")
    found = [lack("a"), other, lack("a", what="have no day"), lack("a", list="items in later"), other, lack("b")]
    joined = once_per_list([*found, lack("a", code="PG603")])
    assert [one.path for one in joined] == [
        ("items in now", "a"),
        ("x",),
        ("items in now", "a"),
        ("items in later", "a"),
        ("x",),
        ("items in now", "a"),
    ]
    assert joined[0].related == (("items in now", "b"),)


def unowned(id: str, **fields: object) -> Fragment:
    return item("now", id, title=id, targetDate="2026-04-15", metrics=["activation"], **fields)


def test_an_item_that_ignores_it_is_left_out() -> None:
    ignore = {"ignore": [{"code": "PG206", "reason": "the board decides"}]}
    document = document_with(unowned("a"), unowned("b", **{"x-productgov": ignore}), unowned("c"))
    (finding,) = document.check(select="PG206,PG607")
    assert finding.message == "2 of the 4 open items in now have no owner: a and c"
    assert [related.path for related in finding.related] == ["/roadmap/timeHorizon/now/3"]
    assert finding.related[0].location == document.locate("/roadmap/timeHorizon/now/3")


def test_one_finding_for_each_thing_that_is_missing() -> None:
    lacking = [{"id": name, "title": name, "metrics": []} for name in "abc"]
    fragment: Fragment = {"roadmap": {"timeHorizon": {"now": lacking}}}
    now = "/roadmap/timeHorizon/now/1"
    assert codes_and_places(fragment, select="PG206,PG603") == [("PG206", now), ("PG206", now), ("PG603", now)]
    said = messages(fragment)
    assert any(one.startswith("3 of the 5 open items in now and next name no metric: a, b and c |") for one in said)


FIELDS: dict[str, object] = {
    "owner": "Head of Growth",
    "targetDate": "2026-04-15",
    "startDate": "2026-03-10",
    "theme": "Fewer meetings",
    "metrics": ["activation"],
    "scoring": {"rice": {"reach": 1, "impact": 1, "confidence": 0.5, "effort": 1}},
}
LACKING = st.tuples(st.sampled_from(["now", "next", "later"]), st.sets(st.sampled_from(list(FIELDS))))


def count(items: list[tuple[str, set[str]]]) -> int:
    """How many findings a roadmap has whose items lack these fields, or have the wrong start."""
    columns: dict[str, list[dict[str, object]]] = {}
    for index, (horizon, lacking) in enumerate(items):
        fields = {name: value for name, value in FIELDS.items() if name not in lacking}
        wrong = {"startDate": "2026-02-01"} if "startDate" in lacking else {}
        columns.setdefault(horizon, []).append({"id": f"i{index}", "title": f"I{index}", **fields, **wrong})
    fragment: Fragment = {"roadmap": {"timeHorizon": columns}}
    return len(document_with(fragment).check(select="PG206,PG212,PG603"))


@given(st.lists(LACKING, min_size=1, max_size=6), st.data())
def test_mending_one_item_never_makes_more_findings(items: list[tuple[str, set[str]]], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(items) - 1))
    horizon, lacking = items[index]
    mended = lacking - {data.draw(st.sampled_from(sorted(lacking)))} if lacking else lacking
    assert count([*items[:index], (horizon, mended), *items[index + 1 :]]) <= count(items)
