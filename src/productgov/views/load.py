"""The load of teams as text: what each has to do in every period, and how likely it fits."""

from collections.abc import Iterable, Iterator
from datetime import date

from productgov.ranking.load import EffortShare, LoadedPeriod, LoadedTeam, TeamLoad
from productgov.views.layout import WIDTH, cut, fitted, hanging, joined
from productgov.views.metrics import progress_bar
from productgov.wording import counted, number_text, one_line, percent_text

__all__ = ["load_text"]

_PERIOD, _LOAD = 9, 14
_MOST = 12


def load_text(load: TeamLoad, *, width: int = WIDTH) -> str:
    """The teams and under each its capacity periods, then the effort by pillar and kind.

    Periods that are over are left out, and of many the first twelve are shown, each with the load and the capacity in
    person-months, and how likely the load fits. What has no effort is counted.

    Args:
        load: what `team_load` found.
        width: the most columns that a line may take; less than 80 counts as 80.
    """
    return "\n".join(_lines(load, max(width, WIDTH)))


def _lines(load: TeamLoad, columns: int) -> Iterator[str]:
    for team in load.teams:
        yield from _team_lines(team, load.as_of, columns)
    for title, shares in (("by pillar", load.by_pillar), ("by kind", load.by_kind)):
        if any(share.share is not None for share in shares):
            yield from hanging(f"Effort {title}: ", _shares(shares), columns)
    items = load.estimated + len(load.not_estimated)
    unassigned = f"{number_text(load.unassigned)} person-months of no team" if load.unassigned else ""
    estimated = f"{load.estimated} of {counted(items, 'open item')} with an effort"
    yield from fitted(joined((estimated, unassigned)), columns)


def _team_lines(team: LoadedTeam, as_of: date, columns: int) -> Iterator[str]:
    lead = team.team.lead
    who = joined((one_line(team.team.name), one_line(lead.name or lead.title) if lead else ""))
    total = f"{number_text(team.load)} person-months in {counted(len(team.items), 'item')}"
    missing = f"{counted(len(team.not_estimated), 'item')} without an effort" if team.not_estimated else ""
    yield from hanging(f"{team.team.id}: ", joined((who, total, missing)), columns)
    coming = [period for period in team.periods if period.last >= as_of]
    for period in coming[:_MOST]:
        yield _period_line(period, columns)
    if coming[_MOST:]:
        yield f"  and {counted(len(coming[_MOST:]), 'more period')}"
    if team.periods and team.outside:
        yield f"  outside of these periods: {number_text(team.outside)}"


def _period_line(period: LoadedPeriod, columns: int) -> str:
    capacity = period.capacity.effort
    share = period.load / capacity if capacity else float(bool(period.load))
    text = f"{number_text(period.load)} of {number_text(capacity)}"
    row = f"  {period.capacity.period!s:<{_PERIOD}} {progress_bar(share)} {text:<{_LOAD}}"
    over = "over, " if period.over else ""
    missing = f", {len(period.not_estimated)} without effort" if period.not_estimated else ""
    return cut(f"{row} {over}fits with {percent_text(period.p_fits)}{missing}", columns)


def _shares(shares: Iterable[EffortShare]) -> str:
    return ", ".join(_share(each) for each in shares)


def _share(each: EffortShare) -> str:
    name = "no pillar" if each.name is None else one_line(each.name)
    allocated = f" ({percent_text(each.allocated)} allocated)" if each.allocated is not None else ""
    return f"{name} {percent_text(each.share or 0)}{allocated}"
