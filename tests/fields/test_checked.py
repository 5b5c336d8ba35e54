"""`checked`: what classes declared with it refuse, take and keep, in whatever order their fields are."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, ClassVar

import attrs
import pytest
from annotated_types import Ge

from productgov import ExtensionType, Initiative, InvalidValueError
from productgov.fields import Ascending, NotBefore, Number, Shorthand, Text, WireName, checked
from productgov.fields.shapes import fields_of
from productgov.found import Found
from productgov.model.extensions import Extensions
from tests.support.governances import governance

CONSTRAINTS = (Ascending(("low", "high")), NotBefore("ended", "started"))


@attrs.frozen(kw_only=True, field_transformer=checked)
class First:
    """Its extensions come first."""

    constraints: ClassVar = CONSTRAINTS

    extensions: Extensions = Extensions()
    low: Number | None = None
    high: Number | None = None
    started: date | None = None
    ended: date | None = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class Last:
    """Its extensions come last."""

    constraints: ClassVar = CONSTRAINTS

    ended: date | None = None
    high: Number | None = None
    started: date | None = None
    low: Number | None = None
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, field_transformer=checked)
class Between:
    """Its extensions come in between."""

    constraints: ClassVar = CONSTRAINTS

    low: Number | None = None
    ended: date | None = None
    extensions: Extensions = Extensions()
    high: Number | None = None
    started: date | None = None


@pytest.mark.parametrize("cls", [First, Last, Between], ids=lambda cls: cls.__name__)
def test_constraints_are_checked_in_any_order_of_fields(cls: type) -> None:
    good = cls(low=1, high=2, started=date(2026, 1, 1), ended=date(2026, 1, 1), extensions={"x-a": 1})
    assert good.extensions == Extensions({"x-a": 1})
    with pytest.raises(InvalidValueError, match=f"{cls.__name__}: low 3 is above high 2"):
        cls(low=3, high=2)
    with pytest.raises(InvalidValueError, match="ended 2025-01-01 is before started 2026-01-01"):
        attrs.evolve(good, ended=date(2025, 1, 1))


def test_plain_types_need_no_value_type() -> None:
    @attrs.frozen(kw_only=True, field_transformer=checked)
    class Ticket:
        """The types that a reader of the attrs documentation would write."""

        blocked: Annotated[bool, "Whether it is."] = False
        title: Annotated[str, "Its name."]
        bare: str | None = None
        size: Annotated[float, "Its size."] = 0
        extensions: Extensions = Extensions()

    ticket = ExtensionType("x-ticket", Ticket)
    made = Ticket(title="A", blocked=True, bare="b", size=1.5)
    assert ticket.of(ticket.put(Initiative(id="a", title="A"), made)) == made
    for wrong in ({"title": ""}, {"title": "A", "bare": "\x00"}, {"title": "A", "size": 1e300}):
        with pytest.raises(InvalidValueError):
            Ticket(**wrong)
    with pytest.raises(InvalidValueError, match=r"Ticket\.size must be a number within ±1e15, not 1e\+300"):
        Ticket(title="A", size=1e300)
    with pytest.raises(InvalidValueError, match=r"Ticket\.blocked must be true or false, not 1 \(write true\)"):
        Ticket(title="A", blocked=1)  # type: ignore[arg-type]


def test_a_constraint_that_names_no_field_is_refused_when_the_class_is_defined() -> None:
    with pytest.raises(TypeError, match=r"Wrong\.constraints: Wrong has no field hihg"):

        @attrs.frozen(kw_only=True, field_transformer=checked)
        class Wrong:
            """It misspells a field."""

            constraints: ClassVar = (Ascending(("low", "hihg")),)

            low: Number
            high: Number
            extensions: Extensions = Extensions()


def test_a_list_cannot_be_a_shorthand() -> None:
    with pytest.raises(TypeError, match=r"Wrong\.tags: only a single value can be a Shorthand"):

        @attrs.frozen(kw_only=True, field_transformer=checked)
        class Wrong:
            """A list would stand for it."""

            tags: Annotated[tuple[Text, ...], Shorthand()] = ()
            extensions: Extensions = Extensions()


def _twice(value: float) -> float:
    return 2 * value


def _even(instance: object, attribute: object, value: object) -> None:
    if value != 2:
        raise InvalidValueError("two, please")


def test_converters_and_validators_of_the_class_are_kept() -> None:
    @attrs.frozen(kw_only=True, field_transformer=checked)
    class Own:
        """It has a converter and a validator of its own."""

        constraints: ClassVar = (Ascending(("low", "high")),)

        low: Number = attrs.field(default=1, converter=_twice)
        high: Number = attrs.field(default=2, validator=_even)

    assert Own().low == 2
    with pytest.raises(InvalidValueError, match="two, please"):
        Own(high=5)
    with pytest.raises(InvalidValueError, match="low 4 is above high 2"):
        Own(low=2)
    with pytest.raises(InvalidValueError, match=r"Own\.low must be a number within ±1e15"):
        Own(low=1e15)


def test_a_default_can_be_made_by_a_factory() -> None:
    @attrs.frozen(kw_only=True, field_transformer=checked)
    class Made:
        """Its default is made."""

        tags: tuple[Text, ...] = attrs.field(factory=tuple)
        extensions: Extensions = Extensions()

    made = ExtensionType("x-made", Made)
    assert fields_of(Made)[0].default == ()
    assert made.put(Initiative(id="a", title="A"), Made()).extensions["x-made"] == Extensions()


def test_a_default_cannot_depend_on_other_fields() -> None:
    with pytest.raises(TypeError, match=r"Wrong\.tags: its default depends on other fields; give a value"):

        @attrs.frozen(kw_only=True, field_transformer=checked)
        class Wrong:
            """Its default is made from the object."""

            tags: tuple[Text, ...] = attrs.field(default=attrs.Factory(lambda made: (), takes_self=True))
            extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, field_transformer=checked)
class Maybe:
    """An object with a number that may be missing."""

    size: Number | None = None
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, field_transformer=checked)
class Limited:
    """An object whose numbers have limits."""

    inner: Annotated[Maybe, Ge(0)]
    extensions: Extensions = Extensions()


def test_limits_of_an_object_apply_to_the_numbers_that_it_has() -> None:
    limited = ExtensionType("x-l", Limited)
    for size in (None, 0):
        made = Limited(inner=Maybe(size=size))
        assert limited.of(limited.put(Initiative(id="a", title="A"), made)) == made
    with pytest.raises(InvalidValueError, match=r"Limited\.inner\.size must be a number of at least 0, not -1"):
        Limited(inner=Maybe(size=-1))


@attrs.frozen
class _NotBoth:
    """A constraint of someone else's, whose path leads into an object below."""

    fields: tuple[str, ...] = ("first_size", "others")

    def violations(self, values: Mapping[str, object]) -> Iterator[Found]:
        if len(values) > 1:
            yield Found(("others", 0, "first_size"), "both are given", "give one of them")


@attrs.frozen(kw_only=True, field_transformer=checked)
class Inner:
    """An object below."""

    first_size: Annotated[Number, WireName("size")]
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, field_transformer=checked)
class Outer:
    """An object with a constraint of someone else's."""

    constraints: ClassVar = (_NotBoth(),)

    first_size: Number | None = None
    others: Annotated[tuple[Inner, ...] | None, WireName("rest")] = None
    extensions: Extensions = Extensions()


def test_the_path_of_a_violation_is_translated_to_the_names_of_the_document() -> None:
    owner = Initiative(id="a", title="A", extensions=Extensions({"x-o": {"firstSize": 1, "rest": [{"size": 2}]}}))
    (finding,) = ExtensionType("x-o", Outer).findings(governance(now=(owner,)))
    assert (finding.code, finding.path.partition("x-o")[2]) == ("PG008", "/rest/0/size")
    with pytest.raises(InvalidValueError, match=r"Outer: both are given \(give one of them\)"):
        Outer(first_size=1, others=(Inner(first_size=2),))
