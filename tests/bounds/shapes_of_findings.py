"""Shapes that findings and the formats that print them once paid too much for."""

from productgov import parse
from productgov.reports.registry import REPORTERS
from productgov.reports.reporter import CheckedDocument, CheckRun
from tests.bounds.shape import Shape
from tests.bounds.shapes_of_reading import read_json


def report_json(text: str) -> None:
    """Check a JSON text, and write the report in every format."""
    document = parse(text, format="json")
    run = CheckRun((CheckedDocument("plan.json", "plan.json", document.check(), document.data, document.text),))
    for reporter in REPORTERS.values():
        reporter(run)


def unknown_keys_below_a_long_id(count: int) -> str:
    """A metric with as many unknown keys as its id is long."""
    keys = ",".join(f'"k{index}":1' for index in range(count))
    return f'{{"metrics":{{"inputMetrics":[{{"id":"{"K" * 100 * count}",{keys}}}]}}}}'


SHAPES: tuple[Shape, ...] = (
    Shape(
        name="duplicate keys below a long key",
        build=lambda n: '{"' + "K" * 100 * n + '":{' + ",".join(['"a":1'] * n) + "}}",
        act=read_json,
        sizes=(100, 200, 400),
    ),
    Shape(
        name="halves of surrogate pairs below a long key of extension data",
        build=lambda n: '{"x-a":{"' + "K" * 100 * n + '":[' + ",".join(['"\\ud800"'] * n) + "]}}",
        act=read_json,
        sizes=(100, 200, 400),
    ),
    Shape(
        name="reports of unknown keys below a long id",
        build=unknown_keys_below_a_long_id,
        act=report_json,
        sizes=(100, 200, 400),
    ),
)
