"""The pack for a review: its agenda, its metrics, and commands that do what they say."""

import re
import shlex
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import attrs
import pytest
from hypothesis import given

from productgov import InvalidValueError, ProductGovernance, Severity, load, strategies
from productgov.cli.main import main
from productgov.packs import Action, AgendaPoint, ReviewPack, review_pack
from tests.support.examples import document_with, item, kpi

DAY = date(2026, 3, 2)
WELL = kpi("input", "activation", observations=[{"date": "2026-02-23", "value": 41}])
LATE = item("now", "checkout", targetDate="2026-02-15", startDate="2026-01-05")
Part = Mapping[str, object]


def pack_of(*parts: Part, kind: str = "product", **options: object) -> ReviewPack:
    return review_pack(document_with(*parts).governance, kind, **options)  # type: ignore[arg-type]


def points(*parts: Part, kind: str = "product") -> list[tuple[str, str, str]]:
    return [(point.code, point.title, point.item) for point in pack_of(WELL, *parts, kind=kind).agenda]


def test_a_healthy_document_has_no_agenda() -> None:
    pack = pack_of(WELL)
    assert pack.agenda == ()
    text = pack.markdown()
    assert "There is no exception; nothing is breached, late, slipped or off track." in text
    assert "None that the agenda asks for." in text
    assert "Nothing is known of the version of the last review." in text
    assert repr(pack) == "<ReviewPack product as of 2026-03-02: 0 points, 2 metrics>"


def test_the_agenda_has_the_exceptions_that_matter_to_the_review() -> None:
    breach = kpi("guardrail", "crash-rate", observations=[{"date": "2026-03-01", "value": 2.4}])
    goal = {"objectives": [{"id": "o", "title": "O", "period": "2025", "keyResults": [{"id": "r", "to": 1}]}]}
    late, over = ("PG205", "overdue", "checkout"), ("PG705", "objective without a grade", "o")
    breached = ("PG410", "breached guardrail that no item addresses", "crash-rate")
    assert points(LATE, breach, goal) == [breached, late]
    assert points(LATE, breach, goal, kind="strategy") == [over]
    assert points(LATE, breach, goal, kind="portfolio") == [breached, late, over]


def test_what_is_off_track_though_work_on_it_goes_on_is_on_the_agenda() -> None:
    behind = kpi(
        "input",
        "activation",
        target={"value": 40, "by": "2026-04-01"},
        baselineDate="2025-12-01",
        observations=[{"date": "2026-02-23", "value": 30}],
    )
    (point,) = pack_of(behind).agenda
    assert (point.code, point.title, point.severity) == ("", "off track", Severity.WARNING)
    assert point.message == '"Teams with a plan after a day" was 30 on 2026-02-23, and should reach 40 by 2026-04-01'


def test_a_breach_without_a_target_is_told_too() -> None:
    answered = item("now", "checkout", metrics=["activation", "crash-rate"])
    breach = kpi("guardrail", "crash-rate", observations=[{"date": "2026-03-01", "value": 2.4}])
    ignored = {"x-productgov": {"ignore": [{"code": "PG403", "reason": "known"}, {"code": "PG410", "reason": "known"}]}}
    (point,) = pack_of(WELL, answered, breach, ignored).agenda
    assert (point.title, point.message) == ("breached", '"Crashes in 1,000 sessions" was 2.4 on 2026-03-01')


def test_metrics_are_seen_over_six_weeks_and_twelve_months() -> None:
    seen = [
        {"date": day, "value": value}
        for day, value in (
            ("2026-03-01", 33),
            ("2026-01-25", 32),
            ("2026-01-05", 30),
            ("2025-03-01", 20),
            ("2024-03-01", 5),
        )
    ]
    look = pack_of(kpi("input", "activation", unit="%", observations=seen)).metrics[0]
    assert [each.value for each in look.six_weeks] == [32, 33]
    assert [each.value for each in look.twelve_months] == [30, 32, 33]
    assert look.last_year is not None
    assert look.last_year.value == 20
    assert look.change == pytest.approx(0.65)
    text = pack_of(kpi("input", "activation", unit="%", observations=seen)).markdown()
    assert "| 33 % (2026-03-01) |" in text
    assert "+65 %" in text


