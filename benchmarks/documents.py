"""Documents of any size, such as a company would keep: the same for the same size, and without findings at level 1.

A document of n initiatives has n / 4 KPIs and n / 2 dependencies. It is written in the normal form (roles and
targets as objects), so that every peer can read it.
"""

import copy
import random
from datetime import date, timedelta

__all__ = ["broken_document", "document", "document_with_extensions", "moved"]

Json = dict[str, object]

AS_OF = date(2026, 3, 1)
THEMES = ["Onboarding", "Trust", "Speed", "Reach", "Platform"]
PILLARS = ["Win new markets", "Delight who is here", "Run at half the cost"]
TEAMS = ["Growth", "Payments", "Search", "Mobile", "Platform", "Data", "Insights", "Care"]
VERBS = ["Simplify", "Automate", "Rebuild", "Localise", "Speed up", "Measure", "Open", "Unify"]
THINGS = ["sign-up", "checkout", "the search index", "invoices", "push messages", "the partner API", "exports"]
HORIZONS = {"now": (0, 80), "next": (95, 170), "later": (190, 350)}


def document(initiatives: int) -> Json:
    """A valid document with so many initiatives."""
    chance = random.Random(initiatives)
    kpis = [_kpi(index, chance) for index in range(max(4, initiatives // 4))]
    names = [str(kpi["id"]) for kpi in kpis]
    columns: dict[str, list[Json]] = {"now": [], "next": [], "later": [], "delivered": []}
    for index in range(initiatives):
        column = chance.choices(list(columns), (2, 3, 4, 1))[0]
        columns[column].append(_initiative(index, column, names, chance))
    delivered = columns.pop("delivered")
    items = [str(item["id"]) for column in (delivered, *columns.values()) for item in column]
    columns["future"] = [_vision(index) for index in range(max(1, initiatives // 50))]
    share = len(kpis) // 4
    return {
        "schemaVersion": "1.0",
        "name": "A product of some size",
        "asOf": AS_OF.isoformat(),
        "productVision": {
            "mission": "Help small shops sell to anyone, anywhere",
            "targetMarket": ["Shops with up to ten people", "Markets and fairs"],
            "valueProposition": "Open a shop in an hour, without a developer",
            "strategicPillars": PILLARS,
        },
        "prioritization": {
            "framework": "RICE",
            "scoringCriteria": {"businessValue": 3, "userImpact": 2, "effort": 2, "strategicAlignment": 1},
            "reviewCadence": "biweekly",
        },
        "roadmap": {
            "timeHorizon": columns,
            "delivered": delivered,
            "themes": THEMES,
            "dependencies": [_dependency(items, chance) for _ in range(initiatives // 2)],
        },
        "metrics": {
            "northStarMetric": names[0],
            "inputMetrics": kpis[: 2 * share],
            "outputMetrics": kpis[2 * share : 3 * share],
            "guardrailMetrics": kpis[3 * share :],
        },
        "reviews": {
            "productReview": _review("weekly"),
            "strategyReview": _review("monthly"),
            "portfolioReview": _review("quarterly"),
        },
    }


def document_with_extensions(initiatives: int) -> Json:
    """The same with data of other tools under an `x-` key of every tenth initiative."""
    made = document(initiatives)
    for index, item in enumerate(_initiatives(made)):
        if index % 10 == 0:
            item["x-tracker"] = {"key": f"SHOP-{index}", "points": index % 13, "watchers": ["ana", "ben"]}
    return made


def moved(document: Json) -> Json:
    """The document with every tenth initiative of a column at its end, and under another title."""
    changed = copy.deepcopy(document)
    columns = changed["roadmap"]["timeHorizon"]  # type: ignore[index]
    for name in HORIZONS:
        items = columns[name]
        late = [{**item, "title": f"{item['title']}, again"} for item in items[::10]]
        columns[name] = [item for place, item in enumerate(items) if place % 10] + late
    return changed


def broken_document(initiatives: int, mistakes: int) -> Json:
    """The same with so many mistakes, of five kinds in turn, spread evenly over its initiatives."""
    made = document(initiatives)
    items = _initiatives(made)
    for number in range(mistakes):
        item = items[number * len(items) // mistakes]
        match number % 5:
            case 0:
                item["title"] = ""
            case 1:
                item["status"] = "someday"
            case 2:
                del item["title"]
            case 3:
                item["targetDate"] = "2026-02-30"
            case _:
                item["tags"] = "one, two"
    return made


def _initiatives(made: Json) -> list[Json]:
    columns: dict[str, list[Json]] = made["roadmap"]["timeHorizon"]  # type: ignore[index]
    return [item for name in ("now", "next", "later") for item in columns[name]]


def _day(first: int, last: int, chance: random.Random) -> date:
    return AS_OF + timedelta(days=chance.randint(first, last))


def _initiative(index: int, column: str, kpis: list[str], chance: random.Random) -> Json:
    made: Json = {
        "id": f"init-{index:06}",
        "title": f"{chance.choice(VERBS)} {chance.choice(THINGS)} for {chance.choice(TEAMS)}",
        "owner": {"title": f"Lead, {chance.choice(TEAMS)}"},
        "theme": chance.choice(THEMES),
        "pillar": chance.choice(PILLARS),
        "status": {"now": "in-progress", "delivered": "done"}.get(column, "planned"),
        "metrics": chance.sample(kpis, 2),
        "scoring": {"rice": _rice(chance)},
    }
    if column == "delivered":
        start = _day(-300, -100, chance)
        due = start + timedelta(days=chance.randint(20, 90))
        made |= {"startDate": start.isoformat(), "targetDate": due.isoformat(), "deliveredDate": due.isoformat()}
    else:
        start = _day(-20, 0, chance) if column == "now" else _day(*HORIZONS[column], chance)
        made |= {"startDate": start.isoformat(), "targetDate": (start + timedelta(days=30)).isoformat()}
    if index % 2:
        made["description"] = f"What {chance.choice(TEAMS)} asked for in the last review: fewer steps, fewer errors."
        made["guardrails"] = [chance.choice(kpis)]
    if index % 3 == 0:
        made["tags"] = ["customer-request", "q2"]
    if index % 4 == 0:
        made["links"] = [{"title": "Ticket", "url": f"https://tracker.example.com/browse/SHOP-{index}"}]
    return made


def _rice(chance: random.Random) -> Json:
    reach: object = chance.randint(100, 90_000)
    if chance.random() < 0.1:
        reach = {"low": 500, "likely": 2_000, "high": 4_500.5}
    return {
        "reach": reach,
        "impact": chance.choice([3, 2, 1, 0.5, 0.25]),
        "confidence": chance.choice([1, 0.8, 0.5]),
        "effort": chance.choice([0.5, 1, 2, 3.5, 8]),
    }


def _kpi(index: int, chance: random.Random) -> Json:
    baseline = chance.randint(10, 60)
    return {
        "id": f"kpi-{index:06}",
        "name": f"{chance.choice(TEAMS)}: {chance.choice(THINGS)} done",
        "unit": "%",
        "direction": "increase",
        "baseline": baseline,
        "target": {"value": baseline + 20.5, "by": "2026-12-31"},
        "bounds": {"min": 1, "max": 100},
        "observations": [
            {"date": (AS_OF - timedelta(days=7 * back)).isoformat(), "value": baseline + 1.5 / (back + 1)}
            for back in (2, 1, 0)
        ],
        "refresh": "weekly",
        "owner": {"title": "Analyst", "name": "Ana Silva", "email": "ana@example.com"},
        "influences": [f"kpi-{chance.randrange(index):06}"] if index else [],
    }


def _vision(index: int) -> Json:
    return {"id": f"vision-{index:06}", "title": "Shops that run themselves", "signals": ["Ten ask for it unprompted"]}


def _dependency(items: list[str], chance: random.Random) -> Json:
    earlier, later = sorted(chance.sample(range(len(items)), 2))
    return {"from": items[later], "to": items[earlier], "type": "requires"}


def _review(frequency: str) -> Json:
    return {
        "frequency": frequency,
        "participants": [{"title": "Head of Product", "responsibility": "driver"}, {"title": "Engineering"}],
        "startsOn": "2026-01-05",
        "startTime": "10:00",
        "timeZone": "Europe/Paris",
        "durationMinutes": 45,
    }
