"""Titles in plain words, for the forms and editors that show them; they come from names that are there already."""

import re

__all__ = ["as_title", "in_words"]

_ABBREVIATIONS = {"ice", "id", "kpi", "rice", "url"}


def in_words(name: str) -> str:
    """A name in documents or of a class, as words: `northStarMetric` is "North star metric"."""
    words = (word.lower() for word in re.findall("[A-Z]+(?![a-z])|[A-Za-z][a-z]*|[0-9]+", name))
    return as_title(" ".join(word.upper() if word in _ABBREVIATIONS else word for word in words))


def as_title(words: str) -> str:
    """Words with a capital letter at the start."""
    return words[:1].upper() + words[1:]
