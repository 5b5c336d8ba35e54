"""Texts of users in Markdown: shown as they are, and never as a heading, a link, a mention or HTML."""

import re

from productgov.wording import one_line

__all__ = ["markdown_literal"]

_SPECIAL = re.compile(r"[\\`*_{}\[\]#!|~$^]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"}
_ACTIVE = re.compile(f"[{''.join(_ENTITIES)}]")
_ADDRESS = re.compile(r"(?i)(?<=\bhttp):|(?<=\bhttps):|(?<=\bwww)\.|(?<=\bmailto):|(?<=\bftp):")


def markdown_literal(text: str) -> str:
    """A text on one line in which Markdown and HTML see nothing but text."""
    safe = _SPECIAL.sub(lambda found: f"\\{found[0]}", one_line(text))
    safe = _ACTIVE.sub(lambda found: _ENTITIES[found[0]], safe)
    return _ADDRESS.sub(lambda found: f"&#{ord(found[0])};", safe)
