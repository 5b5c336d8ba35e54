"""The Python of README and docs passes mypy strict, and imports only what is public."""

import ast
from collections.abc import Iterator

import pytest

from tests.support.project import ROOT
from tools.api_members import MODULES, public_names
from tools.python_blocks import main, pages, python_of

NOT_YET_PUBLIC: dict[str, list[str]] = {}
"""What the documentation needs and no public module offers yet; each entry goes when its public name comes."""

PUBLIC = {f"{module}.{name}" for module in MODULES for name in public_names(module)}

PAGE = """\
# A page

```python
x = 1
```

- In a list:

  ```python
  >>> for each in (x,):
  ...     print(each)
  1

  ```

```text
not = Python
```
"""


def imported(page: str) -> Iterator[str]:
    """Every name that the Python of a page takes from this package, with its module."""
    tree = ast.parse(python_of(page))
    aliases: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "productgov":
            yield from (f"{node.module}.{each.name}" for each in node.names)
        elif isinstance(node, ast.Import):
            aliases |= {each.asname or each.name: each.name for each in node.names if "productgov" in each.name}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in aliases:
            yield f"{aliases[node.value.id]}.{node.attr}"


def test_a_page_becomes_a_module_in_which_every_statement_keeps_its_line() -> None:
    assert python_of(PAGE).splitlines() == [
        "",
        "",
        "",
        "x = 1",
        *[""] * 5,
        "for each in (x,):",
        "    print(each)",
        *[""] * 7,
    ]


def test_no_python_block_is_overlooked() -> None:
    for path in pages():
        page = path.read_text(encoding="utf-8")
        opened = [number for number, line in enumerate(page.splitlines()) if line.strip().startswith("```python")]
        code = python_of(page).splitlines()
        assert [number for number in opened if not code[number + 1]] == []


def test_the_python_of_readme_and_docs_type_checks(capfd: pytest.CaptureFixture[str]) -> None:
    status = main()
    assert status == 0, capfd.readouterr().out


def test_the_python_of_readme_and_docs_imports_only_what_is_public() -> None:
    private = {
        str(path.relative_to(ROOT)): sorted({name for name in imported(path.read_text("utf-8")) if name not in PUBLIC})
        for path in pages()
    }
    assert {page: names for page, names in private.items() if names} == NOT_YET_PUBLIC
