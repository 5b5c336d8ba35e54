"""For those who bring their own cattrs converter: the same checks, the same forms."""

import subprocess
import sys

import attrs
import pytest
from cattrs import Converter
from cattrs.errors import ClassValidationError

import productgov as pg
from tests.support.documents import minimal_document


@attrs.frozen
class Portfolio:
    owner: str
    products: list[pg.ProductGovernance]


def test_our_converter_structures_every_class_of_the_model() -> None:
    converter = pg.make_converter()
    assert converter.structure({"title": "CPO"}, pg.Role) == pg.Role(title="CPO")
    assert converter.structure("CPO", pg.Role) == pg.Role(title="CPO")
    assert converter.structure(minimal_document(), pg.ProductGovernance) == pg.from_dict(minimal_document())


def test_our_converter_unstructures_to_what_is_written() -> None:
    governance = pg.from_dict(minimal_document())
    assert pg.make_converter().unstructure(governance) == pg.to_dict(governance)


def test_our_converter_refuses_what_load_refuses() -> None:
    with pytest.raises(pg.InvalidDocumentError) as caught:
        pg.make_converter().structure({"title": 5, "nam": "Ana"}, pg.Role)
    assert [(finding.code, finding.path) for finding in caught.value.findings] == [
        ("PG005", "/title"),
        ("PG003", "/nam"),
    ]


def test_a_converter_of_ones_own_learns_the_model() -> None:
    converter = Converter()
    pg.configure_converter(converter)
    portfolio = Portfolio(owner="CPO", products=[pg.from_dict(minimal_document())])
    assert converter.structure(converter.unstructure(portfolio), Portfolio) == portfolio
    with pytest.raises(ClassValidationError) as caught:
        converter.structure({"owner": "CPO", "products": [{}]}, Portfolio)
    assert caught.group_contains(pg.InvalidDocumentError)


def test_the_global_converter_of_cattrs_is_left_alone() -> None:
    import cattrs

    pg.make_converter()
    assert cattrs.unstructure(pg.Role(title="CPO"))["title"] == "CPO"
    assert "extensions" in cattrs.unstructure(pg.Role(title="CPO"))


def test_cattrs_is_imported_only_by_those_who_bring_a_converter() -> None:
    script = """
import sys
from types import MappingProxyType
import productgov as pg
from productgov.extension import ExtensionType
document = {document}
unusual = MappingProxyType(document)
assert pg.from_dict(unusual) == pg.from_dict(document)
try:
    pg.from_dict({{}})
except pg.InvalidDocumentError:
    pass
ExtensionType("x-role", pg.Role).of(pg.Role(title="A", extensions=pg.Extensions({{"x-role": "B"}})))
print("cattrs" in sys.modules)
pg.make_converter()
print("cattrs" in sys.modules)
"""
    command = [sys.executable, "-c", script.format(document=minimal_document())]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stdout == "False\nTrue\n"
