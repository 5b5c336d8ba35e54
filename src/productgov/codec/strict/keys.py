"""Keys that an object does not have: which field each one means, and what to write."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from productgov.codec.strict.elsewhere import elsewhere
from productgov.codec.strict.mistakes import mistake, subject
from productgov.fields.hints import Hint
from productgov.fields.synonyms import KEYS, meant, respelt
from productgov.formats.yaml.scalars import resolve
from productgov.found import Entry, Found, Rename
from productgov.lookalikes import cleaned
from productgov.nearest import nearest
from productgov.paths import Trail
from productgov.wording import described, listed, quoted_value

__all__ = ["KEY_HINTS", "Keys", "Unknown"]

_EXTENSION = re.compile(r"(?:[xX][-_ ]+|x(?=[A-Z]))(?P<name>[^-_ ].*)", re.DOTALL)
_UNSPACED = re.compile(r"(?P<key>[A-Za-z$][\w-]*):(?P<value>\S.*)", re.DOTALL)
_LONGEST_VALUE = 60


class Asked(NamedTuple):
    """A key that its object does not have, and what is known of the object.

    Attributes:
        key: the key.
        value: its value.
        cls: the class of the object.
        free: its fields that are not given.
        missing: those of them that are required.
    """

    key: str
    value: object
    cls: type
    free: tuple[str, ...]
    missing: tuple[str, ...]


class Answer(NamedTuple):
    """What a key means.

    Attributes:
        hint: what to write.
        meant: the field that is meant; None where it is none of this object.
        is_sure: whether there is no doubt, so that the value can be judged as that of the field.
    """

    hint: Hint
    meant: str | None = None
    is_sure: bool = False


class Unknown(NamedTuple):
    """A key that its object does not have.

    Attributes:
        mistake: what is wrong.
        value: the value that was meant.
        meant: the field that is meant; None where none is.
        is_sure: whether the value can be judged as that of the field.
    """

    mistake: Found
    value: object
    meant: str | None = None
    is_sure: bool = False


class Keys:
    """The keys of the objects of one class."""

    def __init__(self, cls: type, known: tuple[str, ...], required: frozenset[str]) -> None:
        self._cls = cls
        self._known = known
        self._required = required

    def unknown(self, key: object, holder: Mapping[object, object], trail: Trail) -> Unknown:
        """What to say of a key that is no field and no extension."""
        value = holder[key]
        if not isinstance(key, str):
            message = f"{subject(trail)} has the key {described(key)}; keys must be text"
            return Unknown(mistake("PG005", trail, message, "write the key as text"), value)
        free = tuple(wire for wire in self._known if wire not in holder)
        asked = Asked(key, value, self._cls, free, tuple(wire for wire in free if wire in self._required))
        answer = next((answer for ask in KEY_HINTS if (answer := ask(asked)) is not None), None) or self._none(asked)
        message = f"unknown field {quoted_value(key)} in {subject(trail)}"
        proposal = answer.hint.proposal
        found = mistake("PG003", (trail, key), message, answer.hint.text, on_key=True, proposal=proposal)
        meant_value = proposal.value if isinstance(proposal, Entry) else value
        return Unknown(found, meant_value, answer.meant, answer.is_sure)

    def _none(self, asked: Asked) -> Answer:
        known = f"known fields are {', '.join(self._known)}; custom data goes under a key that starts with x-"
        is_rest = asked.value is None
        return Answer(
            Hint(f"{known}; if it is the end of a text with a comma, put that text in quotes" if is_rest else known)
        )


def _extension(asked: Asked) -> Answer | None:
    """`x_note`, `X-note`, `xNote` for an extension."""
    found = _EXTENSION.fullmatch(asked.key)
    return _renamed(f"x-{found['name'][0].lower()}{found['name'][1:]}") if found else None


def _no_space_after_colon(asked: Asked) -> Answer | None:
    """`{date:2026-09-14}`, which YAML reads as a key without a value."""
    found = _UNSPACED.fullmatch(asked.key) if asked.value is None and len(asked.key) <= _LONGEST_VALUE else None
    if found is None or found["key"] not in asked.free:
        return None
    key, text = found["key"], found["value"]
    hint = Hint(f"put a space after the colon: {key}: {text}", Entry(key, resolve(text)))
    return Answer(hint, key, is_sure=True)


def _invisible(asked: Asked) -> Answer | None:
    """A key with a character that nobody sees, or in typographic quotes."""
    key, removed = cleaned(asked.key)
    if not removed or key not in asked.free:
        return None
    return Answer(Hint(f"write {key} without {removed}", Rename(key)), key, is_sure=True)


def _other_place(asked: Asked) -> Answer | None:
    """`dependsOn` in an initiative: known, but in another place of the document."""
    place = elsewhere(asked.key, asked.cls)
    return Answer(Hint(place)) if place else None


def _synonym(asked: Asked) -> Answer | None:
    """`dueDate` for targetDate."""
    key = meant(asked.key, KEYS, asked.free)
    return _renamed(key, key, is_sure=True) if key is not None else None


def _other_spelling(asked: Asked) -> Answer | None:
    """`start_date`, `StartDate`, `targetdate`, `titel`."""
    key = respelt(asked.key, asked.free)
    return _renamed(key, key, is_sure=True) if key is not None else None


def _near(asked: Asked) -> Answer | None:
    """A key that is like several fields; of these, one that is missing."""
    near = nearest(asked.key, asked.free)
    if not near:
        return None
    key = next((name for name in near if name in asked.missing), near[0])
    others = [name for name in near if name != key][:2]
    return Answer(Hint(f"did you mean {listed((key, *others), 'or')}?"), key)


def _renamed(key: str, meant: str | None = None, *, is_sure: bool = False) -> Answer:
    return Answer(Hint(f"write {key} instead", Rename(key)), meant, is_sure=is_sure)


KEY_HINTS = (_extension, _no_space_after_colon, _invisible, _other_place, _synonym, _other_spelling, _near)
"""What is recognised in a key, in this order."""
