"""The history of a document: first promises, re-plans, moves, days, periods; and reading it from git."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import attrs
import pytest
from jsonschema import Draft202012Validator

import productgov as pg
from productgov.changes import GitVersion, history
from productgov.changes.history_versions import State
from productgov.changes.tracing import history_of
from productgov.cli.main import main
from productgov.errors import GitError
from productgov.schema.outputs import OUTPUTS
from tests.changes.test_merge import BASE
from tests.support.git import commit, git, needs_git, repository

Governance = pg.ProductGovernance
Status = pg.Status


def day(month: int, number: int = 1) -> date:
    return date(2026, month, number)


def states(*versions: tuple[date, Governance]) -> tuple[State, ...]:
    return tuple(
        State(GitVersion(day=when, commit=f"{number:040}", path="plan.json"), governance)
        for number, (when, governance) in enumerate(versions)
    )


def without_now(before: Governance) -> Governance:
    return attrs.evolve(before, roadmap=attrs.evolve(before.roadmap, time_horizon=pg.TimeHorizon(), dependencies=()))


EMPTY = without_now(BASE)
ONE = EMPTY.add(pg.Initiative(id="a", title="The one", target_date=day(3, 20)), "next")


def test_the_first_promise_is_what_no_later_version_can_change() -> None:
    found = history_of(
        states(
            (day(1), ONE),
            (day(2), ONE.change("a", target_date=day(4), committed_date=day(4))),
            (day(3), ONE.change("a", target_date=day(6), committed_date=day(6))),
            (day(5), ONE.change("a", target_date=None)),
        ),
        as_of=day(7),
    )
    item = found.find("a")
    assert item is not None
    assert (item.first_promise, item.promised_on) == (day(4), day(2))
    assert [(one.day, one.before, one.after) for one in item.replans] == [
        (day(2), day(3, 20), day(4)),
        (day(3), day(4), day(6)),
        (day(5), day(6), None),
    ]
    assert item.due is None
    assert item.slip is None
    assert found.first_promises == {"a": day(4)}
    assert found.progress.due == 1
    assert found.progress.promises[0].due == day(4)
    assert found.find("b") is None


def test_slips_are_counted_to_the_day_that_is_due_or_the_day_of_delivery() -> None:
    late = ONE.change("a", target_date=day(3, 30))
    assert [item.slip for item in history_of(states((day(1), ONE), (day(2), late))).items] == [10]
    done = ONE.deliver("a", on=day(3, 18))
    found = history_of(states((day(1), ONE), (day(4), done)))
    assert [(item.slip, item.delivered, item.place) for item in found.items] == [(-2, day(3, 18), "delivered")]
    assert found.progress.on_time == 1
    unknown = history_of(states((day(1), ONE), (day(4), done.change("a", delivered_date=None))))
    assert [item.slip for item in unknown.items] == [None]


def test_what_was_promised_and_dropped_or_removed_is_withdrawn() -> None:
    dropped = history_of(states((day(1), ONE), (day(2), ONE.drop("a", "No use.", on=day(2)))))
    assert [(item.id, item.place, item.slip) for item in dropped.withdrawn] == [("a", "delivered", None)]
    removed = history_of(states((day(1), ONE), (day(2), EMPTY), (day(3), EMPTY)))
    assert [(item.gone, item.place, item.slip) for item in removed.withdrawn] == [(day(2), None, None)]
    back = history_of(states((day(1), ONE), (day(2), EMPTY), (day(3), ONE)))
    assert back.withdrawn == ()
    assert back.items[0].gone is None
    done = ONE.deliver("a", on=day(2))
    assert history_of(states((day(1), done), (day(2), EMPTY))).withdrawn == ()


def test_moves_and_days_in_each_list() -> None:
    vision = EMPTY.add(pg.Vision(id="a", title="The one"), "future")
    found = history_of(
        states((day(1), vision), (day(1, 11), ONE), (day(1, 31), ONE.move("a", "now")), (day(2, 1), ONE)),
        as_of=day(2, 3),
    )
    item = found.items[0]
    assert [(one.before, one.after) for one in item.moves] == [
        (None, "future"),
        ("future", "next"),
        ("next", "now"),
        ("now", "next"),
    ]
    assert item.stays == (("future", 10), ("next", 22), ("now", 1))
    assert (item.days_in("next"), item.days_in("later")) == (22, 0)
    assert item.status is Status.PROPOSED
    only_vision = history_of(states((day(1), vision)), as_of=day(1, 3)).items[0]
    assert (only_vision.status, only_vision.stays) == (None, (("future", 2),))


def test_an_item_whose_id_has_changed_is_followed() -> None:
    found = history_of(
        states((day(1), ONE), (day(2), ONE.rename("a", "b")), (day(3), ONE.rename("a", "b").move("b", "now")))
    )
    assert [(item.id, item.former_ids, item.first_promise) for item in found.items] == [("b", ("a",), day(3, 20))]
    assert found.find("a") is found.find("b") is found.items[0]
    other = EMPTY.add(pg.Initiative(id="z", title="Nothing of that", kind=pg.InitiativeKind.DEBT), "now")
    assert [item.id for item in history_of(states((day(1), ONE), (day(2), other))).items] == ["z", "a"]


def test_an_id_that_another_item_had_before_is_not_followed() -> None:
    other = EMPTY.add(pg.Initiative(id="b", title="Nothing of that", kind=pg.InitiativeKind.DEBT), "now")
    again = ONE.rename("a", "b").add(pg.Initiative(id="c", title="Quite different"), "later")
    found = history_of(states((day(1), other), (day(2), ONE), (day(3), again)))
    assert {item.id: item.former_ids for item in found.items} == {"b": (), "c": (), "a": ()}


def test_periods_compare_what_was_planned_with_what_was_delivered() -> None:
    plan = EMPTY
    for name in "abcd":
        plan = plan.add(pg.Initiative(id=name, title=f"Item {name}", target_date=day(3, 20)), "now")
    changed = plan.move("d", "now", "a").move("c", "next").add(pg.Initiative(id="e", title="E"), "now")
    later = changed.deliver("a", on=day(3, 30)).change("b", target_date=day(9))
    found = history_of(states((day(1), plan), (day(2), changed), (day(4, 2), later), (day(4, 3), later)))
    first, second = found.periods
    assert (first.period, first.planned, first.kept) == ("2026-Q1", ("a", "b", "c", "d"), ("a",))
    assert (first.added, first.left, first.delivered) == (("e",), ("c",), ("a",))
    assert (first.reranked, first.replans) == (1, 0)
    assert (second.period, second.planned, second.kept) == ("2026-Q2", ("a", "b", "d", "e"), ())
    assert (second.left, second.delivered, second.replans) == ((), (), 1)
    months = history_of(states((day(1), plan), (day(2), changed)), period="month").periods
    assert [(each.period, each.planned) for each in months] == [
        ("2026-01", ("a", "b", "c", "d")),
        ("2026-02", ("a", "b", "c", "d")),
    ]
    assert history_of(states((day(1), plan))).periods[0].planned == ("a", "b", "c", "d")


def test_what_is_done_and_then_cleared_away_has_not_left_now() -> None:
    plan = EMPTY.add(pg.Initiative(id="a", title="Item a"), "now")
    done = plan.change("a", status=Status.DONE)
    found = history_of(states((day(1), plan), (day(2), done), (day(3), EMPTY)))
    assert [(each.left, each.delivered) for each in found.periods] == [((), ("a",))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a document that was renamed, broken once, and is on main through a merge."""
    monkeypatch.chdir(repository(tmp_path))
    commit(tmp_path, {"plan.json": pg.dumps(ONE)}, on="2026-01-05")
    commit(tmp_path, {"plan.json": pg.dumps(ONE.change("a", title="Another"))}, on="2026-01-05")
    commit(tmp_path, {"plan.json": "{broken"}, on="2026-01-05")
    git(tmp_path, "checkout", "-q", "-b", "topic")
    commit(tmp_path, {"plan.json": pg.dumps(ONE.move("a", "now"))}, on="2026-02-01")
    commit(tmp_path, {"plan.json": pg.dumps(ONE.move("a", "later"))}, on="2026-02-02")
    git(tmp_path, "checkout", "-q", "main")
    git(tmp_path, "merge", "-q", "--no-ff", "-m", "merge", "topic", on="2026-02-10")
    git(tmp_path, "mv", "plan.json", "ünser plan.json")
    commit(tmp_path, {}, on="2026-02-20")
    late = ONE.move("a", "later").change("a", target_date=day(5))
    commit(tmp_path, {"ünser plan.json": pg.dumps(late)}, on="2026-03-01")
    return tmp_path


