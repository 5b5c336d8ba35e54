"""What can be imported from `productgov` itself."""

import ast
from pathlib import Path

import pytest

import productgov


def test_every_public_name_can_be_imported_and_is_listed_once() -> None:
    assert len(productgov.__all__) == len(set(productgov.__all__))
    for name in productgov.__all__:
        assert getattr(productgov, name) is not None
        assert name in dir(productgov)


def test_lazy_names_are_told_to_type_checkers_as_they_are_told_to_python() -> None:
    tree = ast.parse(Path(productgov.__file__).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    imports = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    told = {alias.name: node.module for node in imports for alias in node.names}
    assert told == productgov._LAZY
    assert set(told) <= set(productgov.__all__)


def test_any_other_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'productgov' has no attribute 'nothing'"):
        _ = productgov.nothing


def test_the_contract_of_the_interface_is_there() -> None:
    contract = """
        load loads from_dict read dump dumps to_dict drop_nulls check rank json_schema typescript make_converter
        configure_converter Cadence Target Limits Finding Report Document
    """
    assert set(contract.split()) <= set(productgov.__all__)
