"""What is missing is said once: one finding for all items of a list that lack the same."""

from collections.abc import Iterable, Sequence

from productgov.found import Common, Found
from productgov.wording import listed

__all__ = ["once_per_list"]


def once_per_list(found: Iterable[Found]) -> tuple[Found, ...]:
    """The findings, those that say the same of several items of a list as one.

    It stands where the first of them did; the others are related places. What is ignored in an item was taken out
    before, so that the item is not named. Mending one item never makes more findings.
    """
    kept: dict[object, list[Found]] = {}
    for one in found:
        common = one.common
        key = (one.code, one.severity, common.list, common.what) if common else len(kept)
        kept.setdefault(key, []).append(one)
    return tuple(_joined(alike) if len(alike) > 1 else alike[0] for alike in kept.values())


def _joined(alike: Sequence[Found]) -> Found:
    first, *others = alike
    common, *_ = said = [one.common for one in alike if one.common]
    message = f"{_who(len(alike), common)} {common.what}: {listed([one.name for one in said])}"
    return first._replace(message=message, related=tuple(one.path for one in others))


def _who(count: int, common: Common) -> str:
    """How many of a list: "14 of the 18 items in now"."""
    if count < common.total:
        return f"{count} of the {common.total} {common.list}"
    return f"both {common.list}" if count == 2 else f"all {count} {common.list}"