@needs_git
def test_the_versions_of_a_file_are_those_that_landed_under_all_its_names(folder: Path) -> None:
    found = history("ünser plan.json", as_of=day(3, 1))
    assert [(one.day, one.path) for one in found.versions] == [
        (day(1, 5), "plan.json"),
        (day(2, 10), "plan.json"),
        (day(2, 20), "ünser plan.json"),
        (day(3, 1), "ünser plan.json"),
    ]
    assert (found.listed, found.is_shallow) == (6, False)
    assert [(one.version.day, one.reason[:5]) for one in found.skipped] == [(day(1, 5), "PG001")]
    item = found.items[0]
    assert (item.first_promise, item.due, len(item.replans)) == (day(3, 20), day(5), 1)
    assert [(one.before, one.after) for one in item.moves] == [(None, "next"), ("next", "later")]
    every = history(folder / "ünser plan.json", every_version=True)
    assert [one.day for one in every.versions] == [day(1, 5), day(1, 5), day(2, 10), day(2, 20), day(3, 1)]
    since = history("ünser plan.json", since=day(2, 15))
    assert [one.day for one in since.versions] == [day(2, 10), day(2, 20), day(3, 1)]


@needs_git
def test_a_shallow_clone_is_said_and_odd_versions_are_skipped(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = folder.parent / f"{folder.name}-clone"
    git(folder, "clone", "-q", "--depth", "1", folder.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    assert history("ünser plan.json").is_shallow
    assert main(["history", "ünser plan.json"]) == 0
    assert "This is a shallow clone: its history begins too late." in capsys.readouterr().out.replace("\n", " ")
    assert main(["history", "ünser plan.json", "--format", "csv"]) == 0
    assert "this is a shallow clone" in capsys.readouterr().err
    assert len(history("ünser plan.json", limits=pg.Limits()).versions) == 1
    with pytest.raises(GitError, match="of 1 version in git, none can be read; it is longer than 10 bytes"):
        history("ünser plan.json", limits=pg.Limits(max_bytes=10))


@needs_git
def test_links_unknown_formats_and_what_was_not_fetched_are_skipped(tmp_path: Path) -> None:
    repository(tmp_path)
    Path(tmp_path, "plan.json").symlink_to("elsewhere.json")
    commit(tmp_path, {}, on="2026-01-01")
    Path(tmp_path, "plan.json").unlink()
    commit(tmp_path, {"plan.json": pg.dumps(ONE)}, on="2026-01-02")
    git(tmp_path, "rm", "-q", "plan.json")
    commit(tmp_path, {}, on="2026-01-03")
    commit(tmp_path, {"plan.json": pg.dumps(ONE)}, on="2026-01-01")
    found = history(tmp_path / "plan.json")
    assert [one.reason for one in found.skipped] == ["it is not a regular file"]
    assert (found.listed, [one.day for one in found.versions]) == (3, [day(1, 2)])
    commit(tmp_path, {"plan.txt": pg.dumps(ONE)}, on="2026-01-04")
    with pytest.raises(GitError, match="unknown file ending"):
        history(tmp_path / "plan.txt")
    commit(tmp_path, {"plan.json": pg.dumps(ONE.move("a", "now"))}, on="2026-01-05")
    blob = git(tmp_path, "rev-parse", "HEAD:plan.json").strip()
    Path(tmp_path, ".git", "objects", blob[:2], blob[2:]).unlink()
    assert history(tmp_path / "plan.json").skipped[-1].reason == "its content was not fetched"


@needs_git
def test_files_that_git_does_not_have(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(GitError, match="git repository"):
        history(tmp_path / "plan.json")
    repository(tmp_path)
    assert main(["history", str(tmp_path / "plan.json")]) == 2
    assert capsys.readouterr().err.startswith("productgov: ")
    commit(tmp_path, {"other.json": "{}"})
    with pytest.raises(GitError, match="no commit on this branch has the file"):
        history(tmp_path / "plan.json")


@needs_git
def test_every_format_says_what_was_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "ünser plan.json"
    assert main(["history", name, "--as-of", "2026-04-01"]) == 0
    text = capsys.readouterr().out
    assert text.startswith(f"{name}: 4 of 6 versions read, from 2026-01-05 to 2026-03-01.\n\n1 version could not be")
    assert "Of 1 first promise come due, 0 delivered, 0 on time; median slip 12 days.\n" in text
    assert max(map(len, text.splitlines())) <= 80
    assert text.rstrip("\n") == str(history(name, as_of=day(4)))
    assert main(["history", name, "--format", "json", "--by", "month"]) == 0
    printed = json.loads(capsys.readouterr().out)
    Draft202012Validator(OUTPUTS["history"]()).validate(printed)
    assert printed["items"][0]["firstPromise"] == "2026-03-20"
    assert [one["period"] for one in printed["periods"]] == ["2026-01", "2026-02", "2026-03"]
    assert main(["history", name, "--format", "markdown"]) == 0
    assert "### Promises\n\n| item | promised |" in capsys.readouterr().out
    assert main(["history", name, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["id"], row["first_promise"], row["days_in_next"]) for row in rows] == [("a", "2026-03-20", "36")]
    assert main(["history", name, "-o", "out.txt"]) == 0
    assert Path("out.txt").read_text(encoding="utf-8").startswith(name)


def test_a_history_shows_itself_and_is_a_table() -> None:
    gone = EMPTY
    for number in range(12):
        gone = gone.add(pg.Initiative(id=f"i{number}", title=f"Item {number}", target_date=day(2)), "now")
    found = history_of(states((day(1), gone), (day(2), EMPTY)), name="plan")
    assert repr(found) == "<History: 2 versions, 12 items>"
    assert "dropped or removed: i0, i1, i2, i3, i4 and 7 more." in str(found).replace("\n", " ")
    assert len(found.table) == 12
    assert "text/html" in found._repr_mimebundle_()
    empty = history_of(states((day(1), EMPTY)), name="plan")
    assert "Promises" not in str(empty)
    assert str(empty).startswith("plan: 1 of 1 version read")


def test_progress_counts_against_the_first_promise() -> None:
    done = ONE.deliver("a", on=day(3, 25))
    assert pg.roadmap_progress(done, day(4)).on_time == 0
    moved = done.change("a", target_date=day(3, 30))
    assert pg.roadmap_progress(moved, day(4)).on_time == 1
    first = pg.roadmap_progress(moved, day(4), first_promises={"a": day(3, 20), "z": day(1)})
    assert [(one.due, one.slip) for one in first.promises] == [(day(3, 20), 5)]
    assert pg.roadmap_progress(ONE.change("a", target_date=None), day(4), first_promises={"a": day(3)}).due == 1
