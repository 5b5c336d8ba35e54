"""A field is declared once: one line more in a class of the model, and every reading of the model knows it."""

import inspect
import sys
from types import ModuleType

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from productgov import InvalidValueError, strategies
from productgov.codec.converter import make_converter
from productgov.codec.strict.mistakes import Mistakes
from productgov.codec.strict.objects import walk_of
from productgov.fields.shapes import shape_of
from productgov.model import people
from productgov.schema.json_schema import json_schema
from productgov.schema.typescript import typescript

BEFORE = "    name: Annotated[Text | None,"
LINE = '    seats_held: Annotated[tuple[Responsibility, ...], "The seats it holds."] = (Responsibility.DRIVER,)\n'
GOOD = {"title": "Ana", "seatsHeld": ["informed"]}
BAD = {"title": "Ana", "seatsHeld": ["boss"]}


def _with_one_line_more() -> type:
    source = inspect.getsource(people)
    assert source.count(BEFORE) == 1
    module = ModuleType("one_line_more")
    sys.modules[module.__name__] = module
    exec(compile(source.replace(BEFORE, LINE + BEFORE), module.__name__, "exec"), module.__dict__)
    role: type = module.Role
    return role


ROLE = _with_one_line_more()


def test_the_constructor_checks_it() -> None:
    assert ROLE(title="Ana", seats_held=["informed"]).seats_held == ("informed",)
    with pytest.raises(InvalidValueError, match=r"Role.seats_held\[0\]"):
        ROLE(title="Ana", seats_held=["boss"])


def test_the_walk_checks_it() -> None:
    mistakes = Mistakes()
    walk_of(shape_of(ROLE))(GOOD, None, mistakes)
    assert mistakes.kept == []
    walk_of(shape_of(ROLE))(BAD, None, mistakes)
    assert len(mistakes.kept) == 1


def test_the_converter_reads_and_writes_it() -> None:
    converter = make_converter()
    role: object = converter.structure(GOOD, ROLE)
    assert role == ROLE(title="Ana", seats_held=("informed",))
    assert converter.unstructure(role) == GOOD
    assert converter.unstructure(ROLE(title="Ana")) == {"title": "Ana"}


def test_the_json_schemas_know_it() -> None:
    validator = Draft202012Validator(json_schema(cls=ROLE))
    assert validator.is_valid(GOOD)
    assert not validator.is_valid(BAD)
    assert "'default': ['driver']" in str(json_schema(cls=ROLE))
    assert "seatsHeld" in str(json_schema("strict", cls=ROLE)["required"])


def test_typescript_knows_it() -> None:
    assert '  /** The seats it holds. The default is ["driver"]. */\n  seatsHeld?: Responsibility[];' in typescript(
        cls=ROLE
    )


@given(made=strategies.models(ROLE))
def test_the_strategies_know_it(made: object) -> None:
    assert {seat.value for seat in made.seats_held} <= {"driver", "approver", "contributor", "informed"}  # type: ignore[attr-defined]
