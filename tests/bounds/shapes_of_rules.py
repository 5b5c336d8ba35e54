"""Shapes that rules, repairs, views and rankings once paid too much for."""

from tests.bounds.shape import Shape

SHAPES: tuple[Shape, ...] = ()
