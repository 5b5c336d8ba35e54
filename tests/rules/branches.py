"""Documents that give each wording of a rule that its bad example does not give."""

from collections.abc import Mapping

from tests.rules.branches_of_plans import PLAN_BRANCHES
from tests.support.examples import Fragment, item, kpi

__all__ = ["BRANCHES"]


def _dependencies(*dependencies: Mapping[str, object]) -> Fragment:
    return {"roadmap": {"dependencies": list(dependencies)}}


def _roadmap(**fields: object) -> Fragment:
    return {"roadmap": fields}


def _observed(group: str, id: str, value: float, **fields: object) -> Fragment:
    return kpi(group, id, observations=[{"date": "2026-03-01", "value": value}], **fields)


def _top(reach: Mapping[str, int]) -> Fragment:
    """Two first items, of which the second reaches 900."""
    checkout = {"id": "checkout", "scoring": {"rice": {**_RICE, "reach": reach}}}
    other = {"id": "import", "title": "Bring your old plan", "scoring": {"rice": {**_RICE, "reach": 900}}}
    return {"roadmap": {"timeHorizon": {"now": [checkout, other]}}}


_RICE = {"reach": 900, "impact": 2, "confidence": 0.8, "effort": 2}


def _ignoring(entry: Mapping[str, object]) -> Fragment:
    return item("next", "payments", metrics=[], **{"x-productgov": {"ignore": [entry]}})


_TO_CHECKOUT = {"from": "payments", "to": "checkout"}
_TO_BANK = {"from": "payments", "to": "bank"}
_BANK = {"id": "bank", "title": "The bank", "owner": "The bank"}
_VISION = item("future", "everywhere", title="Sell everywhere")
_SECOND_TEXTS = {"name": "Second metric", "source": "the shop"}
_SECOND = {"id": "second", **_SECOND_TEXTS}
_RING = (
    kpi("input", "activation", influences=["weekly-teams", "crash-rate"]),
    kpi("output", "weekly-teams", influences=["activation"]),
    kpi("guardrail", "crash-rate", influences=["activation"]),
)

