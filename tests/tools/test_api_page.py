"""The API reference has every public name with every field and every member, and says what each means."""

import re
from collections.abc import Callable
from enum import Enum
from types import FunctionType, MemberDescriptorType
from typing import Annotated, Literal, get_args, get_origin

import attrs
import pytest
from annotated_types import Le

import productgov
from productgov import Extensions, Rice, Status, fields
from productgov.fields.types import Fraction, Term
from tests.support.project import ROOT
from tools import api_members
from tools.api_members import MODULES, default_text, members_of, public_paths, type_text, value_of
from tools.api_page import api_pages

PAGES = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/reference").glob("api*.md")))

CLASSES = {path: value for path in public_paths() if isinstance(value := value_of(path), type)}
ENUMERATIONS = {path: cls for path, cls in CLASSES.items() if issubclass(cls, Enum)}
VALUES = {path: cls for path, cls in CLASSES.items() if attrs.has(cls) or hasattr(cls, "_fields")}
MODEL = {path: cls for path, cls in VALUES.items() if Extensions in getattr(cls, "__annotations__", {}).values()}


def row_of(path: str) -> list[str]:
    """The cells of the row about a field, a member or a value type."""
    row = re.search(rf"^\| `\w+`{{ #{re.escape(path)} }} \| (.*) \|$", PAGES, re.MULTILINE)
    assert row, f"{path} is not in the API reference"
    return row[1].split(" | ")


def test_every_public_name_has_its_place_and_there_is_no_other() -> None:
    headings = re.findall(r"^::: ([\w.]+)$(?!\n    options:\n      heading_level)", PAGES, re.MULTILINE)
    rows = re.findall(r"^\| `\w+`{ #([\w.]+) }", PAGES, re.MULTILINE)
    in_tables = [path for path in rows if path.rpartition(".")[0] in MODULES]
    assert sorted([*headings, *in_tables]) == sorted(public_paths())
    assert {f"productgov.{name}" for name in productgov.__all__} <= set(headings)


@pytest.mark.parametrize("path", MODEL)
def test_every_field_of_a_class_of_the_model_has_its_meaning(path: str) -> None:
    for field in attrs.fields(MODEL[path]):
        marks = get_args(field.type)[1:] if get_origin(field.type) is Annotated else ("The keys that begin with `x-`.",)
        (meaning,) = (mark for mark in marks if isinstance(mark, str))
        kind, default, said = row_of(f"{path}.{field.name}")
        assert (kind != "", said) == (True, meaning)
        assert (default == "*required*") == (field.default is attrs.NOTHING)


@pytest.mark.parametrize("path", ENUMERATIONS)
def test_every_member_of_an_enumeration_has_its_meaning(path: str) -> None:
    for member in ENUMERATIONS[path]:
        value, meaning = row_of(f"{path}.{member.name}")
        assert value == f"`{member.value!r}`"
        assert meaning == member.description if isinstance(member, Term) else meaning


@pytest.mark.parametrize("path", VALUES)
def test_every_field_of_any_class_has_a_type_and_a_meaning(path: str) -> None:
    for member in members_of(VALUES[path]):
        assert all(row_of(f"{path}.{member.name}")), f"say what {path}.{member.name} means"


def test_types_are_shown_as_they_are_declared_with_links_and_limits() -> None:
    estimate = "[Estimate](api-model.md#productgov.Estimate)"
    reach = attrs.fields_dict(Rice)["reach"].type
    assert type_text(reach) == f"<code>float | {estimate}</code>, at least 0"
    assert type_text(tuple[Rice, ...]) == "<code>tuple&#91;[Rice](api-model.md#productgov.Rice), ...&#93;</code>"
    assert type_text(Callable[[int], str | None]) == "<code>Callable&#91;&#91;int&#93;, str | None&#93;</code>"
    assert type_text(Literal["a"]) == "<code>Literal&#91;'a'&#93;</code>"
    assert type_text("array[float]") == "<code>array&#91;float&#93;</code>"


def test_a_public_value_type_is_shown_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fields, "__all__", ["Fraction"], raising=False)
    monkeypatch.setattr(fields, "Fraction", Fraction, raising=False)
    api_members._public_types.cache_clear()
    try:
        name = "[Fraction](api-fields.md#productgov.fields.Fraction)"
        assert type_text(Annotated[Fraction, "How sure it is."]) == f"<code>{name}</code>"
        assert type_text(Annotated[Fraction | None, "How sure it is."]) == f"<code>{name} | None</code>"
        assert type_text(Annotated[Fraction, Le(0.5), "How sure it is."]) == f"<code>{name}</code>, at most 0.5"
    finally:
        api_members._public_types.cache_clear()


def test_defaults_are_shown_as_they_are_written_in_python() -> None:
    assert default_text(Status.PROPOSED) == "Status.PROPOSED"
    assert default_text(productgov.Role(title="Ana")) == "Role(title='Ana')"
    assert default_text(()) == "()"


def test_methods_and_properties_have_a_heading_below_their_class() -> None:
    for path in ("productgov.Rice.score", "productgov.KPI.progress", "productgov.KanoSurvey.from_records"):
        assert f"\n::: {path}\n    options:\n      heading_level: 4\n" in PAGES


def test_the_pages_are_those_that_are_generated() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs/reference").glob("api*.md")}
    assert written == api_pages()


def test_the_compatibility_page_names_the_public_modules() -> None:
    public = (ROOT / "docs/compatibility.md").read_text(encoding="utf-8").partition("## What is not public")[0]
    assert sorted(set(re.findall(r"`(productgov\.\w+)`", public))) == sorted(MODULES[1:])


@pytest.mark.parametrize("path", CLASSES)
def test_every_method_and_property_of_a_class_is_described(path: str) -> None:
    cls = CLASSES[path]
    fields = {member.name for member in members_of(cls)}
    kinds = (FunctionType, classmethod, staticmethod, property, MemberDescriptorType)
    names = [name for name, value in vars(cls).items() if isinstance(value, kinds) and not name.startswith("_")]
    missing = {name for name in {*names} - fields if f"::: {path}.{name}\n" not in PAGES}
    assert missing == set()
