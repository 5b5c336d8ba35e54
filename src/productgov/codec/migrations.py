"""Versions of the document's format: which are read, and the steps that migrate older ones.

A step is a pure function from one plain mapping to another; steps run before the strict walk, so that only the current
version is ever validated. There is one version so far, and so there are no steps.
"""

import re
from collections.abc import Callable, Mapping

import attrs

from productgov.codec.strict.mistakes import mistake
from productgov.found import Found, Proposal, Write
from productgov.model.governance import CURRENT_VERSION
from productgov.wording import described

__all__ = ["STEPS", "Step", "migrated", "version_mistake"]


@attrs.frozen
class Step:
    """One migration: what it makes of a document, and the version it leads to."""

    to: str
    migrate: Callable[[Mapping[str, object]], Mapping[str, object]]


STEPS: Mapping[str, Step] = {}


def version_mistake(data: object, steps: Mapping[str, Step] = STEPS) -> Found | None:
    """PG009, when the version of the document is not the current one, and cannot be migrated."""
    if not isinstance(data, Mapping) or "schemaVersion" not in data:
        return None
    version = data["schemaVersion"]
    if isinstance(version, str) and (version == CURRENT_VERSION or version in steps):
        return None
    known = ", ".join((*steps, CURRENT_VERSION))
    given = described(version)
    hint = f'write "{CURRENT_VERSION}", or leave it out'
    proposal: Proposal | None = Write(CURRENT_VERSION)
    if isinstance(version, (int, float)) and not isinstance(version, bool):
        given = f"the number {given}, and versions are texts"
        hint = f'write "{CURRENT_VERSION}" in quotes, or leave it out'
    elif _is_newer(version):
        hint, proposal = "upgrade productgov: a newer release may read it", None
    message = f"schemaVersion is {given}; this release reads {known}"
    return mistake("PG009", (None, "schemaVersion"), message, hint, proposal=proposal)


def migrated(data: object, steps: Mapping[str, Step] = STEPS) -> object:
    """The document in the current version; itself when it is current, or not a document at all."""
    while isinstance(data, Mapping) and (step := steps.get(str(data.get("schemaVersion")))) is not None:
        data = {**step.migrate(data), "schemaVersion": step.to}
    return data


def _is_newer(version: object) -> bool:
    if not isinstance(version, str) or not re.fullmatch(r"[0-9]{1,4}(?:\.[0-9]{1,4}){1,2}", version, re.ASCII):
        return False
    return tuple(map(int, version.split("."))) > tuple(map(int, CURRENT_VERSION.split(".")))
