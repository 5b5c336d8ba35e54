"""The documentation is complete: every page is reached, every public name and every option has its place."""

import re
from collections.abc import Iterator

import pytest
import yaml

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


def test_every_page_stands_in_the_navigation_and_every_entry_is_a_page() -> None:
    configuration = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    written = {str(path.relative_to(DOCS)) for path in DOCS.rglob("*.md")}
    assert set(pages(configuration["nav"])) == written


def test_the_command_line_reference_has_every_command_with_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    commands = re.findall(r"^    (\w+)  ", help_of("", capsys), re.MULTILINE)
    text = (DOCS / "reference/command-line.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE))
    assert sorted(sections) == sorted(commands)
    for command in commands:
        offered = set(re.findall(r"(?<![\w-])--[a-z-]+", help_of(command, capsys))) - {"--help"}
        told = set(re.findall(r"(?<![\w-])--[a-z-]+", sections[command]))
        assert (command, offered - told) == (command, set())


def test_every_code_block_is_of_a_language_that_runs_or_is_meant_to_be_looked_at() -> None:
    for path in (ROOT / "README.md", *DOCS.rglob("*.md")):
        fences = re.findall(r"^ *```(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        languages = {fence.split(" ")[0] for fence in fences[::2]}
        assert (path.name, languages - THAT_RUN - THAT_ARE_SHOWN) == (path.name, set())
