"""YAML text to plain data: the core schema of YAML 1.2, without aliases, tags, merge keys or second documents."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from productgov.errors import MissingExtraError
from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.formats.reading import Reading

if TYPE_CHECKING:
    from productgov.formats.yaml.parsers import EventParser

__all__ = ["read_yaml"]


def read_yaml(
    text: str, limits: Limits = DEFAULT_LIMITS, *, parser: "Callable[[str], EventParser] | None" = None
) -> Reading:
    """Read YAML; what is wrong with the text is in the findings.

    Args:
        text: what to read.
        limits: how much to read.
        parser: where the events come from; libyaml when it is there, else PyYAML's own.

    Raises:
        MissingExtraError: PyYAML is not installed.
    """
    try:
        from productgov.formats.yaml import composer, parsers  # noqa: PLC0415 - needs an extra
    except ImportError as error:
        raise MissingExtraError("reading YAML", "yaml") from error
    return composer.compose(text, limits, parser or parsers.fastest_parser)
