"""`productgov rank`: what comes first, why, and how sure that is."""

import argparse
import json
from collections.abc import Iterator
from difflib import get_close_matches

from productgov.cli.files import governance_of
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.errors import InvalidValueError
from productgov.model.governance import ProductGovernance
from productgov.ranking.comparison import compare_frameworks
from productgov.ranking.explanation import explanation_lines
from productgov.ranking.information import InformationValue, value_of_information
from productgov.ranking.method import RankingMethod
from productgov.ranking.ranking import Ranking, rank
from productgov.ranking.registry import METHODS, method_named
from productgov.ranking.simulation import Simulation, simulate
from productgov.views.ranking import (
    comparison_data,
    comparison_lines,
    information_data,
    information_lines,
    ranking_data,
    ranking_lines,
    simulation_lines,
)
from productgov.views.tables import csv_text

__all__ = ["add", "render_rank", "run"]

_MOST_DRAWS = 1_000_000
_DIGITS = 8


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("rank", help="rank the open initiatives", description=__doc__)
    parser.add_argument("file", metavar="FILE", help="a document; - is standard input")
    parser.add_argument(
        "--framework", type=_method, metavar="F", help=f"{', '.join(METHODS)}; left out, the document's own"
    )
    parser.add_argument("--explain", metavar="ID", help="explain the place of one item")
    parser.add_argument("--simulate", type=_draws, metavar="N", help="draw N times and say how sure the order is")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="the seed of the draws (default 0)")
    parser.add_argument("--compare", action="store_true", help="say where the frameworks disagree")
    parser.add_argument("--all", action="store_true", help="rank what is done or dropped, too")
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text", help="default: text")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Rank the initiatives of a file."""
    governance = governance_of(arguments.file)
    if governance is None:
        return ERRORS_FOUND
    print(render_rank(governance, arguments), end="")
    return NO_ERROR


def render_rank(governance: ProductGovernance, arguments: argparse.Namespace) -> str:
    """What the command prints about a governance.

    Raises:
        InvalidValueError: when there is no item to explain by that id, or the format cannot hold what is asked.
    """
    ranking = rank(governance, method=arguments.framework, open_only=not arguments.all)
    simulation = simulate(ranking, draws=arguments.simulate, seed=arguments.seed) if arguments.simulate else None
    if arguments.format == "csv":
        if arguments.explain or arguments.compare:
            raise InvalidValueError("--explain and --compare have no CSV; leave --format out, or take --format json")
        return csv_text((simulation or ranking).to_records())
    if arguments.format == "json":
        return json.dumps(_data(governance, ranking, simulation, arguments), ensure_ascii=False, indent=2) + "\n"
    return "\n".join(_lines(governance, ranking, simulation, arguments)) + "\n"


def _data(
    governance: ProductGovernance, ranking: Ranking, simulation: Simulation | None, arguments: argparse.Namespace
) -> dict[str, object]:
    data = ranking_data(ranking, simulation)
    if arguments.explain:
        data["explanation"] = list(_explanation(ranking, governance, arguments.explain))
    if simulation:
        data["find_out_next"] = information_data(_information(simulation))
    if arguments.compare:
        data["comparison"] = comparison_data(compare_frameworks(governance))
    return data


def _lines(
    governance: ProductGovernance, ranking: Ranking, simulation: Simulation | None, arguments: argparse.Namespace
) -> Iterator[str]:
    if arguments.explain:
        yield from _explanation(ranking, governance, arguments.explain)
    else:
        yield from ranking_lines(ranking)
    if simulation:
        yield ""
        yield from simulation_lines(simulation)
        yield from information_lines(_information(simulation))
    if arguments.compare:
        yield ""
        yield from comparison_lines(compare_frameworks(governance))


def _explanation(ranking: Ranking, governance: ProductGovernance, id: str) -> Iterator[str]:
    item = ranking.find(id)
    if item is not None:
        return explanation_lines(ranking, item)
    if any(placed.initiative.id == id for placed in governance.initiatives()):
        raise InvalidValueError(f"{id!r} is done or dropped, and not ranked; add --all to rank it too")
    near = get_close_matches(id, [placed.initiative.id for placed in governance.initiatives()], n=1)
    raise InvalidValueError(f"no initiative has the id {id!r:.80}" + (f"; did you mean {near[0]!r}?" if near else ""))


def _information(simulation: Simulation) -> tuple[InformationValue, ...]:
    sampling = simulation.sampling
    return value_of_information(
        simulation.ranking, draws=sampling.draws, seed=sampling.seed, error_model=sampling.error_model
    )


def _method(name: str) -> RankingMethod:
    try:
        return method_named(name)
    except InvalidValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _draws(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text[:_DIGITS]) <= _MOST_DRAWS:
        raise argparse.ArgumentTypeError(f"{text!r:.20} is not allowed; write a whole number from 1 to {_MOST_DRAWS:,}")
    return int(text)
