"""The example that `productgov init` writes, with the parts that are asked for."""

import re
from collections.abc import Collection, Iterator
from importlib.resources import files
from typing import Literal, get_args

__all__ = ["PARTS", "TemplatePart", "template_text"]

TemplatePart = Literal["organization", "objectives", "teams"]
"""A part of the example that is written only when it is asked for."""

PARTS: tuple[TemplatePart, ...] = get_args(TemplatePart)
"""All of these parts."""

_LINE_OF_PART = re.compile(r"#(\w+)\|(.*)")
"""A line of the template that belongs to a part: its name and the text."""


def template_text(parts: Collection[TemplatePart] = ()) -> str:
    """The example as YAML with comments.

    Args:
        parts: the parts to add.
    """
    template = files("productgov.cli").joinpath("template.yaml").read_text(encoding="utf-8")
    return "".join(f"{line}\n" for line in _lines(template, parts))


def _lines(template: str, parts: Collection[str]) -> Iterator[str]:
    for line in template.splitlines():
        found = _LINE_OF_PART.fullmatch(line)
        if found is None:
            yield line
        elif found[1] in parts:
            yield found[2]
