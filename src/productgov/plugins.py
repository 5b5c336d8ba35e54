"""Plug-ins: installed packages with rules or ranking methods of their own, each enabled by its name.

A plug-in is an entry point in one of two groups, or in both under the same name. Nothing is imported from a package
that is not named.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, TypeVar

from productgov.errors import InvalidValueError, PluginError
from productgov.nearest import nearest
from productgov.wording import listed, one_line, quoted_value, shortened

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["Group", "Provided", "failure", "is_failure", "plugin_names", "provided", "tried"]

Group: TypeAlias = Literal["productgov.rules", "productgov.methods"]
"""What a plug-in provides: the name of its group of entry points."""

_GROUPS: tuple[Group, ...] = ("productgov.rules", "productgov.methods")
_LONGEST_REASON = 200
_FAILURE, _FAILED = "the plug-in ", " failed: "

Result = TypeVar("Result")


class Provided(NamedTuple):
    """What a plug-in provides.

    Attributes:
        plugin: the name of the plug-in.
        value: what its entry point refers to.
    """

    plugin: str
    value: object


def plugin_names(plugins: Iterable[str] | str) -> tuple[str, ...]:
    """The names, each once, in the order in which they are given."""
    given = plugins.split(",") if isinstance(plugins, str) else plugins
    return tuple(dict.fromkeys(name.strip() for name in given if name.strip()))


@lru_cache(maxsize=32)
def provided(group: Group, names: tuple[str, ...]) -> tuple[Provided, ...]:
    """What the plug-ins with these names provide in a group; an installed package is looked for once.

    Raises:
        InvalidValueError: when there is no plug-in of a name; the message names the nearest ones.
        PluginError: when a plug-in cannot be imported, or two packages have one of the same name.
    """
    if not names:
        return ()
    from importlib.metadata import entry_points  # noqa: PLC0415 - it is slow to import

    installed = [point for each in _GROUPS for point in entry_points(group=each)]
    for name in names:
        if all(point.name != name for point in installed):
            raise _unknown(name, {point.name for point in installed})
    return tuple(_loaded(group, names, installed))


def failure(plugin: str, error: BaseException) -> str:
    """What a plug-in raised, on one line."""
    text = one_line(str(error))
    kind = type(error).__name__
    return f"{_FAILURE}{plugin}{_FAILED}{shortened(f'{kind}: {text}' if text else kind, _LONGEST_REASON)}"


def is_failure(text: str) -> bool:
    """Whether a text says what a plug-in raised."""
    return text.startswith(_FAILURE) and _FAILED in text


def tried(plugin: str, call: Callable[[], Result], otherwise: Callable[[str], Result]) -> Result:
    """What a function of a plug-in returns; where it raises, what is made of the text that says so."""
    try:
        return call()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever the function of somebody else raises
        return otherwise(failure(plugin, error))


def _unknown(name: str, known: Iterable[str]) -> InvalidValueError:
    names = sorted(known)
    near = nearest(name, names)
    if near:
        hint = f"did you mean {listed(near, 'or')}?"
    elif names:
        hint = f"installed are {listed(names)}"
    else:
        hint = "none is installed; install the package that has it"
    return InvalidValueError(f"unknown plug-in {quoted_value(name)}; {hint}")


def _loaded(group: Group, names: tuple[str, ...], installed: "Iterable[EntryPoint]") -> Iterator[Provided]:
    for name in names:
        points = {point.value: point for point in installed if (point.group, point.name) == (group, name)}
        if len(points) > 1:
            raise PluginError(name, f"several packages have one: {', '.join(sorted(points))}")
        for point in points.values():
            yield Provided(name, _guarded(name, point.load))


def _guarded(plugin: str, load: Callable[[], object]) -> object:
    try:
        return load()
    except (Exception, SystemExit) as error:
        raise PluginError(plugin, f"it cannot be imported: {type(error).__name__}: {one_line(str(error))}") from error
