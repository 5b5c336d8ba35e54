"""The examples are what they claim to be: complete, consistent, and between them a use of every field there is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from productgov import Extensions, ProductGovernance, dumps, load, loads
from productgov.fields.shapes import EXTENSIONS, fields_of, is_model, model_classes
from productgov.fields.types import Term
from productgov.formats.registry import FormatName
from productgov.rules.engine import check
from tests.support.extras import needs
from tests.support.project import EXAMPLES

pytestmark = needs("yaml")

ALL = (EXAMPLES / "consumer-app.yaml", EXAMPLES / "platform.json", EXAMPLES / "clinic.yaml")
CLASSES = model_classes(ProductGovernance)
SETTINGS_OF_A_DOCUMENT = {"Framework", "IceVariant", "Level", "ReachPeriod", "ReviewCadence", "ValueEffortCut"}
"""A few documents cannot show every value of what a document has one of."""


def class_of(value: object) -> type:
    return type(value)


def objects_in(value: object) -> Iterator[object]:
    """Every object of the model within a value, the value included."""
    if isinstance(value, tuple):
        for item in value:
            yield from objects_in(item)
    elif is_model(type(value)):
        yield value
        for field in fields_of(class_of(value)):
            yield from objects_in(getattr(value, field.name))


def given_values() -> Iterator[tuple[str, object]]:
    """What the examples say: each field's name with its class, and a value that it is given."""
    for path in ALL:
        for item in objects_in(load(path)):
            cls = class_of(item)
            for name in (*(field.name for field in fields_of(cls)), EXTENSIONS):
                if (value := getattr(item, name)) not in (None, (), Extensions()):
                    yield f"{cls.__name__}.{name}", value


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
class TestAnExample:
    def test_is_valid_and_consistent(self, path: Path) -> None:
        assert check(load(path)).findings == ()

    def test_has_from_eight_to_fifteen_initiatives_and_all_four_horizons(self, path: Path) -> None:
        governance = load(path)
        columns = governance.roadmap.time_horizon
        assert 8 <= len(list(governance.initiatives())) <= 15
        assert all((columns.now, columns.next, columns.later, columns.future, governance.roadmap.delivered))

    def test_says_of_which_day_it_speaks(self, path: Path) -> None:
        assert load(path).as_of is not None

    @pytest.mark.parametrize("format", ["json", "yaml"])
    def test_survives_being_written_and_read_again(self, path: Path, format: FormatName) -> None:
        governance = load(path)
        assert loads(dumps(governance, format=format), format=format) == governance


def test_the_examples_use_every_field_of_every_class() -> None:
    every = {f"{cls.__name__}.{field.name}" for cls in CLASSES for field in fields_of(cls)}
    assert every - {name for name, _ in given_values()} == set()


def test_the_examples_use_every_value_of_every_enumeration_that_is_no_setting_of_a_whole_document() -> None:
    used = {value for _, value in given_values() if isinstance(value, Term)}
    kinds = {type(value) for value in used if type(value).__name__ not in SETTINGS_OF_A_DOCUMENT}
    assert kinds
    assert {term for kind in kinds for term in kind} - used == set()


def test_the_examples_keep_data_of_their_own_at_the_root_and_deep_within() -> None:
    own = {name for name, _ in given_values() if name.endswith(EXTENSIONS)}
    assert own >= {f"{cls}.{EXTENSIONS}" for cls in ("ProductGovernance", "Initiative", "KPI", "FixedCut")}
