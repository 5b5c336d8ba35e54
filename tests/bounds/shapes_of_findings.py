"""Shapes that findings and the formats that print them once paid too much for."""

from tests.bounds.shape import Shape
from tests.bounds.shapes_of_reading import read_json

SHAPES: tuple[Shape, ...] = (
    Shape(
        name="duplicate keys below a long key",
        build=lambda n: '{"' + "K" * 100 * n + '":{' + ",".join(['"a":1'] * n) + "}}",
        act=read_json,
        sizes=(100, 200, 400),
    ),
    Shape(
        name="halves of surrogate pairs below a long key of extension data",
        build=lambda n: '{"x-a":{"' + "K" * 100 * n + '":[' + ",".join(['"\\ud800"'] * n) + "]}}",
        act=read_json,
        sizes=(100, 200, 400),
    ),
)
