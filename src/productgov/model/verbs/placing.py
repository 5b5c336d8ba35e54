"""Adding items to the roadmap, moving them and taking them away."""

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, TypeVar

from productgov.errors import InvalidValueError, UnknownIdError
from productgov.fields.shapes import EXTENSIONS, fields_of
from productgov.model.initiative import Initiative
from productgov.model.verbs.finding import KINDS, Found, Steps, fields_in, find_object, holders_of_names, replaced
from productgov.model.vision import Vision
from productgov.wording import listed, quoted_value

if TYPE_CHECKING:
    from productgov.model.governance import ProductGovernance

__all__ = ["PLACES", "Place", "add", "move", "remove"]

Place: TypeAlias = Literal["now", "next", "later", "future", "backlog", "delivered"]
"""A list of the roadmap that items are in."""

PLACES: Final[dict[str, Steps]] = {
    "now": ("roadmap", "time_horizon", "now"),
    "next": ("roadmap", "time_horizon", "next"),
    "later": ("roadmap", "time_horizon", "later"),
    "future": ("roadmap", "time_horizon", "future"),
    "backlog": ("roadmap", "backlog"),
    "delivered": ("roadmap", "delivered"),
}
"""The lists of the roadmap, and where they are."""

Item = TypeVar("Item", Initiative, Vision)


def add(
    governance: "ProductGovernance", item: Initiative | Vision, to: Place, before: str | None = None
) -> "ProductGovernance":
    """Add an item to a list of the roadmap; see `ProductGovernance.add`."""
    if any((found.kind, found.id) == ("item", item.id) for found in holders_of_names(governance)):
        raise InvalidValueError(f"{quoted_value(item.id)} is the id of another item; choose another id")
    return _inserted(governance, _fitting(item, to), to, before)


def move(governance: "ProductGovernance", id: str, to: Place, before: str | None = None) -> "ProductGovernance":
    """Move an item to a list of the roadmap, or within one; see `ProductGovernance.move`."""
    found = find_object(governance, id, ("item",))
    if not isinstance(found.value, (Initiative, Vision)):
        raise InvalidValueError(f"{id} is an external, which is in no horizon; only initiatives and visions move")
    item = _fitting(found.value, to)
    if before is not None and before == item.id:
        raise InvalidValueError(f"{id} cannot be moved before itself")
    return _inserted(replaced(governance, found.steps, _nothing), item, to, before)


def remove(governance: "ProductGovernance", id: str, *, dangling: bool = False) -> "ProductGovernance":
    """Take away what has an id; see `ProductGovernance.remove`."""
    from productgov.model.references import references  # noqa: PLC0415 - it imports the governance

    found = find_object(governance, id)
    if not dangling and not _is_named_elsewhere(governance, found):
        places = [
            "/".join(map(str, mention.path))
            for mention in references(governance)
            if mention.name == found.id
            and found.kind in mention.kinds
            and mention.exact
            and mention.path[0] != "decisions"
        ]
        if places:
            raise InvalidValueError(
                f"{KINDS[found.kind]} {found.id} is referred to by {listed(places)}; "
                "remove what refers to it first, or pass dangling=True"
            )
    return replaced(governance, found.steps, _nothing)


def _is_named_elsewhere(governance: "ProductGovernance", found: Found) -> bool:
    """Whether another object of the kind has the same id, so that references still lead somewhere."""
    return any(
        (each.kind, each.id) == (found.kind, found.id) and each.steps != found.steps
        for each in holders_of_names(governance)
    )


def _nothing(_value: object) -> None:
    return None


def _inserted(
    governance: "ProductGovernance", item: Initiative | Vision, to: Place, before: str | None
) -> "ProductGovernance":
    def inserted(held: object) -> tuple[object, ...]:
        items = held if isinstance(held, tuple) else ()
        if before is None:
            return (*items, item)
        ids = [each.id for each in items]
        if before not in ids:
            from productgov.nearest import nearest  # noqa: PLC0415 - only for the error

            raise UnknownIdError(f"item in {to}", before, nearest(before, ids))
        place = ids.index(before)
        return (*items[:place], item, *items[place:])

    return replaced(governance, _steps_to(to), inserted)


def _steps_to(to: str) -> Steps:
    if to not in PLACES:
        raise InvalidValueError(f"to must be one of {', '.join(PLACES)}, not {quoted_value(str(to))}")
    return PLACES[to]


def _fitting(item: Initiative | Vision, to: str) -> Initiative | Vision:
    """The item as its new list needs it.

    Raises:
        InvalidValueError: when the list does not take it, or something would be lost.
    """
    _steps_to(to)
    if to == "future":
        return item if isinstance(item, Vision) else _as(Vision, item)
    initiative = item if isinstance(item, Initiative) else _as(Initiative, item)
    if to == "delivered" and not initiative.status.finished:
        raise InvalidValueError(
            f"{item.id} is {initiative.status.value}, and delivered holds what is done or dropped; use deliver or drop"
        )
    return initiative


def _as(cls: type[Item], item: Initiative | Vision) -> Item:
    """The same item as an object of another class."""
    target: type = cls
    names = {field.name for field in fields_of(target)}
    given = [field for field in fields_in(item) if getattr(item, field.name) != field.default]
    if lost := [field.wire for field in given if field.name not in names]:
        kind = "a vision" if target is Vision else "an initiative"
        raise InvalidValueError(f"{item.id} as {kind} would lose its {listed(lost)}; remove them first")
    values = {field.name: getattr(item, field.name) for field in given}
    return cls(**values, extensions=getattr(item, EXTENSIONS))
