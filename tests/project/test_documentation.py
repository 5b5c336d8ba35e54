"""The documentation is complete: every page can be reached, and every option and every room has its place."""

import re
import tomllib
from collections.abc import Iterator
from pkgutil import iter_modules

import pytest
import yaml

import productgov
from productgov.cli.main import main
from tests.support.project import ROOT, needs_checkout

pytestmark = needs_checkout

DOCS = ROOT / "docs"

THAT_RUN = {"console", "json", "python", "sh", "toml", "yaml"}
THAT_ARE_SHOWN = {"mermaid", "text"}


def pages(entry: object) -> Iterator[str]:
    """The pages of a part of the navigation."""
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict):
        for part in entry.values():
            yield from pages(part)
    elif isinstance(entry, list):
        for part in entry:
            yield from pages(part)


def help_of(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        main([*command.split(), "--help"])
    return capsys.readouterr().out


def test_every_page_is_in_the_navigation_and_every_entry_is_a_page() -> None:
    configuration = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    written = {str(path.relative_to(DOCS)) for path in DOCS.rglob("*.md")}
    assert set(pages(configuration["nav"])) == written


def test_llms_txt_names_every_page_with_its_title_and_a_sentence() -> None:
    entries = re.findall(r"^- (.*)$", (DOCS / "llms.txt").read_text(encoding="utf-8"), re.MULTILINE)
    named = {}
    for entry in entries:
        line = re.fullmatch(r"\[([^]]+)\]\(([\w/.-]+)\): [A-Z].*[a-z0-9`]\.", entry)
        assert line, entry
        named[line[2]] = line[1]
    titles = {
        str(path.relative_to(DOCS)): path.read_text(encoding="utf-8").partition("\n")[0] for path in DOCS.rglob("*.md")
    }
    pages = {page.removesuffix("index.md").removesuffix(".md"): title for page, title in titles.items()}
    assert {address.strip("./"): f"# {title}" for address, title in named.items()} == pages
    assert len(entries) == len(pages)


def test_the_home_page_says_how_to_install_and_links_every_how_to() -> None:
    home = (DOCS / "index.md").read_text(encoding="utf-8")
    assert "pip install 'productgov[cli]'" in home
    linked = set(re.findall(r"\]\(([\w/.-]+)\)", home))
    assert linked >= {f"how-to/{path.name}" for path in (DOCS / "how-to").iterdir()} | {"llms.txt"}


def test_the_readme_needs_no_other_file_of_the_project_but_its_pictures() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [link for link in re.findall(r"(?<!!)\[[^]]*\]\(([^)]*)\)", readme) if not link.startswith("https://")] == []
    pictures = re.findall(r"!\[([^]]*)\]\(([^)]*)\)", readme)
    assert pictures
    for alternative, path in pictures:
        assert len(alternative.split()) > 3
        assert (ROOT / path).is_file()


def test_every_picture_of_the_docs_exists_and_is_shown_somewhere() -> None:
    shown = {
        (page.parent / (picture or shown_page)).resolve()
        for page in (ROOT / "README.md", *DOCS.rglob("*.md"))
        for picture, shown_page in re.findall(
            r"!\[[^]]+\]\(([^)]*)\)|\]\(([^)]*pictures/[^)]*\.html)\)", page.read_text(encoding="utf-8")
        )
    }
    assert shown == {path.resolve() for path in (DOCS / "pictures").iterdir()}


def test_the_compatibility_page_names_the_versions_of_python_that_the_classifiers_name() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    classified = [text.rpartition(" ")[2] for text in project["classifiers"] if re.search(r":: 3\.\d+$", text)]
    page = (DOCS / "compatibility.md").read_text(encoding="utf-8")
    tested = re.search(r"tested with ((?:3\.\d+(?:, | and )?)+)", page)
    assert tested
    assert re.findall(r"3\.\d+", tested[1]) == classified


def test_the_rooms_of_the_design_page_are_those_of_the_code_and_of_the_import_linter() -> None:
    block = re.search(r"## The rooms.*?```text\n(.*?)```", (DOCS / "design.md").read_text(encoding="utf-8"), re.DOTALL)
    assert block
    rows = [set(line.partition("  ")[0].split()) for line in block[1].splitlines()]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    assert rows == [set(re.findall(r"\w+", layer)) for layer in reversed(layers) if not layer.startswith("(")]
    rooms = {module.name for module in iter_modules(productgov.__path__)} - {"__main__"}
    assert set().union(*rows) == rooms


def test_the_command_line_reference_has_every_command_with_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    commands = re.findall(r"^  ([a-z][\w-]*)  ", help_of("", capsys), re.MULTILINE)
    text = (DOCS / "reference/command-line.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## ([\w-]+)\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE))
    assert sorted(sections) == sorted(commands)
    for command in commands:
        offered = set(re.findall(r"(?<![\w-])--[a-z-]+", help_of(command, capsys))) - {"--help"}
        documented = set(re.findall(r"(?<![\w-])--[a-z-]+", sections[command]))
        assert (command, offered - documented) == (command, set())


def test_every_code_block_has_a_language_that_runs_or_is_only_shown() -> None:
    for path in (ROOT / "README.md", *DOCS.rglob("*.md")):
        fences = re.findall(r"^ *```(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        languages = {fence.split(" ")[0] for fence in fences[::2]}
        assert (path.name, languages - THAT_RUN - THAT_ARE_SHOWN) == (path.name, set())
