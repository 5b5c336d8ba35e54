"""YAML text to plain data: the core schema of YAML 1.2, without aliases, tags, merge keys or second documents."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from productgov.codec.limits import DEFAULT_LIMITS, Limits
from productgov.codec.reading import Reading
from productgov.errors import MissingExtraError

if TYPE_CHECKING:
    from productgov.codec.yaml_events import EventParser

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
        from productgov.codec import yaml_composer, yaml_events  # noqa: PLC0415 - needs an extra
    except ImportError as error:
        raise MissingExtraError("reading YAML", "yaml") from error
    return yaml_composer.compose(text, limits, parser or yaml_events.fastest_parser)
