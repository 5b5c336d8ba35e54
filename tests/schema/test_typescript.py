"""The TypeScript types, checked by the real compiler against the interface and against real documents."""

import json
import shutil
from pathlib import Path

import pytest

from productgov import InvalidValueError, load, to_dict
from productgov.model.metrics import KPI
from productgov.schema.typescript import typescript
from tests.support.node import needs_node
from tests.support.typescript import complaints

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE.parents[1] / "examples").glob("*.*"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "productgov.d.ts").write_text(typescript(), "utf-8")
    (tmp_path / "productgov-output.d.ts").write_text(typescript("output"), "utf-8")
    shutil.copy(HERE / "interface.ts", tmp_path)
    return tmp_path


@needs_node
def test_what_is_written_and_the_published_interface_are_assignable_both_ways(folder: Path) -> None:
    assert complaints(folder, "interface.ts") == ""


@needs_node
def test_the_declarations_themselves_are_good_typescript(folder: Path) -> None:
    assert complaints(folder, "productgov.d.ts") == ""
    assert complaints(folder, "productgov-output.d.ts") == ""


@needs_node
def test_every_example_has_the_output_type_once_written_and_the_published_one(folder: Path) -> None:
    pytest.importorskip("yaml", reason="PyYAML is not installed")
    parts = [
        'import type { Extensions, ProductGovernance } from "./productgov-output";',
        'import type { Published } from "./interface";',
    ]
    for number, path in enumerate(EXAMPLES):
        written = json.dumps(to_dict(load(path)))
        parts.append(f"export const example{number} = {written} satisfies ProductGovernance & Extensions;")
        parts.append(f"export const published{number}: Published = example{number};")
    assert complaints(folder, "examples.ts", "\n".join(parts)) == ""


@needs_node
def test_what_is_written_can_be_read(folder: Path) -> None:
    text = (
        'import type { ProductGovernance as Written } from "./productgov-output";\n'
        'import type { ProductGovernance as Read } from "./productgov";\n'
        "export const read = (written: Written): Read => written;\n"
    )
    assert complaints(folder, "both.ts", text) == ""


@needs_node
@pytest.mark.parametrize(
    ("role", "complaint"),
    [
        ('"Ana"', ""),
        ('{ title: "Ana", "x-desk": 4 }', ""),
        ('{ title: "Ana", email: undefined }', "exactOptionalPropertyTypes"),
        ('{ title: "Ana", desk: 4 }', "does not exist"),
        ('{ title: "Ana", responsibility: "boss" }', "is not assignable"),
        ("{}", "is not assignable"),
    ],
)
def test_the_compiler_finds_what_the_loader_would(folder: Path, role: str, complaint: str) -> None:
    text = 'import type { External } from "./productgov";\n'
    text += f'export const item: External = {{ id: "a", title: "A", owner: {role} }};\n'
    said = complaints(folder, "role.ts", text)
    assert complaint in said
    assert bool(said) == bool(complaint)


def test_an_interface_for_a_class_and_a_union_for_an_enumeration() -> None:
    text = typescript(cls=KPI)
    assert text.count("export interface ") == 6
    assert text.count("export type KPI = {\n") == 1
    assert '  | "decrease"' in text
    assert "      target?: Target | number;\n      targets?: never;\n" in text
    assert "  owner?: Role | string;" in text
    assert "  influences?: string[];" in text


def test_the_root_alone_has_no_index_signature() -> None:
    root, _, others = typescript().partition("\n}\n")
    assert "x-${string}" not in root
    objects = others.count("export interface ") + others.count("} & (\n")
    assert others.count("[key: `x-${string}`]: unknown;") == objects
    assert others.endswith("export interface Extensions {\n  [key: `x-${string}`]: unknown;\n}\n")


def test_comments_cannot_be_ended_by_what_they_say() -> None:
    class Odd(KPI):
        """Ends */ too soon."""

    assert "/** Ends * / too soon. */" in typescript(cls=Odd)


def test_a_mode_that_there_is_not_is_refused() -> None:
    with pytest.raises(InvalidValueError, match='mode must be one of input, output, not "strict"'):
        typescript("strict")  # type: ignore[arg-type]