BRANCHES: Mapping[str, tuple[str, tuple[Fragment, ...]]] = {
    "a KPI twice in a group": ("PG101", ({"metrics": {"outputMetrics": [_SECOND, {**_SECOND, "name": "Third"}]}},)),
    "an unknown ranking method": ("PG308", ({"prioritization": {"rankBy": "Weigthed"}},)),
    "a framework as ranking method": ("PG308", ({"prioritization": {"rankBy": "ice"}},)),
    "no formula": ("PG308", ({"prioritization": {"rankBy": "Formula"}},)),
    "a name that no item gives": ("PG308", ({"prioritization": {"formula": "reach"}},)),
    "an objective and its key result": (
        "PG101",
        ({"objectives": [{"id": "calm", "title": "Calm", "period": "2026", "keyResults": [{"id": "calm", "to": 3}]}]},),
    ),
    "a decision": (
        "PG101",
        (
            {
                "decisions": [
                    {"id": "keep", "date": "2026-01-05", "subjects": ["checkout"], "verdict": "keep", "reason": why}
                    for why in ("It sells.", "It still sells.")
                ]
            },
        ),
    ),
    "several KPIs": (
        "PG106",
        (
            {"metrics": {"northStarMetric": "Second metric"}},
            {"metrics": {"outputMetrics": [_SECOND, {**_SECOND, "id": "third"}]}},
        ),
    ),
    "pillars": ("PG108", ({"productVision": {"strategicPillars": ["Calm", "CALM"]}},)),
    "ids of KPIs": ("PG108", ({"metrics": {"outputMetrics": [{**_SECOND, "id": "Crash-Rate"}]}},)),
    "names of KPIs": ("PG108", ({"metrics": {"outputMetrics": [_SECOND, {**_SECOND, "id": "third"}]}},)),
    "titles": ("PG108", (item("later", "again", title="Pay by Invoice", theme="Fewer meetings"),)),
    "an entry": ("PG108", (item("now", "checkout", metrics=["activation", "activation"]),)),
    "a participant": ("PG108", ({"reviews": {"productReview": {"participants": ["Ana", "Ana"]}}},)),
    "itself": ("PG108", (kpi("guardrail", "crash-rate", influences=["crash-rate"]),)),
    "nothing near": ("PG102", (_dependencies({"from": "payments", "to": "somewhere-else"}),)),
    "a guardrail, and one name near": ("PG103", (item("now", "checkout", guardrails=["crashes"]),)),
    "a metric of a review": ("PG103", ({"reviews": {"productReview": {"metrics": ["revenue"]}}},)),
    "nothing near, and known names": ("PG104", (item("later", "identity", theme="Growth"),)),
    "a near name": ("PG106", ({"metrics": {"northStarMetric": "weekly-team"}},)),
    "more items in the cycle": (
        "PG201",
        (
            _dependencies(
                _TO_CHECKOUT,
                {"from": "checkout", "to": "payments"},
                {"from": "payments", "to": "identity"},
                {"from": "identity", "to": "payments"},
            ),
        ),
    ),
    "a vision": ("PG202", (_VISION, _dependencies({"from": "payments", "to": "everywhere"}))),
    "a start": ("PG203", (item("next", "payments", startDate="2026-10-01"),)),
    "a span after its horizon": ("PG203", (item("next", "payments", startDate="2026-10-01", targetDate="2027-10-01"),)),
    "a span before its horizon": (
        "PG203",
        (item("later", "identity", startDate="2026-03-10", targetDate="2026-07-01"),),
    ),
    "beyond a year": ("PG203", (item("next", "payments", targetDate="2027-10-01"),)),
    "the backlog": (
        "PG202",
        (_roadmap(backlog=[{"id": "idea", "title": "Idea"}]), _dependencies({"from": "payments", "to": "idea"})),
    ),
    "a period": ("PG203", (item("next", "payments", targetPeriod="2026-Q4"),)),
    "a period that has passed": ("PG205", (item("now", "checkout", targetDate=None, targetPeriod="2026-02"),)),
    "one day": ("PG205", (item("now", "checkout", targetDate="2026-03-01"),)),
    "no owner": ("PG206", (item("now", "checkout", owner=None),)),
    "no due day": ("PG206", (item("now", "checkout", targetDate=None),)),
    "several": ("PG603", (item("now", "checkout", metrics=[]), item("next", "payments", metrics=[]))),
    "start of several": (
        "PG212",
        tuple(
            item("now", name, title=name, status="planned", startDate="2026-02-01", targetDate="2026-04-01")
            for name in ("checkout", "second")
        ),
    ),
    "everything is finished": (
        "PG207",
        (
            _roadmap(
                themes=["Fewer meetings", "Work from anywhere"],
                delivered=[{"id": "offline", "title": "Offline", "status": "done", "theme": "Work from anywhere"}],
            ),
        ),
    ),
    "on itself": ("PG209", (_dependencies({"from": "payments", "to": "payments"}),)),
    "on itself, with a reason and x- data": (
        "PG209",
        (_dependencies({"from": "payments", "to": "payments", "reason": "one basket", "x-ticket": 5}),),
    ),
    "twice": ("PG209", (_dependencies(_TO_CHECKOUT, _TO_CHECKOUT),)),
    "twice, with another reason": ("PG209", (_dependencies(_TO_CHECKOUT, {**_TO_CHECKOUT, "reason": "one basket"}),)),
    "from both ends": (
        "PG209",
        (_dependencies(_TO_CHECKOUT, {"from": "checkout", "to": "payments", "type": "blocks"}),),
    ),
    "delivered long ago": ("PG210", (item("now", "checkout", status="done", deliveredDate="2025-11-03"),)),
    "done": ("PG210", (item("later", "identity", status="done"),)),
    "dropped": ("PG211", (item("now", "checkout", status="dropped"), _dependencies(_TO_CHECKOUT))),
    "an external": (
        "PG213",
        (
            _roadmap(externals=[{**_BANK, "expectedDate": "2026-08-01"}]),
            item("next", "payments", targetDate="2026-07-01"),
            _dependencies(_TO_BANK),
        ),
    ),
    "refused": ("PG214", (_roadmap(externals=[{**_BANK, "status": "refused"}]), _dependencies(_TO_BANK))),
    "without day and owner": (
        "PG214",
        (
            _roadmap(externals=[{"id": "bank", "title": "The bank"}]),
            _dependencies({"from": "checkout", "to": "bank"}),
        ),
    ),
    "to a period": (
        "PG215",
        (item("now", "checkout", targetDate=None, committedDate="2026-03-10", targetPeriod="2026-05"),),
    ),
    "several done": (
        "PG217",
        (
            _roadmap(
                delivered=[
                    {"id": name, "title": name, "status": "done", "committedDate": "2026-01-30"} for name in ("a", "b")
                ]
            ),
        ),
    ),
    "a deadline that has passed": (
        "PG219",
        (item("now", "checkout", deadline={"date": "2026-02-27", "kind": "legal"}),),
    ),
    "a grade": (
        "PG212",
        ({"objectives": [{"id": "calm", "title": "Calm", "period": "2026-Q2", "grade": {"value": 0.7}}]},),
    ),
    "a check-in": (
        "PG212",
        (item("now", "checkout", checkIns=[{"date": "2026-03-03", "health": "on-track"}]),),
    ),
    "delivered": (
        "PG212",
        (_roadmap(delivered=[{"id": "a", "title": "A", "status": "done", "deliveredDate": "2026-03-03"}]),),
    ),
    "observed": ("PG212", (kpi("input", "activation", observations=[{"date": "2026-03-03", "value": 1}]),)),
    "observed twice": (
        "PG212",
        (
            kpi(
                "input",
                "activation",
                observations=[{"date": "2026-03-04", "value": 1}, {"date": "2026-03-03", "value": 1}],
            ),
        ),
    ),
    "no direction": ("PG401", ({"metrics": {"inputMetrics": [{**_SECOND, "target": 9}]}},)),
    "two without a target": (
        "PG401",
        (kpi("input", "activation", target=None), kpi("input", "second", direction="increase", **_SECOND_TEXTS)),
    ),
    "two that were never measured": (
        "PG404",
        (kpi("input", "activation", observations=None), kpi("input", "second", name="Second metric")),
    ),
    "two that cannot be ranked": (
        "PG301",
        (item("now", "checkout", scoring=None), item("next", "payments", scoring=None)),
    ),
    "no pillar at all": (
        "PG601",
        ({"productVision": {"strategicPillars": ["Calm", "Trust"]}}, item("now", "checkout", pillar=None)),
    ),
    "an optional text": ("PG606", (item("now", "checkout", description="TBD by Q3"),)),
    "an entry of a list": ("PG606", ({"productVision": {"targetMarket": ["..."]}},)),
    "past its last day": ("PG607", (_ignoring({"code": "PG603", "reason": "the law", "until": "2026-03-01"}),)),
    "an unknown key": ("PG607", (_ignoring({"code": "PG603", "resaon": "the law"}),)),
    "no day": ("PG607", (_ignoring({"code": "PG603", "reason": "the law", "until": "soon"}),)),
    "an unknown setting": ("PG607", (item("next", "payments", **{"x-productgov": {"ignores": []}}),)),
    "to be maintained": ("PG401", ({"metrics": {"outputMetrics": [{**_SECOND, "direction": "maintain"}]}},)),
    "a breach of years ago": (
        "PG403",
        (kpi("output", "weekly-teams", bounds={"min": 3000}, observations=[{"date": "2020-03-01", "value": 2400}]),),
    ),
    "above, with a unit": ("PG403", (_observed("output", "weekly-teams", 9.25, bounds={"max": 9}, unit="teams"),)),
    "below one of two bounds": ("PG403", (_observed("output", "weekly-teams", 2, bounds={"min": 3, "max": 9}),)),
    "never measured": ("PG404", ({"metrics": {"inputMetrics": [{"id": "second", "name": "Second metric"}]}},)),
    "stale without a refresh": (
        "PG404",
        (kpi("guardrail", "crash-rate", observations=[{"date": "2020-03-01", "value": 1}]),),
    ),
    "more metrics in the cycle": ("PG405", _RING),
    "to decrease": ("PG408", (kpi("output", "weekly-teams", direction="decrease", baseline=4000, target=5000),)),
    "one of several": (
        "PG408",
        (kpi("output", "weekly-teams", baseline=4000, target=None, targets=[{"value": 3000, "by": "2026-06-30"}]),),
    ),
    "never observed": ("PG411", (kpi("output", "weekly-teams", target={"value": 5000, "by": "2026-02-28"}),)),
    "another than the north star": (
        "PG412",
        (
            kpi(
                "input",
                "activation",
                target={"value": 40, "by": "2026-06-30"},
                observations=[{"date": "2026-01-05", "value": 30}, {"date": "2026-02-23", "value": 31}],
            ),
            item("now", "checkout", metrics=["weekly-teams"]),
        ),
    ),
    "two meanings": ("PG413", (kpi("input", "activation", refresh="bimonthly"),)),
    "the baseline": ("PG415", (kpi("output", "weekly-teams", baseline=5000),)),
    "a guardrail without the bound that matters": (
        "PG415",
        (kpi("guardrail", "crash-rate", direction="increase"),),
    ),
    "a paused answer": (
        "PG410",
        (
            _observed("guardrail", "crash-rate", 3.4),
            item("now", "checkout", status="paused", metrics=["activation", "crash-rate"]),
        ),
    ),
    "a misspelt rhythm": ("PG501", ({"reviews": {"productReview": {"frequency": "every Modnay"}}},)),
    "a ritual": ("PG501", ({"organization": {"rituals": [{"name": "Offsite", "frequency": "TBD"}]}},)),
    "between two steps": ("PG303", (item("next", "payments", scoring={"rice": {**_RICE, "impact": 2.5}}),)),
    "reverse": ("PG305", (item("next", "payments", scoring={"kano": {"counts": {"reverse": 9}}}),)),
    "questionable": ("PG305", (item("next", "payments", scoring={"kano": {"counts": {"questionable": 9}}}),)),
    "percentages, perhaps": (
        "PG305",
        (item("next", "payments", scoring={"kano": {"counts": {"attractive": 53, "mustBe": 47}}}),),
    ),
    "equal scores": ("PG306", (_top({"low": 60, "likely": 900, "high": 1700}),)),
    "equal scores, and the second is mostly first": ("PG306", (_top({"low": 100, "likely": 900, "high": 1000}),)),
    "as likely as not": ("PG306", (_top({"low": 60, "likely": 901, "high": 1700}),)),
    "with an owner": ("PG410", (_observed("guardrail", "crash-rate", 3.4, owner="Head of Engineering"),)),
    "with a named owner": (
        "PG410",
        (_observed("guardrail", "crash-rate", 3.4, owner={"title": "Head of Engineering", "name": "Ana"}),),
    ),
    **PLAN_BRANCHES,
}
"""The code and the document of each wording, by what is special about it."""
