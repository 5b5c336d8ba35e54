"""Annotations, read as shapes."""

from typing import Annotated

import pytest
from annotated_types import Ge

from productgov.fields.annotations import read_annotation
from productgov.fields.shapes import Either, List, Number, Object, is_model
from productgov.model.metrics import Target


def test_limits_beside_an_either_or_hold_for_each_of_its_sides() -> None:
    annotation = read_annotation(Annotated[float | Target | None, Ge(0), "a description"])
    limits = Number(at_least=0)
    assert annotation.shape == Either((limits, Object(Target, limits)))
    assert annotation.optional
    assert "a description" in annotation.marks


def test_lists_are_read_through() -> None:
    assert read_annotation(tuple[Annotated[int, Ge(1)], ...]).shape == List(Number(whole=True, at_least=1))


@pytest.mark.parametrize("unknown", [object, dict[str, int], list, complex])
def test_an_annotation_outside_the_vocabulary_is_refused(unknown: object) -> None:
    with pytest.raises(TypeError, match="for fields; write"):
        read_annotation(unknown)


def test_only_classes_that_keep_extensions_are_models() -> None:
    assert is_model(Target)
    assert not is_model(Number)
    assert not is_model(Target(value=1))
