"""A kind of single value is declared once: every reading knows each of them, and one that is declared here."""

import json
from collections.abc import Callable
from datetime import date
from typing import Annotated, ClassVar, Literal, Self

import attrs
import pytest
from annotated_types import Ge, Le
from hypothesis import find, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from productgov import Extensions as PublicExtensions
from productgov import (
    ExtensionType,
    Initiative,
    InvalidDocumentError,
    InvalidValueError,
    Limits,
    json_schema,
    strategies,
    typescript,
)
from productgov.codec.build import structure
from productgov.codec.converter import make_converter
from productgov.codec.quick.from_data import try_build
from productgov.codec.to_data import writer_of
from productgov.fields import Pattern, Term, checked, shapes
from productgov.formats.json.writer import write_json
from productgov.model.extensions import Extensions
from tests.support.extras import needs


class Size(Term):
    """How large it is."""

    SMALL = "small", "Less than a day."
    LARGE = "large", "More than a day."


@attrs.frozen
class Quarter:
    """A value of a kind that the library does not know."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Self:
        return cls(int(text[:4]), int(text[-1]))

    def __str__(self) -> str:
        return f"{self.year:04}-Q{self.number}"


QUARTER = Pattern(r"^[0-9]{4}-Q[1-4]$", "a quarter, such as 2026-Q1")


@attrs.frozen
class QuarterShape(shapes.Patterned):
    """Its kind, declared once: a text, or the number of a year for its first quarter."""

    plain_types: ClassVar[tuple[type, ...]] = (str, int)
    pattern: Pattern = QUARTER

    def accepts(self, value: object) -> bool:
        return super().accepts(value) or (self.fits(value) and isinstance(value, int) and 0 < value < 10_000)

    @property
    def reader(self) -> Callable[..., object]:
        return lambda value: Quarter.parse(value) if isinstance(value, str) else Quarter(value, 1)

    @property
    def writer(self) -> Callable[..., object]:
        return str

    def take(self, value: object) -> object:
        return value if isinstance(value, Quarter) else super().take(value)

    def input_schema(self) -> dict[str, object]:
        return {"anyOf": [self.schema(), {"type": "integer", "minimum": 1, "maximum": 9999}]}


InQuarter = Annotated[Quarter, QuarterShape()]


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Sample:
    """A field of every kind, alone, in a list, and left out."""

    text: Annotated[str, "A text."]
    code: Annotated[str, Pattern(r"^[A-Z]{3}$", "three capital letters"), "A text of a form."]
    number: Annotated[float, Ge(0), Le(5), "A number."]
    count: Annotated[int, "A whole number."]
    flag: Annotated[bool, "True or false."]
    day: Annotated[date, "A date."]
    version: Annotated[Literal["1.0"], "A constant."]
    size: Annotated[Size, "A term."]
    quarter: Annotated[InQuarter, "A value of a kind that is declared here."]
    flags: Annotated[tuple[bool, ...], "Several."] = (True, False)
    days: Annotated[tuple[date, ...], "Several."] = ()
    sizes: Annotated[tuple[Size, ...], "Several."] = (Size.SMALL,)
    quarters: Annotated[tuple[InQuarter, ...], "Several."] = (Quarter(2026, 4),)
    default_flag: Annotated[bool, "With a default."] = False
    no_flag: Annotated[bool | None, "Left out."] = None
    no_quarter: Annotated[InQuarter | None, "Left out."] = None
    extensions: Extensions = Extensions()


DOCUMENT: dict[str, object] = {
    "text": "A",
    "code": "ABC",
    "number": 1.5,
    "count": 2,
    "flag": True,
    "day": "2026-01-31",
    "version": "1.0",
    "size": "small",
    "quarter": "2026-Q1",
    "flags": [False],
    "days": ["2026-01-31", "2026-02-01"],
    "sizes": ["large"],
    "quarters": ["2026-Q1", "2026-Q2"],
    "defaultFlag": True,
    "noQuarter": "2027-Q3",
}
VALUE = Sample(
    text="A",
    code="ABC",
    number=1.5,
    count=2,
    flag=True,
    day=date(2026, 1, 31),
    version="1.0",
    size=Size.SMALL,
    quarter=Quarter(2026, 1),
    flags=(False,),
    days=(date(2026, 1, 31), date(2026, 2, 1)),
    sizes=(Size.LARGE,),
    quarters=(Quarter(2026, 1), Quarter(2026, 2)),
    default_flag=True,
    no_quarter=Quarter(2027, 3),
)
WRONG: list[tuple[str, object, str]] = [
    ("text", 1, "PG005"),
    ("text", "", "PG007"),
    ("code", "abc", "PG007"),
    ("number", True, "PG005"),
    ("number", 6, "PG007"),
    ("count", 1.5, "PG007"),
    ("count", "1", "PG005"),
    ("flag", 1, "PG005"),
    ("flag", "true", "PG005"),
    ("flag", None, "PG005"),
    ("day", "2026-02-30", "PG007"),
    ("day", 20260131, "PG005"),
    ("version", "2.0", "PG006"),
    ("size", "huge", "PG006"),
    ("quarter", "2026-Q5", "PG007"),
    ("quarter", 0, "PG007"),
    ("quarter", True, "PG005"),
    ("quarter", 2026.5, "PG005"),
    ("defaultFlag", 0, "PG005"),
    ("noFlag", None, "PG005"),
]
IN_LISTS: list[tuple[str, object, str]] = [
    ("flags", [True, 1], "PG005"),
    ("days", ["2026-01-31", "2026-1-1"], "PG007"),
    ("sizes", ["large", "huge"], "PG006"),
    ("quarters", ["2026-Q1", "2026-Q5"], "PG007"),
]
PYTHON_NAMES = {"defaultFlag": "default_flag", "noFlag": "no_flag", "noQuarter": "no_quarter"}

every_mistake = pytest.mark.parametrize(("field", "value", "code"), [*WRONG, *IN_LISTS])


def test_the_constructor_takes_what_a_document_gives() -> None:
    given = {PYTHON_NAMES.get(field, field): value for field, value in DOCUMENT.items()}
    assert Sample(**given) == VALUE  # type: ignore[arg-type]


@every_mistake
def test_the_constructor_refuses_it(field: str, value: object, code: str) -> None:
    name = PYTHON_NAMES.get(field, field)
    if (field, value) != ("noFlag", None):
        with pytest.raises(InvalidValueError, match=rf"Sample\.{name}"):
            attrs.evolve(VALUE, **{name: value})  # type: ignore[arg-type]


def test_the_strict_walk_and_the_quick_path_read_it() -> None:
    assert structure(DOCUMENT, Sample) == VALUE
    assert try_build(DOCUMENT, Sample) == VALUE


@every_mistake
def test_the_strict_walk_finds_it_and_the_quick_path_abstains(field: str, value: object, code: str) -> None:
    document = {**DOCUMENT, field: value}
    assert try_build(document, Sample) is None
    with pytest.raises(InvalidDocumentError) as caught:
        structure(document, Sample)
    path = f"/{field}/1" if isinstance(value, list) else f"/{field}"
    assert [(finding.code, finding.path) for finding in caught.value.findings] == [(code, path)]


@needs("msgspec")
def test_the_fast_path_reads_and_writes_it() -> None:
    from productgov.codec.quick.from_json import load_json
    from productgov.codec.quick.to_json import encode

    assert load_json(json.dumps(DOCUMENT), Limits(), Sample) == VALUE
    assert encode(VALUE) == write_json(writer_of(Sample)(VALUE))


@needs("msgspec")
@every_mistake
def test_the_fast_path_abstains(field: str, value: object, code: str) -> None:
    from productgov.codec.quick.from_json import load_json

    assert load_json(json.dumps({**DOCUMENT, field: value}), Limits(), Sample) is None


def test_a_number_may_stand_for_a_text_where_the_kind_says_so() -> None:
    document = {**DOCUMENT, "quarter": 2026}
    assert structure(document, Sample) == try_build(document, Sample) == VALUE
    assert Draft202012Validator(json_schema(cls=Sample)).is_valid(document)
    assert not Draft202012Validator(json_schema("output", cls=Sample)).is_valid(document)


def test_it_is_written_as_it_was_read() -> None:
    assert writer_of(Sample)(VALUE) == DOCUMENT
    assert make_converter().unstructure(VALUE) == DOCUMENT
    assert make_converter().structure(DOCUMENT, Sample) == VALUE


@every_mistake
def test_the_schemas_refuse_it(field: str, value: object, code: str) -> None:
    assert not Draft202012Validator(json_schema(cls=Sample)).is_valid({**DOCUMENT, field: value})


def test_the_schemas_accept_what_is_read_and_written() -> None:
    assert Draft202012Validator(json_schema(cls=Sample)).is_valid(DOCUMENT)
    assert Draft202012Validator(json_schema("output", cls=Sample)).is_valid(writer_of(Sample)(VALUE))
    properties = json_schema(cls=Sample)["properties"]
    assert isinstance(properties, dict)
    assert properties["flag"] == {"title": "Flag", "description": "True or false.", "type": "boolean"}
    assert properties["defaultFlag"]["default"] is False
    assert properties["quarters"]["default"] == ["2026-Q4"]


def test_the_strict_schema_names_types_and_says_the_rest_in_words() -> None:
    properties = json_schema("strict", cls=Sample)["properties"]
    assert isinstance(properties, dict)
    assert properties["flag"] == {"description": "True or false.", "type": "boolean"}
    assert properties["noFlag"] == {"description": "Left out.", "anyOf": [{"type": "boolean"}, {"type": "null"}]}
    assert properties["size"]["enum"] == ["small", "large"]
    assert properties["version"]["enum"] == ["1.0"]
    assert properties["quarter"]["type"] == "string"
    assert properties["quarter"]["description"].endswith("Must be a quarter, such as 2026-Q1.")
    assert properties["number"]["description"] == "A number. Must be a number from 0 to 5."


def test_typescript_knows_it() -> None:
    read, written = typescript(cls=Sample), typescript("output", cls=Sample)
    for text in (read, written):
        assert "  flag: boolean;" in text
        assert '  version: "1.0";' in text
        assert "  number: number;" in text
        assert "  flags?: boolean[];" in text
        assert "  /** A date. Must be a date, YYYY-MM-DD. */\n  day: string;" in text
        assert "  /** With a default. The default is false. */\n  defaultFlag?: boolean;" in text
    assert "  quarter: string | number;" in read
    assert "  quarters?: (string | number)[];" in read
    assert "  quarter: string;" in written


@given(made=strategies.models(Sample) | strategies.models(Sample, consistent=False))
def test_the_strategies_make_what_every_reading_accepts(made: Sample) -> None:
    document = writer_of(Sample)(made)
    assert structure(document, Sample) == made
    assert Draft202012Validator(json_schema(cls=Sample)).is_valid(document)
    if not made.extensions:
        assert try_build(document, Sample) == made


@pytest.mark.parametrize("flag", [True, False])
def test_the_strategies_make_both_flags(flag: bool) -> None:
    assert find(strategies.models(Sample), lambda made: made.flag is flag).flag is flag


def test_it_can_be_kept_under_an_x_key() -> None:
    sample = ExtensionType("x-sample", Sample)
    owner = sample.put(Initiative(id="a", title="A"), VALUE)
    assert owner.extensions == PublicExtensions({"x-sample": DOCUMENT})
    assert sample.of(owner) == VALUE


@attrs.frozen
class Odd(shapes.Scalar):
    """A kind of which no strategy knows a value."""

    plain_types: ClassVar[tuple[type, ...]] = (str,)

    @property
    def words(self) -> str:
        return "odd"

    def accepts(self, value: object) -> bool:
        return isinstance(value, str) and len(value) % 2 == 1

    def schema(self) -> dict[str, object]:
        return {"type": "string"}


@attrs.frozen(kw_only=True, field_transformer=checked)
class WithOdd:
    """A class with a value of this kind."""

    odd: Annotated[str, Odd()]
    extensions: Extensions = Extensions()


def test_the_strategies_say_when_they_know_no_value_of_a_kind() -> None:
    assert WithOdd(odd="abc").odd == "abc"
    with pytest.raises(InvalidValueError, match=r'WithOdd\.odd must be odd, not the text "ab"'):
        WithOdd(odd="ab")
    with pytest.raises(TypeError, match="there is no strategy for Odd; choose the values of such fields"):
        find(strategies.models(WithOdd), lambda _: True)
    chosen = strategies.models(WithOdd, odd=st.just("abc"))
    assert find(chosen, lambda _: True) == WithOdd(odd="abc")
