"""What to show of a governance: some sections, what somebody owns, what serves a pillar."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Literal, Self, TypeAlias, get_args

import attrs

from productgov.errors import InvalidValueError
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.objectives import Objective
from productgov.model.people import Role
from productgov.model.roadmap import External
from productgov.model.vision import Vision
from productgov.nearest import nearest
from productgov.wording import listed, one_line, quoted

__all__ = ["SECTIONS", "SectionName", "Selection"]

SectionName: TypeAlias = Literal[
    "vision", "roadmap", "dependencies", "objectives", "metrics", "teams", "decisions", "reviews", "trace"
]
"""A section of the board."""
SECTIONS: tuple[SectionName, ...] = get_args(SectionName)
"""The sections of the board, in their order."""
_NOBODYS = frozenset({"vision", "teams", "reviews"})
"""The sections that no owner or pillar selects anything of."""


@attrs.frozen(kw_only=True)
class Selection:
    """What to show of a governance.

    Attributes:
        sections: the sections to show; None for all but the trace.
        owner: what this person or role owns; None for everything.
        pillar: what serves this pillar; None for everything.
        ids: with an owner or a pillar, the ids of everything that is shown.
    """

    sections: frozenset[SectionName] | None = None
    owner: str | None = None
    pillar: str | None = None
    ids: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        governance: ProductGovernance,
        sections: Collection[SectionName] | None = None,
        owner: str | None = None,
        pillar: str | None = None,
    ) -> Self:
        """A selection from a governance; names are found by the beginning of one of their words, in any case.

        Raises:
            InvalidValueError: there is no such section, or nobody and nothing in the governance has such a name.
        """
        for section in sections or ():
            if section not in SECTIONS:
                raise InvalidValueError(f"{section!r:.40} is no section; there are {', '.join(SECTIONS)}")
        if owner is not None:
            _require("owner", owner, _owners(governance))
        if pillar is not None:
            _require("pillar", pillar, governance.product_vision.strategic_pillars)
        chosen = cls(
            sections=None if sections is None else frozenset(sections),
            owner=owner,
            pillar=pillar,
        )
        return attrs.evolve(chosen, ids=frozenset(chosen._ids(governance)))

    def with_trace(self, *, wanted: bool) -> Self:
        """The same selection, and the trace where it is wanted."""
        if not wanted:
            return self
        shown = self.sections if self.sections is not None else frozenset(filter(self.shows, SECTIONS))
        return attrs.evolve(self, sections=shown | {"trace"})

    @property
    def everything(self) -> bool:
        """True where neither an owner nor a pillar is asked for."""
        return self.owner is None and self.pillar is None

    def shows(self, section: SectionName) -> bool:
        """Whether to show a section: what is asked for, else what an owner or a pillar can select something of."""
        if self.sections is not None:
            return section in self.sections
        return section != "trace" and (self.everything or section not in _NOBODYS)

    def has_item(self, item: Initiative | Vision) -> bool:
        """Whether to show an initiative or a vision, which nobody owns."""
        return self._has(item.owner if isinstance(item, Initiative) else None, item.pillar)

    def has_objective(self, objective: Objective) -> bool:
        """Whether to show an objective: it or one of its key results has the owner."""
        owners = (objective.owner, *(each.owner for each in objective.key_results))
        return any(self._has(owner, objective.pillar) for owner in owners)

    def has_external(self, external: External) -> bool:
        """Whether to show something that others deliver; it serves no pillar."""
        return self._has(external.owner, None)

    def has_subject(self, id: str) -> bool:
        """Whether to show the metric, or what was decided about the thing, with this id.

        A metric is shown when it has the owner, or when an initiative or key result that is shown names it.
        """
        return self.everything or id in self.ids

    def _ids(self, governance: ProductGovernance) -> Iterator[str]:
        if self.everything:
            return
        roadmap = governance.roadmap
        for item in (*(placed.initiative for placed in governance.initiatives()), *roadmap.backlog):
            if self.has_item(item):
                yield from (item.id, *item.metrics)
        yield from (vision.id for vision in roadmap.time_horizon.future if self.has_item(vision))
        yield from (external.id for external in roadmap.externals if self.has_external(external))
        for objective in governance.objectives:
            if self.has_objective(objective):
                yield objective.id
                for each in objective.key_results:
                    yield from (each.id, each.kpi or each.id)
        yield from (kpi.id for kpi in governance.metrics.kpis() if self._has(kpi.owner, None))

    def _has(self, owner: Role | None, pillar: str | None) -> bool:
        owned = self.owner is None or any(_begins(self.owner, name) for name in _names(owner))
        return owned and (self.pillar is None or (pillar is not None and _begins(self.pillar, pillar)))


def _require(what: str, wanted: str, names: Iterable[str]) -> None:
    known = tuple(dict.fromkeys(names))
    if any(_begins(wanted, name) for name in known):
        return
    near = nearest(wanted, known) or known
    meant = f"; there is {listed([quoted(name) for name in near])}" if near else ""
    raise InvalidValueError(f"no {what} is called {quoted(wanted)}{meant}")


def _begins(wanted: str, name: str) -> bool:
    """Whether a name, or the rest of it from one of its words on, begins with what is wanted."""
    return re.search(rf"(?<!\w){re.escape(wanted.casefold())}", name.casefold()) is not None


def _names(owner: Role | None) -> tuple[str, ...]:
    return tuple(one_line(name) for name in (owner.name, owner.title, owner.email) if name) if owner else ()


def _owners(governance: ProductGovernance) -> Iterator[str]:
    roadmap, objectives = governance.roadmap, governance.objectives
    yield from _all_names(placed.initiative.owner for placed in governance.initiatives())
    yield from _all_names(item.owner for item in roadmap.backlog)
    yield from _all_names(external.owner for external in roadmap.externals)
    yield from _all_names(objective.owner for objective in objectives)
    yield from _all_names(each.owner for objective in objectives for each in objective.key_results)
    yield from _all_names(kpi.owner for kpi in governance.metrics.kpis())


def _all_names(owners: Iterable[Role | None]) -> Iterator[str]:
    for owner in owners:
        yield from _names(owner)
