"""What can be imported from `productgov` itself."""

import pytest

import productgov


def test_every_public_name_can_be_imported() -> None:
    for name in productgov.__all__:
        assert getattr(productgov, name) is not None
        assert name in dir(productgov)


def test_any_other_name_is_an_attribute_error_and_a_type_error() -> None:
    with pytest.raises(AttributeError, match="module 'productgov' has no attribute 'nothing'"):
        _ = productgov.nothing  # type: ignore[attr-defined]


def test_the_contract_of_the_interface_is_there() -> None:
    contract = """
        load loads from_dict read dump dumps to_dict drop_nulls check rank json_schema typescript make_converter
        configure_converter Cadence Target Limits Finding Report Document parse explain Rule FormatName ReviewKind
        ExtensionType InformationValue UnknownIdError simulate value_of_information compare_frameworks trace metric_tree
        roadmap_progress
    """
    assert set(contract.split()) <= set(productgov.__all__)
