"""What waits for what, and what others must deliver, as text."""

from collections.abc import Iterator
from datetime import date

from productgov.model.governance import ProductGovernance
from productgov.model.roadmap import Dependency, DependencyType, External
from productgov.views.board_lists import who
from productgov.views.layout import joined, wrap
from productgov.views.marks import marks_of_external
from productgov.views.selection import Selection
from productgov.wording import one_line

__all__ = ["VERBS", "dependency_lines", "external_day", "external_lines", "kept_dependencies"]

VERBS = {
    DependencyType.REQUIRES: "requires",
    DependencyType.BLOCKS: "blocks",
    DependencyType.RELATES_TO: "relates to",
}
"""The types of dependencies as the verbs of a sentence."""


def external_day(external: External) -> str:
    """The state of something that others deliver, with its day."""
    if external.delivered_date:
        return f"delivered {external.delivered_date}"
    return f"{external.status}{f' {external.expected_date}' if external.expected_date else ''}"


def kept_dependencies(governance: ProductGovernance, selection: Selection) -> Iterator[Dependency]:
    """The dependencies that one of the selected items has a part in."""
    for dependency in governance.roadmap.dependencies:
        if selection.everything or selection.has_subject(dependency.from_) or selection.has_subject(dependency.to):
            yield dependency


def dependency_lines(governance: ProductGovernance, selection: Selection, columns: int) -> Iterator[str]:
    """A line for each dependency, or more where it is long."""
    for dependency in kept_dependencies(governance, selection):
        yield from (f"  {line}" for line in wrap(_dependency(dependency), columns - 2, indent="    "))


def external_lines(governance: ProductGovernance, as_of: date, selection: Selection, columns: int) -> Iterator[str]:
    """What others must deliver, each on a line or more."""
    externals = [each for each in governance.roadmap.externals if selection.has_external(each)]
    if externals:
        yield "From others"
    for external in externals:
        yield from (f"  {line}" for line in wrap(_external(external, as_of), columns - 2, indent="    "))


def _dependency(dependency: Dependency) -> str:
    reason = f": {one_line(dependency.reason)}" if dependency.reason else ""
    return f"{dependency.from_} {VERBS[dependency.type]} {dependency.to}{reason}"


def _external(external: External, as_of: date) -> str:
    marks = map(str, marks_of_external(external, as_of))
    about = joined((one_line(external.title), external_day(external), who(external.owner), *marks))
    return f"{external.id}: {about}"
