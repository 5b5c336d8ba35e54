"""The method that ranks: whether there is one of its name, and whether its formula can be used."""

from collections.abc import Iterator

from productgov.errors import FormulaError, InvalidValueError
from productgov.findings import Severity
from productgov.found import Found
from productgov.model.prioritization import FORMULA, Framework
from productgov.model.scoring import NO_SCORING
from productgov.nearest import nearest
from productgov.paths import Path
from productgov.ranking.formulas.names import known_names, names_given
from productgov.ranking.formulas.parser import parse_formula
from productgov.ranking.registry import method_named
from productgov.rules.context import Context
from productgov.rules.rule import Family, Rule
from productgov.wording import listed, quoted_value

__all__ = ["RANKING_METHOD", "names_not_given"]

_FORMULA: Path = ("prioritization", "formula")
_RANK_BY: Path = ("prioritization", "rankBy")


def names_not_given(context: Context) -> tuple[str, ...]:
    """The names of the formula that ranks, as far as it can be read, that no open item gives."""
    prioritization = context.governance.prioritization
    if prioritization.method_name != FORMULA or prioritization.formula is None:
        return ()
    try:
        names = parse_formula(prioritization.formula).names
    except FormulaError:
        return ()
    scorings = [item.initiative.scoring or NO_SCORING for item in (*context.items, *context.open_backlog)]
    if not scorings:
        return ()
    known = frozenset(names_given(scorings, names))
    return tuple(name for name in names if name not in known)


def _unusable(context: Context) -> Iterator[Found]:
    prioritization = context.governance.prioritization
    name, formula = prioritization.method_name, prioritization.formula
    if name == FORMULA:
        yield from _unusable_formula(context, formula)
        return
    framework = next((each for each in Framework if each.value.lower() == name.lower()), None)
    if framework is not None and prioritization.rank_by is not None:
        hint = f"set framework to {framework}, and leave rankBy out"
        yield Found(_RANK_BY, f"rankBy is {quoted_value(name)}, which is a framework", hint)
        return
    try:
        method_named(name, context.methods)
    except InvalidValueError:
        known = [method.name for method in context.methods if method.name not in tuple(Framework)]
        near = nearest(name, known)
        hint = f"did you mean {listed(near, 'or')}?" if near else f"write {listed(known, 'or')}"
        yield Found(_RANK_BY, f"unknown ranking method {quoted_value(name)}", hint)
        return
    if context.ranking_failure:
        yield Found(_RANK_BY, context.ranking_failure, "tell its author; until then, rank by another method")


def _unusable_formula(context: Context, formula: str | None) -> Iterator[Found]:
    if formula is None:
        yield Found(_RANK_BY, "rankBy is Formula, and there is no formula", "write it in formula, next to rankBy")
        return
    try:
        parse_formula(formula)
    except FormulaError as error:
        yield Found(_FORMULA, error.problem, error.hint or "correct the formula")
        return
    missing = names_not_given(context)
    if missing:
        yield Found(
            _FORMULA,
            f"no open item gives {listed(missing, 'or')}, which the formula uses",
            _hint(missing[0], context),
        )


def _hint(name: str, context: Context) -> str:
    group, _, field = name.partition(".")
    if field:
        return f"give scoring.{group} in the items to be ranked"
    items = (*context.items, *context.open_backlog)
    inputs = dict.fromkeys(each.name for item in items for each in (item.initiative.scoring or NO_SCORING).inputs)
    known = dict.fromkeys((*inputs, *known_names()))
    near = nearest(name, [each for each in known if each != name])
    by_field = [each for each in known if each.partition(".")[2] == name]
    meant = (*by_field, *(each for each in near if each not in by_field))[:3]
    if meant:
        return f"did you mean {listed(meant, 'or')}?"
    return f"give {name} in scoring.inputs: [{{name: {name}, value: 1}}]"


def _ranked_by(**prioritization: str) -> dict[str, object]:
    return {"prioritization": prioritization}


RANKING_METHOD = Family(
    prefix="PG3",
    title="Ranking method",
    about="Is there the method that ranks, and can its formula be used?",
    rules=(
        Rule(
            code="PG308",
            severity=Severity.ERROR,
            title="unknown ranking method or unusable formula",
            meaning="""The rankBy of the document names no method that there is, or is Formula without a formula; or the
                formula cannot be read, or uses a name that no open item gives. Nothing is ranked then, and rules about
                ranks are silent. Also where the method of a plug-in fails.""",
            why="A roadmap that nothing ranks is in the order in which somebody typed it.",
            bad=_ranked_by(formula="rice.reach / rice.efort"),
            good=_ranked_by(formula="rice.reach / rice.effort"),
            find=_unusable,
        ),
    ),
)