def test_last_year_is_left_out_where_nobody_knows_it() -> None:
    old = kpi("input", "activation", observations=[{"date": "2025-01-01", "value": 20}])
    look = pack_of(old).metrics[0]
    assert look.last_year is None
    assert look.change is None
    assert "a year ago" not in pack_of(old).markdown()
    none = kpi(
        "input", "activation", observations=[{"date": "2025-03-01", "value": 0}, {"date": "2026-03-01", "value": 1}]
    )
    assert pack_of(none).metrics[0].change is None
    assert "a year ago" in pack_of(none).markdown()


def test_the_beginning_of_time_has_no_year_before_it() -> None:
    pack = review_pack(document_with({}).governance, "product", as_of=date.min)
    assert pack.metrics[0].last_year is None
    assert review_pack(document_with({}).governance, "product", as_of=date.max).next_on is None


def test_the_ranking_says_how_sure_it_is() -> None:
    reach = {"low": 100, "likely": 400, "high": 2000}
    unsure = item("next", "payments", scoring={"rice": {"reach": reach, "impact": 1, "confidence": 0.8, "effort": 2}})
    assert re.search(r"checkout comes first, as it does in .* of 2,000 draws", pack_of(unsure).markdown())
    ice = {"impact": 5, "confidence": 5, "ease": 5}
    sure = ({"prioritization": {"framework": "ICE"}}, item("next", "payments", scoring={"ice": ice}))
    assert "No input is uncertain." in pack_of(*sure).markdown()
    nothing = {"prioritization": {"framework": "Kano"}}
    assert "Nothing is ranked." in pack_of(nothing).markdown()


def test_what_has_changed_is_said_where_it_is_known() -> None:
    last = document_with({}).governance
    pack = pack_of(LATE, last=last, since="2026-02-01")
    assert pack.changes is not None
    assert "Since 2026-02-01" in pack.markdown().replace("\\", "")
    assert "PGD208" in pack.markdown()
    same = review_pack(last, "product", last=last)
    assert "no changes (as of 2026-03-02)" in same.markdown()


def test_a_review_says_when_and_with_whom() -> None:
    review = {"startsOn": "2026-01-05", "agenda": ["What we learned"], "participants": []}
    pack = pack_of({"reviews": {"productReview": review}})
    assert pack.next_on == DAY
    assert "- next meeting: 2026-03-02\n" in pack.markdown()
    assert "- standing agenda: What we learned\n" in pack.markdown()
    assert "- with:" not in pack.markdown()


def test_only_three_reviews_are_known() -> None:
    with pytest.raises(InvalidValueError, match="kind must be one of product, strategy, portfolio, not 'board'"):
        review_pack(document_with({}).governance, "board")


def test_a_page_has_no_script_and_escapes_what_it_is_given() -> None:
    evil = "<script>alert(1)</script>"
    html = pack_of({"name": evil}, item("now", "checkout", title=evil, targetDate="2026-02-15")).html(
        file=f"{evil}.yaml"
    )
    assert "<script" not in html
    assert "Content-Security-Policy" in html
    assert "&lt;script&gt;" in html
    assert html.startswith("<!doctype html>")


def test_a_notebook_shows_the_pack() -> None:
    pack = pack_of(LATE)
    bundle = pack._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html", "text/markdown"}
    assert bundle["text/html"].startswith('<div class="productgov">')
    assert bundle["text/markdown"] == f"{pack}\n" == pack.markdown()
    assert set(pack._repr_mimebundle_(include={"text/html"})) == {"text/html"}
    assert set(pack._repr_mimebundle_(exclude={"text/html"})) == {"text/plain", "text/markdown"}


def test_long_packs_are_cut() -> None:
    late = [{"id": f"late-{n}", "title": f"Late {n}", "targetDate": "2026-02-15"} for n in range(60)]
    metrics = [{"id": f"kpi-{n}", "name": f"KPI {n}", "source": "x"} for n in range(60)]
    parts: tuple[Part, ...] = (
        {"roadmap": {"timeHorizon": {"now": late}}},
        {"metrics": {"inputMetrics": metrics}},
    )
    pack = pack_of(*parts, last=document_with({}).governance)
    assert len(pack.agenda) > 60
    assert "more item" in pack.markdown()
    assert pack.markdown().count("and ") > 3
    assert len(pack.html()) < 300_000


