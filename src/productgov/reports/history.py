"""What `productgov history` prints, in each of its formats."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

import attrs

from productgov.changes.history_items import ItemHistory
from productgov.changes.tracing import History
from productgov.escaping import command_free, escaped_in_data
from productgov.reports.machine_text import json_text
from productgov.schema.history_output import (
    HistoryOutput,
    ItemRecord,
    MoveRecord,
    PeriodRecord,
    ProgressRecord,
    ReplanRecord,
    SkippedRecord,
    StayRecord,
    VersionRecord,
)
from productgov.tables.csv_file import csv_chunks
from productgov.views.history import history_markdown, history_text

__all__ = ["HISTORY_REPORTERS", "HistoryReporter"]

HistoryReporter = Callable[[History], str]
"""Turns a history into the whole text that is printed."""


def _text(history: History) -> str:
    return f"{history_text(history)}\n"


def _markdown(history: History) -> str:
    return command_free(escaped_in_data(history_markdown(history))) + "\n"


def _csv(history: History) -> str:
    table = history.table
    return command_free(b"".join(csv_chunks(table.columns, table.values)).decode())


def _json(history: History) -> str:
    """For programs; `schema.outputs.history_schema` describes it."""
    progress = history.progress
    output = HistoryOutput(
        version=1,
        file=history.name,
        asOf=str(history.as_of),
        shallow=history.is_shallow,
        listed=history.listed,
        versions=tuple(VersionRecord(day=str(one.day), commit=one.commit, path=one.path) for one in history.versions),
        skipped=tuple(
            SkippedRecord(day=str(one.version.day), commit=one.version.commit, reason=one.reason)
            for one in history.skipped
        ),
        progress=ProgressRecord(
            due=progress.due,
            delivered=progress.delivered,
            onTime=progress.on_time,
            medianSlip=progress.median_slip,
        ),
        items=tuple(map(_item, history.items)),
        periods=tuple(PeriodRecord(**attrs.asdict(period)) for period in history.periods),
    )
    return json_text(attrs.asdict(output))


def _item(item: ItemHistory) -> ItemRecord:
    return ItemRecord(
        id=item.id,
        title=item.title,
        formerIds=item.former_ids,
        since=str(item.since),
        list=item.place,
        gone=_day(item.gone),
        status=item.status.value if item.status else None,
        firstPromise=_day(item.first_promise),
        promisedOn=_day(item.promised_on),
        due=_day(item.due),
        delivered=_day(item.delivered),
        slip=item.slip,
        withdrawn=item.withdrawn,
        replans=tuple(
            ReplanRecord(day=str(one.day), before=str(one.before), after=_day(one.after)) for one in item.replans
        ),
        moves=tuple(MoveRecord(day=str(one.day), before=one.before, after=one.after) for one in item.moves),
        stays=tuple(StayRecord(list=place, days=days) for place, days in item.stays),
    )


def _day(day: date | None) -> str | None:
    return str(day) if day else None


HISTORY_REPORTERS: Mapping[str, HistoryReporter] = MappingProxyType(
    {"text": _text, "json": _json, "markdown": _markdown, "csv": _csv}
)
"""The reporters by the name of their format."""
