"""All shapes, from the file of each room."""

from tests.bounds import (
    shapes_of_changes,
    shapes_of_editing,
    shapes_of_findings,
    shapes_of_metrics,
    shapes_of_places,
    shapes_of_plans,
    shapes_of_reading,
    shapes_of_rules,
)
from tests.bounds.shape import Shape

SHAPES: tuple[Shape, ...] = (
    *shapes_of_reading.SHAPES,
    *shapes_of_findings.SHAPES,
    *shapes_of_places.SHAPES,
    *shapes_of_rules.SHAPES,
    *shapes_of_editing.SHAPES,
    *shapes_of_plans.SHAPES,
    *shapes_of_metrics.SHAPES,
    *shapes_of_changes.SHAPES,
)
