"""The plan on a page: vision, roadmap, what waits for what, and the decisions in force."""

from collections.abc import Iterable, Iterator

from productgov.analysis.decisions import open_decisions
from productgov.model.initiative import Initiative
from productgov.model.roadmap import External
from productgov.views.blocks import Block, Card, CardColumn, CardColumns, Facts, Heading
from productgov.views.board_lists import BoardItem, BoardList, planned_text, who
from productgov.views.dependencies import VERBS, external_day, kept_dependencies
from productgov.views.layout import joined
from productgov.views.marks import marks_of_external
from productgov.views.pages.data import PageData, grid

__all__ = ["decision_blocks", "roadmap_blocks", "vision_blocks", "waiting_blocks"]


def vision_blocks(data: PageData) -> Iterator[Block]:
    """Mission, market, value and pillars."""
    vision = data.governance.product_vision
    pairs = (
        ("Mission", vision.mission),
        ("For", ", ".join(vision.target_market)),
        ("Value", vision.value_proposition),
        ("Pillars", " · ".join(vision.strategic_pillars)),
    )
    yield Facts(tuple((name, text) for name, text in pairs if text))


def roadmap_blocks(data: PageData) -> Iterator[Block]:
    """The board by rank, the backlog and what was delivered."""
    *horizons, backlog, delivered = data.lists
    yield CardColumns(tuple(_column(each, data.most_cards) for each in horizons))
    for each in (backlog, delivered):
        if each.items:
            yield Heading(each.name.capitalize(), 3)
            yield grid(_HEAD, _rows(each.items), data.most)


_HEAD = ("#", "Id", "Title", "State", "When", "Owner", "Pillar", "Stands out")


def _rows(items: Iterable[BoardItem]) -> Iterator[tuple[int | str | None, ...]]:
    for each, item in ((each, each.item) for each in items if isinstance(each.item, Initiative)):
        what = (each.position, item.id, item.title, item.status.value, planned_text(item))
        yield (*what, who(item.owner), item.pillar, joined(map(str, each.marks)))


def _column(board_list: BoardList, most: int) -> CardColumn:
    items = board_list.items
    shown = items if len(items) <= most + 1 else items[:most]
    title = f"{board_list.name.capitalize()}: {board_list.title}, {board_list.days}"
    return CardColumn(title=title, cards=tuple(map(_card, shown)), more=len(items) - len(shown))


def _card(item: BoardItem) -> Card:
    initiative = item.item
    position = f"#{item.position} " if item.position else ""
    lines = [initiative.id]
    if isinstance(initiative, Initiative):
        status = "" if initiative.delivered_date else initiative.status.value
        lines += [joined((status, planned_text(initiative))), who(initiative.owner)]
    lines += [initiative.pillar or "", *map(str, item.marks)]
    if item.waits_for:
        lines.append(f"waits for {', '.join(item.waits_for)}")
    return Card(f"{position}{initiative.title}", tuple(filter(None, lines)))


def waiting_blocks(data: PageData) -> Iterator[Block]:
    """What waits for what, and what others must deliver."""
    dependencies = [
        (each.from_, VERBS[each.type], each.to, each.reason)
        for each in kept_dependencies(data.governance, data.selection)
    ]
    if dependencies:
        yield grid(("Item", "How", "Item it depends on", "Why"), dependencies, data.most)
    if data.externals:
        yield Heading("From others", 3)
        head = ("Id", "What", "State", "Owner", "Stands out")
        yield grid(head, (_external_row(each, data) for each in data.externals), data.most)


def _external_row(external: External, data: PageData) -> tuple[str, ...]:
    marks = joined(map(str, marks_of_external(external, data.as_of)))
    return (external.id, external.title, external_day(external), who(external.owner), marks)


def decision_blocks(data: PageData) -> Iterator[Block]:
    """The decisions in force."""
    decided = [each for each in open_decisions(data.governance, data.as_of) if data.selection.has_subject(each.id)]
    rows = [
        (subject.id, each.verdict.value, each.date, who(each.decided_by), each.reason)
        for subject in decided
        for each in reversed(subject.decisions)
    ]
    if rows:
        yield grid(("About", "Decision", "Since", "By", "Why"), rows, data.most)
