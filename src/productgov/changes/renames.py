"""What has another name in the new version: paired before anything is compared, so that a rename is one change."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

import attrs

from productgov.changes.structure import identity_class
from productgov.fields.shapes import EXTENSIONS, fields_of, python_path
from productgov.model.alignment import paired, renamed
from productgov.model.extensions import Extensions
from productgov.model.governance import ProductGovernance
from productgov.model.references import Mention, definitions, references
from productgov.model.verbs.finding import Steps

__all__ = ["Renames", "renames", "with_new_names"]

Renames: TypeAlias = Mapping[str, Mapping[str, str]]
"""For each kind of thing with a name, the new name by the old one."""

_TEXT_KINDS = ("pillar", "theme")
"""The kinds whose names are texts of a list, and not ids of objects."""

_ALIKE = 0.6
"""The share of its content, or of its letters, that two things must have in common to be taken for one."""


def renames(old: ProductGovernance, new: ProductGovernance) -> Renames:
    """What has another name in the new version.

    Something that is gone is paired with something new of its kind: the same but for its id, or of the same title or
    name, or with at least 60 % of its content in common. A theme or a pillar is paired with one of similar spelling, or
    with one that the same items name.
    """
    found: dict[str, dict[str, str]] = {}
    before, after = _by_class(old), _by_class(new)
    for key in before.keys() & after.keys():
        pairs = _renamed_objects(before[key], after[key])
        if pairs:
            found.setdefault(key[0], {}).update(pairs)
    for kind, names in _names(old).items():
        pairs = _renamed_texts(kind, names, _names(new)[kind], old, new)
        if pairs:
            found[kind] = pairs
    return found


def with_new_names(governance: ProductGovernance, names: Renames) -> ProductGovernance:
    """A governance in which names are replaced by new ones, wherever they are given and referred to."""
    if not names:
        return governance
    known: dict[str, set[str]] = defaultdict(set)
    given = list(definitions(governance))
    for mention in given:
        known[mention.kind].add(mention.name)
    patches: dict[Steps, object] = {}
    for mention in (*given, *references(governance)):
        meant = next((kind for kind in mention.kinds if mention.name in known[kind]), mention.kind)
        new = names.get(meant, {}).get(mention.name)
        if new is not None:
            patches[python_path(ProductGovernance, mention.path)] = new
    return _patched(governance, _tree(patches)) if patches else governance  # type: ignore[return-value]


_Key: TypeAlias = tuple[str, type]


def _by_class(governance: ProductGovernance) -> dict[_Key, dict[str, object]]:
    """The objects with ids, by the kind of their ids and their class; of one id, the first."""
    found: dict[_Key, dict[str, object]] = defaultdict(dict)
    for mention in definitions(governance):
        if mention.kind not in _TEXT_KINDS:
            found[mention.kind, identity_class(type(mention.holder))].setdefault(mention.name, mention.holder)
    return found


def _renamed_objects(old: Mapping[str, object], new: Mapping[str, object]) -> dict[str, str]:
    gone = [name for name in old if name not in new]
    fresh = [name for name in new if name not in old]
    found: dict[str, str] = {}
    for signature in (_but_id, _label):
        _match(gone, fresh, lambda name: signature(old[name]), lambda name: signature(new[name]), found)  # noqa: B023
        gone = [name for name in gone if name not in found]
        taken = set(found.values())
        fresh = [name for name in fresh if name not in taken]
    if gone and fresh:
        found |= _near(list(old), list(new), gone, fresh, lambda one, other: _alike(old[one], new[other]))
    return found


def _match(
    gone: Iterable[str],
    fresh: Iterable[str],
    before: Callable[[str], Hashable],
    after: Callable[[str], Hashable],
    found: dict[str, str],
) -> None:
    """Pair names whose signatures are equal, and that no other on their side has."""
    waiting: dict[Hashable, list[str]] = defaultdict(list)
    for name in gone:
        signature = before(name)
        if signature is not None:
            waiting[signature].append(name)
    arrived = [(name, after(name)) for name in fresh]
    often = Counter(signature for _, signature in arrived)
    for name, signature in arrived:
        if often[signature] == 1 and len(waiting.get(signature, ())) == 1:
            found[waiting[signature][0]] = name


def _near(
    old: Sequence[str],
    new: Sequence[str],
    gone: Iterable[str],
    fresh: Iterable[str],
    alike: Callable[[str, str], bool],
) -> dict[str, str]:
    """Pair names that are left over with those at about the same place that are alike."""
    before, after = set(gone), set(fresh)
    pairs = renamed(
        paired(old, new),
        [index for index, name in enumerate(old) if name in before],
        [index for index, name in enumerate(new) if name in after],
        lambda one, other: alike(old[one], new[other]),
    )
    return {old[one]: new[other] for other, one in pairs.items()}


def _but_id(value: object) -> Hashable:
    said = _content(value)
    return (type(value), *said) if len(said) > 1 else None


def _label(value: object) -> Hashable:
    """The title or the name of an object."""
    return getattr(value, "title", None) or getattr(value, "name", None)


def _content(value: object) -> tuple[tuple[str, Hashable], ...]:
    """What an object says, but for its id and its defaults."""
    cls: type = type(value)
    held = ((field.name, getattr(value, field.name), field.default) for field in fields_of(cls))
    extensions: Extensions = getattr(value, EXTENSIONS)
    said = [(name, each) for name, each, default in held if name != "id" and each != default]
    return (*said, (EXTENSIONS, extensions)) if extensions else tuple(said)


def _alike(old: object, new: object) -> bool:
    one, other = set(_content(old)), set(_content(new))
    common = len(one & other)
    return common > 1 and common >= _ALIKE * max(len(one), len(other))


def _names(governance: ProductGovernance) -> dict[str, tuple[str, ...]]:
    vision, roadmap = governance.product_vision, governance.roadmap
    return {"pillar": vision.strategic_pillars, "theme": roadmap.themes}


def _renamed_texts(
    kind: str, old: tuple[str, ...], new: tuple[str, ...], before: ProductGovernance, after: ProductGovernance
) -> dict[str, str]:
    kept = set(old) & set(new)
    gone = [name for name in dict.fromkeys(old) if name not in kept]
    fresh = [name for name in dict.fromkeys(new) if name not in kept]
    if not gone or not fresh:
        return {}
    users, users_now = _users(before, kind), _users(after, kind)
    found: dict[str, str] = {}
    _match(gone, fresh, users.get, lambda name: users_now.get(name, name), found)
    taken = set(found.values())
    left, free = [name for name in gone if name not in found], [name for name in fresh if name not in taken]
    return found | _near(old, new, left, free, _spelt_alike)


def _users(governance: ProductGovernance, kind: str) -> dict[str, frozenset[Hashable]]:
    """For each name, the ids of the things that refer to it."""
    found: dict[str, set[Hashable]] = defaultdict(set)
    for mention in references(governance):
        if mention.kinds == (kind,):
            found[mention.name].add(_user(mention))
    return {name: frozenset(users) for name, users in found.items()}


def _user(mention: Mention) -> Hashable:
    return getattr(mention.holder, "id", None)


def _spelt_alike(old: str, new: str) -> bool:
    matcher = SequenceMatcher(None, old.casefold()[:200], new.casefold()[:200], autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


_Tree: TypeAlias = "dict[str | int, _Tree | object]"


def _tree(patches: Mapping[Steps, object]) -> dict[str | int, object]:
    """Patches as a tree: the values at their leaves."""
    root: dict[str | int, object] = {}
    for steps, value in patches.items():
        node = root
        for step in steps[:-1]:
            inner = node.setdefault(step, {})
            assert isinstance(inner, dict)
            node = inner
        node[steps[-1]] = value
    return root


def _patched(value: object, patches: object) -> object:
    """A value with others at the leaves of the tree; recursive, for the model is only a few levels deep."""
    if not isinstance(patches, dict):
        return patches
    if isinstance(value, tuple):
        return tuple(_patched(item, patches[index]) if index in patches else item for index, item in enumerate(value))
    fields = {name: _patched(getattr(value, name), inner) for name, inner in patches.items()}
    return attrs.evolve(value, **fields)  # type: ignore[misc]
