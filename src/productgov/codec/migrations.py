"""Versions of the document's format: which are read, and the steps that bring old ones up to date.

A step is a pure function from one plain mapping to another; steps run before the walk, so that only the
current version is ever validated. There is one version so far, and so no step.
"""

from collections.abc import Callable, Mapping

import attrs

from productgov.codec.strict.mistakes import mistake
from productgov.found import Found
from productgov.model.governance import CURRENT_VERSION
from productgov.wording import described

__all__ = ["STEPS", "Step", "brought_up_to_date", "version_mistake"]


@attrs.frozen
class Step:
    """One migration: what it makes of a document, and the version it leads to."""

    to: str
    migrate: Callable[[Mapping[str, object]], Mapping[str, object]]


STEPS: Mapping[str, Step] = {}


def version_mistake(data: object, steps: Mapping[str, Step] = STEPS) -> Found | None:
    """PG009, when the document says a version that is neither current nor can be brought up to date."""
    if not isinstance(data, Mapping) or "schemaVersion" not in data:
        return None
    version = data["schemaVersion"]
    if version == CURRENT_VERSION or (isinstance(version, str) and version in steps):
        return None
    known = ", ".join((*steps, CURRENT_VERSION))
    newer = isinstance(version, str) and version.startswith(("1.", "2.", "3."))
    return mistake(
        "PG009",
        (None, "schemaVersion"),
        f"schemaVersion is {described(version)}; this release reads {known}",
        "upgrade productgov, which may know it" if newer else f'write "{CURRENT_VERSION}", or leave it out',
    )


def brought_up_to_date(data: object, steps: Mapping[str, Step] = STEPS) -> object:
    """The document in the current version; itself when it is current, or no document at all."""
    while isinstance(data, Mapping) and (step := steps.get(str(data.get("schemaVersion")))) is not None:
        data = {**step.migrate(data), "schemaVersion": step.to}
    return data
