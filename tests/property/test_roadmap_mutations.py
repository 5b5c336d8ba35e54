"""One mistake more on any roadmap is exactly one finding more, of the rule that it breaks."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeAlias

import attrs
from hypothesis import given

from productgov.fields import Period
from productgov.found import Found
from productgov.model.check_ins import CheckIn, Health
from productgov.model.decisions import Decision, DecisionVerdict
from productgov.model.delivery import Deadline, DeadlineKind
from productgov.model.extensions import Extensions
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, InitiativeKind, Status
from productgov.model.metrics import KPI
from productgov.model.objectives import KeyResult, Objective
from productgov.model.people import Role
from productgov.model.roadmap import Allocation, Dependency, External, ExternalStatus
from productgov.rules.engine import diagnose
from productgov.rules.registry import RULES
from productgov.strategies import governances

DAY = date(2026, 3, 2)
ROADMAP = tuple(rule for code, rule in RULES.items() if code.startswith(("PG1", "PG2", "PG6")))
"""The rules about references, the roadmap and the strategy."""
Changed: TypeAlias = Callable[[ProductGovernance], ProductGovernance]
Sometimes: TypeAlias = Callable[[ProductGovernance], ProductGovernance | None]
"""A change that some governances do not allow."""


def days(count: int) -> date:
    return DAY + timedelta(days=count)


WHOLE = Initiative(
    id="NEW",
    title="Something new altogether",
    kind=InitiativeKind.DEBT,
    owner=Role(title="Head of Product"),
    status=Status.IN_PROGRESS,
    target_date=days(20),
)
OTHER = attrs.evolve(WHOLE, id="OTHER", title="Something else altogether")
BANK = External(id="BANK", title="The contract with the bank", owner=Role(title="The bank"), expected_date=days(10))
METRIC = KPI(id="METRIC", name="Something that nobody measured before", source="the books")
GOAL = Objective(
    id="GOAL", title="Something to reach", period=Period("2026"), key_results=(KeyResult(id="RESULT", to=3),)
)
DECISION = Decision(id="DECISION", date=DAY, subjects=("NEW",), verdict=DecisionVerdict.KEEP, reason="It is worth it.")


def within(subject: ProductGovernance, part: str, **changes: object) -> ProductGovernance:
    return attrs.evolve(subject, **{part: attrs.evolve(getattr(subject, part), **changes)})


def healthy(subject: ProductGovernance) -> ProductGovernance:
    """The governance with one more of everything, and nothing wrong with it."""
    columns = subject.roadmap.time_horizon
    with_items = within(
        subject,
        "roadmap",
        time_horizon=attrs.evolve(columns, now=(*columns.now, WHOLE, OTHER)),
        externals=(*subject.roadmap.externals, BANK),
    )
    with_metric = within(with_items, "metrics", output_metrics=(*subject.metrics.output_metrics, METRIC))
    return attrs.evolve(with_metric, objectives=(*subject.objectives, GOAL), decisions=(*subject.decisions, DECISION))


def changing(id: str) -> Callable[..., Changed]:
    """Makes changes of the fields of whatever has an id."""

    def fields(**fields: object) -> Changed:
        return lambda subject: subject.change(id, **fields)

    return fields


new, other, bank, metric, goal = map(changing, ("NEW", "OTHER", "BANK", "METRIC", "GOAL"))


def requires(from_: str, to: str, **fields: object) -> Changed:
    def change(subject: ProductGovernance) -> ProductGovernance:
        more = Dependency(from_=from_, to=to, **fields)  # type: ignore[arg-type]
        return within(subject, "roadmap", dependencies=(*subject.roadmap.dependencies, more))

    return change


def both(*changes: Changed) -> Changed:
    def change(subject: ProductGovernance) -> ProductGovernance:
        for each in changes:
            subject = each(subject)
        return subject

    return change


def id_in_the_backlog(subject: ProductGovernance) -> ProductGovernance:
    return within(subject, "roadmap", backlog=(*subject.roadmap.backlog, attrs.evolve(OTHER, id="NEW")))


def other_in_the_backlog(subject: ProductGovernance) -> ProductGovernance:
    return subject.move("OTHER", "backlog")


def pillar_twice(subject: ProductGovernance) -> ProductGovernance | None:
    pillars = subject.product_vision.strategic_pillars
    if not pillars or not any(item.initiative.pillar for item in subject.initiatives()):
        return None
    return within(subject, "product_vision", strategic_pillars=(*pillars, f"{pillars[0]}!"))


def theme_twice(subject: ProductGovernance) -> ProductGovernance | None:
    themes = subject.roadmap.themes
    return within(subject, "roadmap", themes=(*themes, themes[0])) if themes else None


def unlisted_theme(subject: ProductGovernance) -> ProductGovernance | None:
    return subject.change("NEW", theme="Nowhere to be found") if subject.roadmap.themes else None


def unlisted_allocation(subject: ProductGovernance) -> ProductGovernance:
    more = Allocation(pillar="Nowhere to be found", share=0.1)
    return within(subject, "roadmap", allocation=(*subject.roadmap.allocation, more))


def unknown_key_result(subject: ProductGovernance) -> ProductGovernance:
    return subject.change("RESULT", kpi="NOWHERE", to=None)


def metric_of_a_review(subject: ProductGovernance) -> ProductGovernance:
    review = attrs.evolve(subject.reviews.product_review, metrics=("NOWHERE",))
    return within(subject, "reviews", product_review=review)


def done(**fields: object) -> Changed:
    return new(status=Status.DONE, committed_date=days(-40), target_date=None, **fields)


def ignoring(**entry: object) -> Changed:
    return new(extensions=Extensions({"x-productgov": {"ignore": [entry]}}))


LATER = {"date": days(1), "health": Health.ON_TRACK}
MUTATIONS: tuple[tuple[str, str, Changed | Sometimes], ...] = (
    ("PG101", "an id in the backlog", id_in_the_backlog),
    (
        "PG101",
        "an id of a key result",
        lambda subject: subject.change("GOAL", key_results=(KeyResult(id="GOAL", to=3),)),
    ),
    ("PG102", "a dependency", requires("NEW", "NOWHERE")),
    ("PG103", "a metric", new(metrics=("NOWHERE",))),
    ("PG103", "a guardrail", new(guardrails=("NOWHERE",))),
    ("PG103", "a key result", unknown_key_result),
    ("PG103", "a review", metric_of_a_review),
    ("PG104", "a theme", unlisted_theme),
    ("PG105", "a pillar", new(pillar="Nowhere to be found")),
    ("PG105", "a pillar of an objective", goal(pillar="Nowhere to be found")),
    ("PG105", "an allocation", unlisted_allocation),
    ("PG107", "an influence", metric(influences=("NOWHERE",))),
    ("PG108", "a pillar in two spellings", pillar_twice),
    ("PG108", "a theme twice", theme_twice),
    ("PG108", "a tag twice", new(tags=("one", "two", "one"))),
    ("PG108", "a title twice", other(title=WHOLE.title.upper())),
    ("PG108", "a metric that influences itself", metric(influences=("METRIC",))),
    ("PG201", "a cycle", both(requires("NEW", "OTHER"), requires("OTHER", "NEW"))),
    ("PG202", "the backlog", both(other(target_date=None), requires("NEW", "OTHER"), other_in_the_backlog)),
    ("PG203", "a day", new(target_date=days(200))),
    ("PG203", "a period", new(target_date=None, target_period="2026-10")),
    ("PG205", "a day", new(target_date=days(-1))),
    ("PG205", "a promise", new(target_date=None, committed_date=days(-1))),
    ("PG206", "an owner", new(owner=None)),
    ("PG206", "a due day", new(target_date=None)),
    ("PG209", "itself", requires("NEW", "NEW")),
    ("PG209", "twice", both(requires("NEW", "OTHER"), requires("NEW", "OTHER"))),
    ("PG209", "from both ends", both(requires("NEW", "OTHER"), requires("OTHER", "NEW", type="blocks"))),
    ("PG210", "dropped", new(status=Status.DROPPED)),
    ("PG210", "long ago", done(delivered_date=days(-100))),
    ("PG211", "paused", both(requires("NEW", "OTHER"), other(status=Status.PAUSED))),
    ("PG212", "a start", new(status=Status.PLANNED, start_date=days(-3))),
    ("PG212", "a check-in", new(check_ins=(CheckIn(**LATER),))),  # type: ignore[arg-type]
    ("PG212", "a decision", lambda subject: subject.change("DECISION", date=days(1))),
    ("PG212", "a delivery", bank(status=ExternalStatus.DELIVERED, delivered_date=days(1))),
    ("PG213", "an item", both(requires("NEW", "OTHER"), other(target_date=days(21)))),
    ("PG213", "an external", both(requires("NEW", "BANK"), bank(expected_date=days(21)))),
    ("PG214", "overdue", both(requires("NEW", "BANK"), bank(expected_date=days(-1)))),
    ("PG214", "refused", both(requires("NEW", "BANK"), bank(status=ExternalStatus.REFUSED))),
    ("PG214", "unowned", both(requires("NEW", "BANK"), bank(owner=None))),
    ("PG215", "a promise", new(committed_date=days(-20))),
    ("PG216", "a start", new(start_date=days(1))),
    ("PG217", "a delivery", done()),
    ("PG219", "due", new(deadline=Deadline(date=days(19), kind=DeadlineKind.LEGAL))),
    ("PG219", "passed", new(target_date=days(-5), deadline=Deadline(date=days(-1), kind=DeadlineKind.EVENT))),
    ("PG603", "a metric", new(kind=InitiativeKind.FEATURE)),
    ("PG606", "a title", new(title="...")),
    ("PG607", "no such code", ignoring(code="PG999", reason="why not")),
    ("PG608", "quotes", new(title="“Something new”")),
)


def found(subject: ProductGovernance) -> tuple[Found, ...]:
    return diagnose(subject, as_of=DAY, rules=ROADMAP)


def added(before: Sequence[Found], after: Sequence[Found]) -> list[str]:
    """The codes of what is new; what is said of several items is new where it is said of others."""
    known = {_said(one) for one in before}
    return [one.code for one in after if _said(one) not in known]


def _said(finding: Found) -> tuple[object, ...]:
    """What a finding says; of several items, without how many there are in the list."""
    return (finding.code, finding.path, finding.related or finding.message)


def is_busy(subject: ProductGovernance) -> bool:
    """Whether there is an initiative that is open or done, and a metric."""
    done_or_open = any(item.initiative.status != Status.DROPPED for item in subject.initiatives())
    return done_or_open and any(True for _ in subject.kpis())


@given(governances())
def test_a_mutation_breaks_exactly_its_rule(subject: ProductGovernance) -> None:
    whole = healthy(subject)
    before, wrong = found(whole), {}
    for code, about, mutation in MUTATIONS:
        broken = mutation(whole)
        new_codes = added(before, found(broken)) if broken else [code]
        if new_codes != [code]:
            wrong[f"{code} {about}"] = new_codes
    assert wrong == {}


@given(governances().filter(is_busy))
def test_what_is_whole_adds_nothing(subject: ProductGovernance) -> None:
    assert added(found(subject), found(healthy(subject))) == []
