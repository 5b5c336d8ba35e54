"""One name for one thing, and one thing for one name."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.decisions import Decision
from productgov.model.initiative import Initiative
from productgov.model.metrics import KPI, MetricGroup
from productgov.model.objectives import KeyResult, Objective
from productgov.model.people import Role
from productgov.model.roadmap import External
from productgov.model.teams import Team
from productgov.model.vision import Vision
from productgov.paths import Path
from productgov.rules.alike import folded
from productgov.rules.context import Context
from productgov.rules.rule import Family, Rule
from productgov.wording import listed, quoted

__all__ = ["NAMES"]


class _Named(NamedTuple):
    """Something with an id, and its path."""

    path: Path
    value: Initiative | Vision | External | KPI | Objective | KeyResult | Team | Decision

    @property
    def list(self) -> str:
        """The name of the list it is in."""
        return next(token for token in reversed(self.path) if isinstance(token, str))

    @property
    def label(self) -> str:
        """What a message calls it."""
        if isinstance(self.value, Decision):
            return f"the decision of {self.value.date}"
        title = self.value.name if isinstance(self.value, (KPI, Team)) else self.value.title
        return quoted(title) if title is not None else "a key result"


def _duplicate_ids(context: Context) -> Iterator[Found]:
    for group in _named(context):
        first: dict[str, _Named] = {}
        for one in group:
            name = one.value.id
            before = first.setdefault(name, one)
            if before is not one:
                yield Found(
                    (*one.path, "id"),
                    f"duplicate id {name} in {one.list}: {before.label} in {before.list} already uses it",
                    f"give {one.label} another id",
                    related=((*before.path, "id"),),
                )


def _named(context: Context) -> Iterator[Iterable[_Named]]:
    """Everything with an id, in groups within which each id may be used once."""
    governance = context.governance
    yield (_Named(entry.path, entry.value) for entry in context.entries)
    yield _objectives(context)
    yield (_Named(("teams", index), team) for index, team in enumerate(governance.teams))
    yield (_Named(("decisions", index), decision) for index, decision in enumerate(governance.decisions))
    for group in MetricGroup:
        yield (_Named(placed.path, placed.kpi) for placed in context.kpis if placed.group is group)


def _objectives(context: Context) -> Iterator[_Named]:
    """The objectives and their key results."""
    for placed in context.objectives:
        yield _Named(*placed)
        yield from (_Named(*each) for each in placed.key_results)


class _Text(NamedTuple):
    """A name in a document, and its path."""

    path: Path
    text: str


def _two_names(context: Context) -> Iterator[Found]:
    yield from _repeated(context)
    vision, roadmap = context.governance.product_vision, context.governance.roadmap
    yield from _alike("pillars", _each_once(("productVision", "strategicPillars"), vision.strategic_pillars))
    yield from _alike("themes", _each_once(("roadmap", "themes"), roadmap.themes))
    kpis = [placed for placed in context.kpis if placed is context.kpi_by_id[placed.kpi.id]]
    star = context.governance.metrics.north_star_metric
    names = [_Text((*placed.path, "name"), placed.kpi.name) for placed in kpis if placed.kpi.name != star]
    said = {path for found in _alike("KPI names", names) for path in (found.path[:-1], found.related[0][:-1])}
    yield from _alike("KPI names", names)
    yield from _alike("KPI ids", (_Text((*one.path, "id"), one.kpi.id) for one in kpis if one.path not in said))
    placed = (*context.items, *context.open_backlog)
    items = (item for item in placed if item.path == context.by_id[item.initiative.id].path)
    titles = (_Text((*item.path, "title"), item.initiative.title) for item in items)
    yield from (found._replace(severity=Severity.INFO) for found in _alike("titles of open items", titles))


def _each_once(path: Path, texts: Sequence[str]) -> Iterator[_Text]:
    first = {text: index for index, text in reversed(tuple(enumerate(texts)))}
    return (_Text((*path, first[text]), text) for text in dict.fromkeys(texts))


def _alike(nouns: str, named: Iterable[_Text]) -> Iterator[Found]:
    """Names that differ at most in case, blanks and punctuation, one finding for all that are alike."""
    for first, *others in _groups(named):
        if others:
            spellings = list(dict.fromkeys(one.text for one in (first, *others)))
            yield Found(
                others[0].path,
                f"the {nouns} {listed([quoted(text) for text in spellings])} differ only in case, blanks or punctuation"
                if len(spellings) > 1
                else f"{len(others) + 1} {nouns} are {quoted(first.text)}",
                "keep one of them, or change them so that they can be told apart",
                related=(first.path, *(one.path for one in others[1:])),
            )


def _groups(named: Iterable[_Text]) -> Iterator[list[_Text]]:
    """The names that differ at most in case, blanks and punctuation, together."""
    groups: dict[str, list[_Text]] = {}
    for one in named:
        groups.setdefault(folded(one.text), []).append(one)
    yield from groups.values()


def _repeated(context: Context) -> Iterator[Found]:
    """Entries that stand twice in one list, and KPIs that influence themselves."""
    for holder, field, entries in _lists(context):
        if len(entries) < 2 or len(set(entries)) == len(entries):
            continue
        path = (*holder, field)
        first: dict[str | Role, int] = {}
        for index, entry in enumerate(entries):
            if first.setdefault(entry, index) != index:
                text = entry if isinstance(entry, str) else entry.title
                yield Found(
                    (*path, index),
                    f"{quoted(text)} stands twice in {field}",
                    "remove one of them",
                    related=((*path, first[entry]),),
                )
    for path, kpi, _ in context.kpis:
        if kpi.id in kpi.influences:
            at = (*path, "influences", kpi.influences.index(kpi.id))
            yield Found(at, f"{kpi.id} influences itself", "remove it from the list")


def _lists(context: Context) -> Iterator[tuple[Path, str, Sequence[str | Role]]]:
    """The lists in which an entry means the same wherever it stands: their holder, their name, their entries."""
    governance = context.governance
    yield ("productVision",), "targetMarket", governance.product_vision.target_market
    yield ("productVision",), "strategicPillars", governance.product_vision.strategic_pillars
    yield ("roadmap",), "themes", governance.roadmap.themes
    for path, initiative, _ in (*context.items, *context.open_backlog):
        yield path, "metrics", initiative.metrics
        yield path, "guardrails", initiative.guardrails
        yield path, "objectives", initiative.objectives
        yield path, "tags", initiative.tags
    for path, kpi, _ in context.kpis:
        yield path, "influences", kpi.influences
    for placed in context.reviews:
        yield placed.path, "metrics", placed.review.metrics or ()
        yield placed.path, "participants", placed.review.participants


def _instalments(id: str) -> dict[str, object]:
    item = {"id": id, "title": "Pay in instalments", "theme": "Fewer meetings"}
    return {"roadmap": {"timeHorizon": {"later": [item]}}}


NAMES = Family(
    prefix="PG1",
    title="Names",
    about="One name for one thing, and one thing for one name.",
    rules=(
        Rule(
            code="PG101",
            severity=Severity.ERROR,
            title="duplicate id",
            meaning="""Two things of one kind have the same id: roadmap items, those of the backlog and externals
                included; objectives and key results; teams; decisions; or KPIs of one group. The finding is at the
                second; every reference means the first.""",
            why="A dependency on it, a link to it, an issue that names it: each could mean either of the two.",
            bad=_instalments("payments"),
            good=_instalments("instalments"),
            find=_duplicate_ids,
            as_written=True,
        ),
        Rule(
            code="PG108",
            severity=Severity.WARNING,
            title="two names for one thing",
            meaning="""Two themes, two pillars, or the ids or names of two KPIs differ only in case, blanks or
                punctuation; an entry stands twice in one list; or a KPI influences itself. Two open items with one
                title are an info. Silent where PG101, PG106 or PG407 is about the same name.""",
            why="Counts, boards and filters split what belongs together, and nobody sees why.",
            bad={"roadmap": {"themes": ["Fewer meetings", "Fewer Meetings"]}},
            good={"roadmap": {"themes": ["Fewer meetings"]}},
            find=_two_names,
        ),
    ),
)
