"""The way in: from files, texts and mappings to a governance, or to every reason why not."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from os import PathLike
from pathlib import Path

import attrs

from productgov.codec.build import build
from productgov.codec.migrations import migrated, version_mistake
from productgov.codec.quick.from_data import try_build
from productgov.codec.quick.shortcut import try_load
from productgov.codec.strict.limits import limit_exceeded
from productgov.codec.strict.objects import walk_of
from productgov.errors import InvalidDocumentError
from productgov.fields.shapes import shape_of
from productgov.findings import Finding, Location
from productgov.formats.files import read_bytes
from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.formats.reading import NoPositions, Reading
from productgov.formats.registry import Format, format_named, format_of, read_text
from productgov.found import Found
from productgov.model.governance import ProductGovernance
from productgov.paths import from_pointer
from productgov.report import Report

__all__ = ["Document", "from_dict", "load", "loads", "read"]


@attrs.frozen(kw_only=True)
class Document:
    """A document as it was read: its text, its findings, and the governance when there are none.

    Attributes:
        name: the name of its file, or what stands for one.
        text: what was read, as it stands; empty when it came from no text.
        format: json, yaml or toml; None when it came from no text.
        reading: the plain data, and where everything stood.
    """

    name: str
    text: str = attrs.field(default="", repr=False)
    format: Format | None = None
    reading: Reading = attrs.field(repr=False)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every level-1 finding (PG001 to PG010), in the order of the text."""
        if self.reading.broken:
            return self.reading.findings
        if self._quick is not None:
            return ()
        outdated = version_mistake(self.reading.data)
        if outdated:
            return (self.reading.locate(outdated),)
        mistakes: list[Found] = []
        walk_of(shape_of(ProductGovernance))(migrated(self.reading.data), None, mistakes)
        found = map(self.reading.locate, mistakes)
        return tuple(sorted((*self.reading.findings, *found), key=_place))

    @cached_property
    def _quick(self) -> ProductGovernance | None:
        return None if self.reading.findings else try_build(self.reading.data, ProductGovernance)

    @cached_property
    def governance(self) -> ProductGovernance:
        """The governance that the document holds.

        Raises:
            InvalidDocumentError: with all findings, when there are any.
        """
        if self._quick is not None:
            return self._quick
        if self.findings:
            raise InvalidDocumentError(self.findings)
        return build(migrated(self.reading.data), ProductGovernance)

    def check(
        self,
        *,
        as_of: date | None = None,
        select: Iterable[str] | str | None = None,
        ignore: Iterable[str] | str | None = None,
    ) -> Report:
        """Everything that is wrong with the document, each finding with its place, in the order of the text.

        A document that cannot be built has its level-1 findings, whatever is selected, and no others; else every rule
        of the strategy is tried (PG101 to PG607).

        Args:
            as_of: the day to see it from; left out, the document's `asOf`, else today.
            select: report only these codes, or codes that begin like these; left out, all.
            ignore: do not report these codes, or codes that begin like these.

        Raises:
            InvalidValueError: when no code begins like what is selected or ignored.
        """
        from productgov.rules import engine  # noqa: PLC0415 - they are heavy, and loading needs none

        wanted = engine.selected_codes(select, ignore)
        if self.findings:
            return Report(self.findings)
        located = (
            attrs.evolve(finding, location=self.locate(finding.path))
            for finding in engine.check(self.governance, as_of)
            if finding.code in wanted
        )
        return Report(tuple(sorted(located, key=_place)))

    def locate(self, pointer: str) -> Location | None:
        """Where the value at a JSON Pointer stands in the text; else the nearest thing around it that stands there.

        Raises:
            InvalidValueError: when the text is no JSON Pointer.
        """
        return self.reading.positions.locate(from_pointer(pointer))


def read(path: str | PathLike[str], *, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a file as a document, whatever it holds; its findings say what is wrong with it.

    Raises:
        OSError: when the file cannot be read.
        UnknownFormatError: when its name does not end in .json, .yaml, .yml or .toml.
        MissingExtraError: when it is YAML and PyYAML is not installed.
    """
    form = format_of(path)
    return parse(read_bytes(Path(path), limits), format=form, name=str(path), limits=limits)


def parse(text: str | bytes, *, format: Format, name: str, limits: Limits) -> Document:
    """Read a text as a document, whatever it holds."""
    decoded, reading = read_text(text, format, limits)
    return Document(name=name, text=decoded, format=format, reading=reading)


def load(path: str | PathLike[str], *, limits: Limits = DEFAULT_LIMITS) -> ProductGovernance:
    """Load a governance from a JSON, YAML or TOML file, by the ending of its name.

    Raises:
        InvalidDocumentError: with every finding, when the document is not valid.
        OSError: when the file cannot be read.
        UnknownFormatError: when its name does not end in .json, .yaml, .yml or .toml.
        MissingExtraError: when it is YAML and PyYAML is not installed.
    """
    form, source = format_of(path), read_bytes(Path(path), limits)
    at_once = try_load(source, limits) if form is Format.JSON else None
    return at_once or parse(source, format=form, name=str(path), limits=limits).governance


def loads(text: str | bytes, *, format: str = "json", limits: Limits = DEFAULT_LIMITS) -> ProductGovernance:
    """Load a governance from a text in one of the formats json, yaml and toml.

    Raises:
        InvalidDocumentError: with every finding, when the document is not valid.
        UnknownFormatError: when there is no such format.
        MissingExtraError: when it is YAML and PyYAML is not installed.
    """
    form = format_named(format)
    at_once = try_load(text, limits) if form is Format.JSON else None
    return at_once or parse(text, format=form, name="<text>", limits=limits).governance


def from_dict(mapping: Mapping[str, object], *, limits: Limits = DEFAULT_LIMITS) -> ProductGovernance:
    """Load a governance from plain data: dicts, lists, texts, numbers, true, false.

    Raises:
        InvalidDocumentError: with every finding, when the document is not valid.
    """
    over = limit_exceeded(mapping, limits)
    findings = (over.to_finding(),) if over else ()
    reading = Reading(data=mapping, positions=NoPositions(), findings=findings, broken=over is not None)
    return Document(name="<mapping>", reading=reading).governance


def _place(finding: Finding) -> tuple[int, int, str]:
    return (finding.location.line, finding.location.column, finding.code) if finding.location else (0, 0, "")