CASES: dict[str, tuple[Part, ...]] = {
    "late": (LATE,),
    "planned and late": (item("next", "payments", status="planned", targetDate="2026-02-15"),),
    "late in later": (item("later", "identity", targetDate="2026-02-15", status="paused"),),
    "late for a period": (item("now", "checkout", targetPeriod="2026-01"),),
    "begun in the future": (
        item("now", "checkout", startDate="2026-03-20", targetDate="2026-05-15", committedDate="2026-03-21"),
    ),
    "on track against the facts": (
        item("now", "checkout", targetDate="2026-02-15", checkIns=[{"date": "2026-03-01", "health": "on-track"}]),
    ),
    "at risk": (item("now", "checkout", checkIns=[{"date": "2026-03-01", "health": "at-risk"}]),),
    "overdue external": (
        {
            "roadmap": {
                "externals": [{"id": "opinion", "title": "Opinion", "expectedDate": "2026-02-01"}],
                "dependencies": [{"from": "checkout", "to": "opinion"}],
            }
        },
    ),
    "breach": (
        kpi("guardrail", "crash-rate", observations=[{"date": "2026-03-01", "value": 2.4}]),
        item("next", "payments", metrics=["activation", "crash-rate"]),
    ),
    "decision not followed": (
        {
            "decisions": [
                {
                    "id": "d",
                    "date": "2026-02-01",
                    "subjects": ["payments"],
                    "verdict": "stop",
                    "reason": "It does not pay.",
                }
            ]
        },
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_every_command_works(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is typed as it is printed, into a fresh copy, and changes the document."""
    monkeypatch.chdir(tmp_path)
    file = Path("-a 'plan'.json")
    text = document_with(*CASES[case]).text
    if case == "late for a period":
        text = re.sub(r'\s*"targetDate": "2026-04-15",', "", text)
    file.write_text(text, "utf-8")
    governance = load(file)
    commands = re.findall(r"(?m)^productgov .*", review_pack(governance, "portfolio").markdown(file=str(file)))
    assert commands
    for line in commands:
        file.write_text(text, "utf-8")
        program, *arguments = shlex.split(line, comments=True)
        assert program == "productgov"
        assert main(arguments) == 0, line
        assert load(file) != governance, line


def test_a_command_can_do_without_a_file() -> None:
    action = Action(decision="it is delivered", arguments=("deliver", "checkout"))
    assert action.command() == "productgov deliver checkout"
    assert action.command("-x y.yaml") == "productgov deliver checkout '--file=-x y.yaml'"


def test_what_has_arrived_and_what_is_unknown_need_no_decision() -> None:
    arrived = {"id": "opinion", "title": "Opinion", "status": "delivered"}
    governance = document_with({"roadmap": {"externals": [arrived]}}).governance
    from productgov.packs.actions import Subjects, actions_for

    subjects = Subjects(governance)
    assert actions_for("PG214", "opinion", subjects, DAY) == ()
    assert actions_for("PG801", "nothing", subjects, DAY) == ()
    assert actions_for("PG404", "activation", subjects, DAY) == ()
    assert actions_for("PG904", "checkout", subjects, DAY) == ()
    late = document_with(LATE, {"roadmap": {"externals": [{**arrived, "status": "expected"}]}}).governance
    waiting = Subjects(late)
    assert {"set"} & {action.arguments[0] for action in actions_for("PG205", "checkout", waiting, DAY)}
    last = [action.arguments for action in actions_for("PG205", "checkout", waiting, date.max)]
    assert ("set", "checkout", "status", "paused") in last
    assert not any("targetDate" in arguments for arguments in last)
    assert len(actions_for("PG214", "opinion", waiting, date.max)) == 1


@given(strategies.governances())
def test_every_governance_has_its_packs(governance: ProductGovernance) -> None:
    for kind in ("product", "strategy", "portfolio"):
        pack = review_pack(governance, kind, last=governance)
        assert pack.markdown().startswith("# ")
        assert pack.html().endswith("</html>\n")


def test_a_point_is_a_value() -> None:
    point = AgendaPoint(code="PG205", severity=Severity.WARNING, title="overdue", item="a", message="late")
    assert attrs.evolve(point) == point
