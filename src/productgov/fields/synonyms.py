"""Other words for terms and keys of documents: what people write who know them from other tools.

A synonym counts only where the word that it means is allowed; so one table serves all enumerations, and one all
objects. Upper and lower case, blanks, hyphens, underscores and dots make no difference.
"""

from collections.abc import Collection, Mapping
from difflib import get_close_matches

__all__ = ["KEYS", "TERMS", "meant", "plain", "respelt"]

_ALIKE = 0.8
"""How much of two spellings must be alike, as `difflib` measures it."""
_LONGEST = 64


def plain(word: str) -> str:
    """A word without the differences that people do not see."""
    return "".join(c for c in word.casefold() if c not in " -_./")


def _table(words: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """From each synonym to the words it can mean."""
    found: dict[str, tuple[str, ...]] = {}
    for word, synonyms in words.items():
        for synonym in synonyms.split(", "):
            found[plain(synonym)] = (*found.get(plain(synonym), ()), word)
    return found


TERMS = _table(
    {
        "proposed": "idea, backlog, to do, new, suggested, draft, requested, candidate, under consideration",
        "planned": "committed, scheduled, approved, accepted, ready, selected, up next",
        "in-progress": "wip, doing, started, active, ongoing, underway, in development, building, working on it",
        "done": "shipped, released, launched, delivered, completed, complete, finished, live, deployed",
        "paused": "on hold, hold, blocked, waiting, suspended, parked, frozen",
        "dropped": "cancelled, canceled, abandoned, rejected, wontfix, won't fix, won't do, declined, killed, removed",
        "weekly": "week, every week, once a week, 1x per week",
        "biweekly": "fortnightly, every two weeks, every 2 weeks, every other week, every second week, each sprint",
        "monthly": "month, every month, once a month, each month",
        "month": "monthly, per month, a month",
        "quarter": "quarterly, per quarter, a quarter",
        "year": "yearly, annual, annually, per year, a year",
        "increase": "up, higher, more, grow, growth, rise, maximize, maximise, higher is better, more is better",
        "decrease": "down, lower, less, reduce, fall, minimize, minimise, lower is better, less is better",
        "maintain": "keep, hold, stable, steady, flat, stay, within range",
        "Value-Effort": "value vs effort, value versus effort, value effort matrix, impact effort, 2x2",
        "requires": "needs, depends on, depends, blocked by, after, prerequisite",
        "blocks": "blocking, before, precedes",
        "relatesTo": "related, relates, related to, see also",
        "mean": "average, avg",
        "product": "multiply, multiplied",
        "midpoint": "middle, center, centre",
        "must": "must have, musts, m",
        "should": "should have, shoulds, s",
        "could": "could have, coulds, c, nice to have",
        "wont": "won't have, will not, will not have, w, not this time, out of scope",
        "like": "love, enjoy",
        "expect": "must be, must have, expected",
        "neutral": "indifferent, don't care",
        "tolerate": "live with, can live with it, accept",
        "dislike": "hate",
        "approver": "accountable, decider",
        "contributor": "consulted",
    }
)
"""Other words for the terms of enumerations."""

KEYS = _table(
    {
        "targetDate": "due, dueDate, dueOn, endDate, end, finishDate, releaseDate, eta, by",
        "by": "due, dueDate, deadline, targetDate, date",
        "expectedDate": "due, dueDate, deadline, eta, targetDate",
        "deliveredDate": "shippedDate, releasedDate, doneDate, completedDate, finishedDate, closedDate, deliveredOn",
        "startDate": "start, begin, startsOn, startedOn, from",
        "startsOn": "start, startDate, firstDate, begins",
        "committedDate": "promisedDate, commitDate, commitmentDate",
        "date": "day, when, on, at, measuredOn",
        "id": "key, identifier, slug",
        "title": "name, summary, headline, label",
        "name": "title, label",
        "description": "summary, details, detail, notes, body, text, about",
        "statement": "description, summary",
        "note": "comment, remark, notes",
        "reason": "why, because, rationale, justification, comment, note, description",
        "owner": "assignee, lead, responsible, dri, assignedTo",
        "status": "state, stage",
        "theme": "epic, category, area",
        "pillar": "strategicPillar, strategy",
        "metrics": "kpis, kpi, measures, metric",
        "guardrails": "guardrailMetrics, guardrail, counterMetrics",
        "scoring": "scores, prioritization",
        "tags": "labels, tag, keywords",
        "links": "urls, link, references, tickets",
        "url": "link, href, address, uri",
        "email": "mail, emailAddress",
        "unit": "units, measure",
        "baseline": "start, startValue, initial",
        "target": "goal, targetValue",
        "bounds": "limits, range, limit",
        "observations": "values, measurements, history, data, readings",
        "refresh": "frequency, cadence, updated, interval",
        "influences": "drives, leadsTo, affects, contributesTo",
        "min": "minimum, low, lower, floor",
        "max": "maximum, high, upper, ceiling",
        "low": "min, minimum, pessimistic, worst",
        "likely": "expected, mode, mostLikely, typical, base",
        "high": "max, maximum, optimistic, best",
        "value": "amount, number, actual, result",
        "frequency": "cadence, every, interval, rhythm, recurrence, schedule",
        "participants": "attendees, people, members, invitees, who",
        "durationMinutes": "duration, minutes, length",
        "startTime": "time, at, start",
        "timeZone": "tz, zone",
        "agenda": "topics",
        "reviewCadence": "cadence, frequency",
        "framework": "method, model",
        "rankBy": "method, rankingMethod, rankedBy",
        "formula": "equation, expression, score",
        "userBusinessValue": "businessValue, userValue, value, ubv",
        "timeCriticality": "urgency, timeValue, tc",
        "riskReduction": "opportunityEnablement, riskReductionOpportunityEnablement, rroe",
        "jobSize": "size, jobDuration, duration, effort",
        "scoringCriteria": "criteria, weights",
        "timeHorizon": "horizons, horizon, timeline",
        "delivered": "done, shipped, released, completed",
        "dependencies": "dependsOn",
        "productVision": "vision",
        "northStarMetric": "northStar, nsm, north",
        "inputMetrics": "inputs, leading, leadingMetrics",
        "outputMetrics": "outputs, lagging, laggingMetrics, outcomes, outcomeMetrics",
        "guardrailMetrics": "guardrails, counterMetrics, healthMetrics",
        "valueProposition": "proposition, usp",
        "strategicPillars": "pillars, strategy",
        "targetMarket": "market, audience, customers, users, segments",
        "effort": "cost, size, estimate",
        "reach": "users, customers, audience",
        "confidence": "certainty",
        "ease": "simplicity",
        "responsibility": "daci, raci",
        "asOf": "today, date",
        "schemaVersion": "version",
    }
)
"""Other words for the keys of objects."""


def meant(word: str, table: Mapping[str, tuple[str, ...]], allowed: Collection[str]) -> str | None:
    """The one allowed word that a synonym means; None where there is none, or more than one."""
    found = [known for known in table.get(plain(word), ()) if known in allowed]
    return found[0] if len(found) == 1 else None


def respelt(word: str, allowed: Collection[str]) -> str | None:
    """The one allowed word that is spelt nearly so; None where there is none, or more than one.

    Words that differ only in case, blanks, hyphens and the like are the same, whatever else is near.
    """
    spelt = plain(word[:_LONGEST])
    by_spelling = {plain(known): known for known in allowed}
    near = [spelt] if spelt in by_spelling else get_close_matches(spelt, by_spelling, n=2, cutoff=_ALIKE)
    return by_spelling[near[0]] if len(near) == 1 else None
