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

__all__ = ["dependency_lines", "dependency_text", "external_lines", "external_text", "kept_dependencies"]

_VERBS = {
    DependencyType.REQUIRES: "requires",
    DependencyType.BLOCKS: "blocks",
    DependencyType.RELATES_TO: "relates to",
}


def dependency_text(dependency: Dependency) -> str:
    """A dependency as a sentence: "a requires b: why"."""
    reason = f": {one_line(dependency.reason)}" if dependency.reason else ""
    return f"{dependency.from_} {_VERBS[dependency.type]} {dependency.to}{reason}"


def external_text(external: External, as_of: date) -> str:
    """Something that others deliver, with its day, its owner and what stands out about it."""
    if external.delivered_date:
        day = f"delivered {external.delivered_date}"
    else:
        expected = f" {external.expected_date}" if external.expected_date else ""
        day = f"{external.status}{expected}"
    marks = map(str, marks_of_external(external, as_of))
    return f"{external.id}: {joined((one_line(external.title), day, who(external.owner), *marks))}"


def kept_dependencies(governance: ProductGovernance, selection: Selection) -> Iterator[Dependency]:
    """The dependencies that one of the selected items has a part in."""
    for dependency in governance.roadmap.dependencies:
        if selection.everything or selection.has_subject(dependency.from_) or selection.has_subject(dependency.to):
            yield dependency


def dependency_lines(governance: ProductGovernance, selection: Selection, columns: int) -> Iterator[str]:
    """A line for each dependency, or more where it is long."""
    for dependency in kept_dependencies(governance, selection):
        yield from (f"  {line}" for line in wrap(dependency_text(dependency), columns - 2, indent="    "))


def external_lines(governance: ProductGovernance, as_of: date, selection: Selection, columns: int) -> Iterator[str]:
    """What others must deliver, each on a line or more."""
    externals = [each for each in governance.roadmap.externals if selection.has_external(each)]
    if externals:
        yield "From others"
    for external in externals:
        yield from (f"  {line}" for line in wrap(external_text(external, as_of), columns - 2, indent="    "))
