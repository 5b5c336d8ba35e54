"""`productgov rank`: the order of the initiatives, why, and how certain it is."""

import argparse
import re

from productgov.analysis.horizons import resolve_as_of
from productgov.cli.arguments import add_file, add_plugins
from productgov.cli.command import Command, Group
from productgov.cli.files import governance_of
from productgov.cli.settings import settings_finder
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.cli.terminal import BOARD, columns, show_text
from productgov.errors import InvalidValueError
from productgov.model.governance import ProductGovernance
from productgov.nearest import nearest
from productgov.ranking.comparison import compare_frameworks
from productgov.ranking.information import value_of_information
from productgov.ranking.plugged import methods_with
from productgov.ranking.ranking import Ranked, Ranking, Unranked, rank
from productgov.ranking.registry import METHODS, method_named
from productgov.ranking.report import RankReport
from productgov.ranking.simulation import simulate
from productgov.ranking.subjects import subjects_of
from productgov.reports.rank import RANK_REPORTERS
from productgov.views.ranking import report_text
from productgov.wording import counted

__all__ = ["COMMAND"]

_MOST_DRAWS = 1_000_000
_MOST_SCORES = 10_000_000
"""The most draws times items: each is a score that is kept until the end."""


def _configure(parser: argparse.ArgumentParser) -> None:
    add_file(parser)
    parser.add_argument(
        "--method",
        "--framework",
        dest="method",
        metavar="M",
        help=f"{', '.join(METHODS)}, or that of a plug-in; left out, the document's own",
    )
    parser.add_argument("--formula", metavar="F", help="the formula to rank by, instead of the document's method")
    add_plugins(parser)
    parser.add_argument("--explain", metavar="ID", help="explain the position of one item")
    parser.add_argument("--simulate", type=_draws, metavar="N", help="draw N times and say how certain the order is")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="the seed of the draws (default 0)")
    parser.add_argument("--compare", action="store_true", help="say where the methods disagree")
    parser.add_argument("--all", action="store_true", help="also rank what is done or dropped")
    parser.add_argument("--format", choices=tuple(RANK_REPORTERS), default="text", help="default: text")


def _run(arguments: argparse.Namespace) -> int:
    governance = governance_of(arguments.file)
    if governance is None:
        return ERRORS_FOUND
    report = _report(governance, arguments)
    if arguments.format == "text":
        show_text(f"{report_text(report, width=columns())}\n", BOARD)
    else:
        print(RANK_REPORTERS[arguments.format](report), end="")
    return NO_ERROR


def _report(governance: ProductGovernance, arguments: argparse.Namespace) -> RankReport:
    """What the arguments ask for."""
    plugins = (*settings_finder()(arguments.file).plugins, *arguments.plugins)
    method = None if arguments.method is None else method_named(arguments.method, methods_with(plugins))
    ranking = rank(governance, method=method, formula=arguments.formula, open_only=not arguments.all, plugins=plugins)
    sampling = {"draws": arguments.simulate, "seed": arguments.seed} if arguments.simulate and ranking.ranked else None
    if sampling and arguments.simulate * len(ranking) > _MOST_SCORES:
        items, most = counted(len(ranking), "item"), max(1, _MOST_SCORES // len(ranking))
        raise InvalidValueError(f"--simulate {arguments.simulate:,} is too much for {items}; allowed: at most {most:,}")
    return RankReport(
        ranking=ranking,
        simulation=simulate(ranking, **sampling) if sampling else None,
        information=value_of_information(ranking, **sampling) if sampling else None,
        comparison=compare_frameworks(governance) if arguments.compare else None,
        explained=_explained(ranking, governance, arguments.explain) if arguments.explain else None,
        as_of=resolve_as_of(governance),
    )


def _explained(ranking: Ranking, governance: ProductGovernance, id: str) -> Ranked | Unranked:
    item = ranking.find(id)
    if item is not None:
        return item
    ids = [each.initiative.id for each in subjects_of(governance)]
    if id in ids:
        raise InvalidValueError(f"{id!r} is done or dropped and so not ranked; add --all to rank it")
    near = nearest(id, ids, most=1)
    raise InvalidValueError(f"no initiative has the id {id!r:.80}" + (f"; did you mean {near[0]!r}?" if near else ""))


def _draws(text: str) -> int:
    draws = int(text) if re.fullmatch("[0-9]{1,7}", text) else 0
    if not 1 <= draws <= _MOST_DRAWS:
        raise argparse.ArgumentTypeError(f"expected a whole number from 1 to {_MOST_DRAWS:,}, not {text!r:.20}")
    return draws


COMMAND = Command(
    name="rank",
    group=Group.JUDGE,
    help="rank the open initiatives",
    description="Rank the open initiatives: what comes first, why, and how sure that is.",
    configure=_configure,
    run=_run,
)
