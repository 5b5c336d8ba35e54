"""Shapes that findings and the formats that print them once paid too much for."""

from tests.bounds.shape import Shape

SHAPES: tuple[Shape, ...] = ()
