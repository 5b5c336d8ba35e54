"""`productgov move`, `add`, `deliver`, `drop` and `rename`: change where items are, and what they are called."""

import argparse
import re
import unicodedata
from typing import get_args

from productgov.cli.changing import add_day, add_editing, change_document, today
from productgov.cli.command import Command, Group
from productgov.errors import InvalidValueError
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.verbs.placing import Place
from productgov.model.vision import Vision
from productgov.wording import quoted_value

__all__ = ["ADD", "DELIVER", "DROP", "MOVE", "RENAME"]

_PLACES = get_args(Place)
_LONGEST_ID = 64


def _configure_move(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the id of an initiative or a vision")
    parser.add_argument("to", metavar="TO", choices=_PLACES, help=f"one of {', '.join(_PLACES)}")
    parser.add_argument("--before", metavar="ID", help="the item of the list to put it before; default: at the end")
    add_editing(parser)


def _move(arguments: argparse.Namespace) -> int:
    return change_document(arguments, lambda before: before.move(arguments.id, arguments.to, arguments.before))


def _configure_add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--title", required=True, help="what it is, in a few words")
    parser.add_argument("--to", required=True, metavar="TO", choices=_PLACES, help=f"one of {', '.join(_PLACES)}")
    parser.add_argument("--id", metavar="ID", help="its id; default: made from the title")
    parser.add_argument("--before", metavar="ID", help="the item of the list to put it before; default: at the end")
    add_editing(parser)


def _add(arguments: argparse.Namespace) -> int:
    cls = Vision if arguments.to == "future" else Initiative

    def added(before: ProductGovernance) -> ProductGovernance:
        name = arguments.id or _id_from(arguments.title, before)
        return before.add(cls(id=name, title=arguments.title), arguments.to, arguments.before)

    return change_document(arguments, added)


def _id_from(title: str, governance: ProductGovernance) -> str:
    """An id made of the letters and digits of a title, that no other item has."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall("[a-z0-9]+", plain))[:_LONGEST_ID].strip("-")
    if not words:
        raise InvalidValueError(f"no id can be made from the title {quoted_value(title)}; give one: --id ID")
    number, name = 1, words
    while governance.find(name) is not None:
        number += 1
        name = f"{words[: _LONGEST_ID - len(str(number)) - 1]}-{number}"
    return name


def _configure_deliver(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the id of an initiative or an external")
    add_day(parser)
    add_editing(parser)


def _deliver(arguments: argparse.Namespace) -> int:
    return change_document(arguments, lambda before: before.deliver(arguments.id, on=today(arguments)))


def _configure_drop(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the id of an initiative")
    parser.add_argument("--reason", required=True, help="why; it is kept in the decision")
    add_day(parser)
    add_editing(parser)


def _drop(arguments: argparse.Namespace) -> int:
    return change_document(arguments, lambda before: before.drop(arguments.id, arguments.reason, on=today(arguments)))


def _configure_rename(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", help="an id; where several things have it, as in kpi:activation")
    parser.add_argument("new", metavar="NEW", help="its new id")
    add_editing(parser)


def _rename(arguments: argparse.Namespace) -> int:
    renamed = (arguments.old.rpartition(":")[2], arguments.new)
    return change_document(arguments, lambda before: before.rename(arguments.old, arguments.new), renamed=renamed)


MOVE = Command(
    name="move",
    group=Group.CHANGE,
    help="move an item to another horizon",
    description="Move an item to another list of the roadmap, or within one, and change nothing else in the file.",
    configure=_configure_move,
    run=_move,
)
ADD = Command(
    name="add",
    group=Group.CHANGE,
    help="add an item to the roadmap",
    description="Add an initiative to a list of the roadmap; in future, a vision.",
    configure=_configure_add,
    run=_add,
)
DELIVER = Command(
    name="deliver",
    group=Group.CHANGE,
    help="record that an item was delivered",
    description="Mark an initiative as done and move it to roadmap.delivered; an external is delivered where it is.",
    configure=_configure_deliver,
    run=_deliver,
)
DROP = Command(
    name="drop",
    group=Group.CHANGE,
    help="record that an item was given up",
    description="Mark an initiative as dropped, move it to roadmap.delivered, and record the decision with its reason.",
    configure=_configure_drop,
    run=_drop,
)
RENAME = Command(
    name="rename",
    group=Group.CHANGE,
    help="give something another id, and everything that refers to it",
    description="Change an id, and every reference to it.",
    configure=_configure_rename,
    run=_rename,
)
