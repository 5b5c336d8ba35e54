"""`productgov observe` and `check-in`: record measurements, and how things are going."""

import argparse

from productgov.cli.changing import add_day, add_editing, change_document, today
from productgov.cli.command import Command, Group
from productgov.cli.status import UNUSABLE
from productgov.cli.terminal import complain
from productgov.errors import InvalidValueError, ProductGovError
from productgov.escaping import escaped
from productgov.model.check_ins import Health
from productgov.model.governance import ProductGovernance
from productgov.model.metrics import Observation

__all__ = ["CHECK_IN", "OBSERVE"]


class _NotUsableError(Exception):
    """Raised to change nothing, after everything that is wrong was told."""


def _configure_observe(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kpi", nargs="?", metavar="KPI", help="the id of a KPI, or of a key result without one")
    parser.add_argument("value", nargs="?", type=_number, metavar="VALUE", help="the measured value")
    parser.add_argument(
        "--from", dest="table", metavar="CSV", help="a table of observations: kpi,date,value; or dates across"
    )
    parser.add_argument("--note", help="a remark about it")
    parser.add_argument("--replace", action="store_true", help="correct what was observed on the same day")
    add_day(parser)
    add_editing(parser)


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r:.40} is not a number; write it with a point, as 0.5") from None
    return int(number) if number.is_integer() and "." not in text and "e" not in text.lower() else number


def _observe(arguments: argparse.Namespace) -> int:
    if arguments.table is not None:
        if arguments.kpi is not None or arguments.on is not None or arguments.note is not None:
            raise InvalidValueError("observe takes either KPI and VALUE, or --from CSV")
        return _observe_table(arguments)
    if arguments.value is None:
        raise InvalidValueError("observe needs KPI and VALUE, or --from CSV")
    observation = Observation(date=today(arguments), value=arguments.value, note=arguments.note)
    return change_document(
        arguments, lambda before: _with(before, arguments.kpi, observation, replace=arguments.replace)
    )


def _observe_table(arguments: argparse.Namespace) -> int:
    from productgov.cli.observation_table import read_observations  # noqa: PLC0415 - heavy, and only tables need it

    table = read_observations(arguments.table)
    problems = list(table.problems)

    def observed(governance: ProductGovernance) -> ProductGovernance:
        for measured in table.observations:
            try:
                governance = _with(governance, measured.kpi, measured.observation, replace=arguments.replace)
            except ProductGovError as error:
                problems.append(f"row {measured.row}: {error}")
        if problems:
            raise _NotUsableError
        return governance

    try:
        return change_document(arguments, observed)
    except _NotUsableError:
        for problem in problems:
            complain(f"{escaped(arguments.table)}: {escaped(problem)}")
        complain("productgov: nothing was written")
        return UNUSABLE


def _with(governance: ProductGovernance, kpi: str, observation: Observation, *, replace: bool) -> ProductGovernance:
    return governance.observe(kpi, observation.value, on=observation.date, note=observation.note, replace=replace)


def _configure_check_in(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="an initiative, external, objective or key result")
    parser.add_argument("--health", choices=[health.value for health in Health], help="how it is going")
    parser.add_argument("--confidence", type=_number, metavar="C", help="the probability of success, from 0 to 1")
    parser.add_argument("--note", help="why, and what is needed")
    add_day(parser)
    add_editing(parser)


def _check_in(arguments: argparse.Namespace) -> int:
    health = None if arguments.health is None else next(one for one in Health if one.value == arguments.health)

    def checked_in(governance: ProductGovernance) -> ProductGovernance:
        return governance.check_in(
            arguments.id, on=today(arguments), health=health, confidence=arguments.confidence, note=arguments.note
        )

    return change_document(arguments, checked_in)


OBSERVE = Command(
    name="observe",
    group=Group.CHANGE,
    help="record what a metric was",
    description="Add an observation to a KPI, or all those of a CSV table.",
    configure=_configure_observe,
    run=_observe,
)
CHECK_IN = Command(
    name="check-in",
    group=Group.CHANGE,
    help="record how something is going",
    description="Add a check-in to an initiative, an external, an objective or a key result.",
    configure=_configure_check_in,
    run=_check_in,
)
