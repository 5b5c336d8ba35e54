"""Documents: what was read, what is wrong with it, the governance in it, and the same with another governance."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from os import PathLike
from typing import TYPE_CHECKING, Any

import attrs

from productgov.analysis.horizons import resolve_as_of
from productgov.codec.build import build
from productgov.codec.migrations import migrated, version_mistake
from productgov.codec.quick.from_data import try_build
from productgov.codec.strict.consequences import without_consequences
from productgov.codec.strict.mistakes import Mistakes
from productgov.codec.strict.objects import walk_of
from productgov.collected import Collected
from productgov.errors import InvalidDocumentError, InvalidValueError, NotFixableError
from productgov.fields.shapes import shape_of
from productgov.findings import Finding, Location, Omitted, Severity
from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.formats.merging import merged
from productgov.formats.reading import NoPositions, Reading
from productgov.formats.registry import FormatName, read_text
from productgov.formats.stored import StoredFile, save_as
from productgov.found import Found
from productgov.model.governance import ProductGovernance
from productgov.paths import from_pointer, to_pointer
from productgov.report import Report

if TYPE_CHECKING:
    from productgov.editing.repairs import PlannedRepair


__all__ = [
    "Document",
    "has_errors",
    "planned",
    "reading_of",
    "with_text",
]


@attrs.frozen(kw_only=True)
class Document:
    """A document as it was read: its text, its findings, and the governance when none of them is an error.

    Attributes:
        name: the name of its file, or what takes its place, such as `<text>`.
        text: what was read; empty when it came from no text.
        format: json, yaml or toml; None when it came from no text.
        rewritten: JSON Pointers of the values that an edit wrote anew as a whole, because a smaller change of their
            text would not have done; empty for a document that was read.
    """

    name: str
    text: str = attrs.field(default="", repr=False)
    format: FormatName | None = None
    rewritten: tuple[str, ...] = ()
    _reading: Reading = attrs.field(alias="reading", repr=False)
    _limits: Limits = attrs.field(alias="limits", default=DEFAULT_LIMITS, repr=False)
    _mark: str = attrs.field(alias="mark", default="", repr=False)
    _file: StoredFile | None = attrs.field(alias="file", default=None, repr=False)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding about the document itself (level 1), in the order of the text.

        With an error among them there is no governance. A warning, PG011, is no reason not to load.
        """
        if self._reading.broken or self._quick is not None:
            return self._reading.findings
        if self._outdated:
            return tuple(map(self._reading.locate, self._mistakes.kept))
        data = migrated(self._reading.data)
        duplicates = [from_pointer(finding.path) for finding in self._reading.findings if finding.code == "PG002"]
        mistakes = without_consequences(self._mistakes.kept, data, duplicates)
        return tuple(sorted(merged(self._reading, mistakes), key=_in_text))

    @cached_property
    def _warnings(self) -> Mapping[Found, Finding]:
        """What the reader found that is no error, as what the rules find, to be selected and ignored like that."""
        return {
            Found(from_pointer(one.path), one.message, one.hint, code=one.code, severity=one.severity): one
            for one in self.findings
            if one.severity is not Severity.ERROR
        }

    @property
    def omitted(self) -> tuple[Omitted, ...]:
        """The findings about the document itself that are only counted, because they are above `max_findings`."""
        if self._reading.broken or self._quick is not None:
            return self._reading.omitted
        return (*(() if self._outdated else self._reading.omitted), *self._mistakes.omitted)

    @cached_property
    def _outdated(self) -> Found | None:
        return version_mistake(self._reading.data)

    @cached_property
    def _mistakes(self) -> Mistakes:
        """What is wrong with the data that was read."""
        mistakes = Mistakes(self._limits.max_findings)
        if self._outdated:
            mistakes.append(self._outdated)
        else:
            walk_of(shape_of(ProductGovernance))(migrated(self._reading.data), None, mistakes)
        return mistakes

    @cached_property
    def _quick(self) -> ProductGovernance | None:
        """The governance, when the quick path accepts the document."""
        return None if _has_error(self._reading.findings) else try_build(self._reading.data, ProductGovernance)

    @cached_property
    def governance(self) -> ProductGovernance:
        """The governance that the document holds.

        Raises:
            InvalidDocumentError: with all findings, when there are errors among them.
        """
        if self._quick is not None:
            return self._quick
        if has_errors(self):
            raise InvalidDocumentError(self.findings, self.name, self.omitted)
        return build(migrated(self._reading.data), ProductGovernance)

    @property
    def data(self) -> object:
        """What was read, as plain data: dicts, lists, texts, numbers, booleans and None."""
        return self._reading.data

    def check(
        self,
        *,
        as_of: date | None = None,
        select: Iterable[str] | str | None = None,
        ignore: Iterable[str] | str | None = None,
        plugins: Iterable[str] | str = (),
    ) -> Report:
        """Everything that is wrong with the document, each finding with its place, in the order of the text.

        A document that cannot be built has its level-1 findings, of which the errors are reported whatever is selected,
        and no others; else every rule of the strategy is tried.

        Args:
            as_of: the day to check for; left out, the document's `asOf`, else today.
            select: report only these codes, or codes that begin with these; left out, all.
            ignore: do not report these codes, or codes that begin with these.
            plugins: the names of plug-ins whose rules and ranking methods are used too.

        Raises:
            InvalidValueError: when no code begins with what is selected or ignored, or there is no plug-in of a name.
            PluginError: when a plug-in cannot be used. What its rules raise is a finding.
        """
        found = self._diagnosed(as_of, select, ignore, plugins)
        if has_errors(self):
            kept = {self._warnings[one] for one in found}
            findings = tuple(one for one in self.findings if one.severity is Severity.ERROR or one in kept)
            return Report(findings, omitted=self.omitted)
        collected = Collected[Found](self._limits.max_findings)
        collected.extend(found)
        located = (self._warnings.get(one) or self._reading.locate(one) for one in collected.kept)
        findings = tuple(sorted(located, key=_in_text))
        return Report(findings, omitted=collected.omitted, as_of=resolve_as_of(self.governance, as_of))

    def repairs(
        self,
        *,
        as_of: date | None = None,
        select: Iterable[str] | str | None = None,
        ignore: Iterable[str] | str | None = None,
        plugins: Iterable[str] | str = (),
    ) -> "tuple[PlannedRepair, ...]":
        """The repairs that `productgov check --fix` would make, as edits of the text, in its order.

        Each belongs to a finding of `check` for which there is one safe repair. Nothing is changed. A document that
        cannot be built has none.

        Args:
            as_of: as for `check`.
            select: as for `check`.
            ignore: as for `check`.
            plugins: as for `check`.

        Raises:
            NotFixableError: when the document is neither JSON nor YAML.
            InvalidValueError: as for `check`.
            PluginError: as for `check`.
        """
        return tuple(planned(self, self._diagnosed(as_of, select, ignore, plugins)).values())

    def edit(self, change: "ProductGovernance | Callable[[ProductGovernance], ProductGovernance]") -> "Document":
        """The document with another governance, and with as little of its text changed as possible.

        No line changes whose value, item or list did not: comments, order, quotes, indentation, blank lines and line
        ends stay, and so do a text for a role and a default that is written out. An item of a list is its lines and
        the comment lines directly above it, and takes them along when it moves. New text is written as its neighbours.

        The new text is read again, and says exactly what the new governance says. What a small change does not do for
        is written anew, and then what holds it: `rewritten` says what. TOML is written anew as a whole, and so is YAML
        with lines that end in CR alone.

        Args:
            change: the new governance, or a function that makes it from the old one.

        Raises:
            InvalidDocumentError: when the document is not valid, or the new one exceeds the limits of its reader.
            InvalidValueError: when the change gives no governance, or the format cannot hold it: TOML has no null.
        """
        from productgov.editing.edit import edited_text, new_governance  # noqa: PLC0415 - loading does without

        old = self.governance
        new = new_governance(change, old)
        edited = edited_text(self.text, self.format, self._reading.data, old, new, self._limits)
        if edited is None:
            return self
        document = with_text(self, edited.text, edited.reading, tuple(map(to_pointer, edited.rewritten)))
        if document.findings:
            raise InvalidDocumentError(document.findings, self.name)
        return document

    def save(self, path: str | PathLike[str] | None = None) -> None:
        """Write the text to the file that it was read from, or to another.

        The file is replaced in one step, as by `dump`, and keeps its byte order mark. It must still hold what was read,
        or what a document between that and this one has saved: it is compared directly before it is replaced. Two
        processes that save at the same time wait for each other, and the second is told, where the system can lock
        files. What a program that does not lock, such as an editor, writes between comparison and replacement is lost.

        Args:
            path: another file, which is not compared; left out, the file that the document was read from.

        Raises:
            ConflictError: when the file has changed since it was read, or is gone.
            InvalidValueError: when the document came from no file and there is no path, or it says another format.
            OSError: when the file cannot be written; the old one is still whole then.
        """
        text = self._mark + self.text
        if path is not None:
            save_as(path, text, self.format)
        elif self._file is not None:
            self._file.replace(text)
        else:
            raise InvalidValueError(f"{self.name}: it was not read from a file; name one to save it")

    def locate(self, pointer: str, *, key: bool = False) -> Location | None:
        """Where the value at a JSON Pointer begins; what is not in the text is at its nearest parent that is.

        Args:
            pointer: the path of a value, such as `/metrics/northStarMetric`.
            key: locate the key instead of its value.

        Raises:
            InvalidValueError: when the text is not a JSON Pointer.
        """
        return self._reading.positions.locate(from_pointer(pointer), key=key)

    def pointer_at(self, line: int, column: int) -> str:
        """The JSON Pointer of the key or value that is the last to begin at a place or before it.

        Lines and columns count from 1, columns in characters. Before the first value, and without a text, it is the
        whole document.
        """
        return to_pointer(self._reading.positions.path_at(Location(line=line, column=column)))

    def __reduce__(self) -> "tuple[Callable[..., Document], tuple[object, ...]]":
        # Places are kept by the identity of the values, which a copy does not have: a copy reads the text again.
        fields = {field.alias: getattr(self, field.name) for field in attrs.fields(Document)}
        reading: Reading = fields.pop("reading")
        if self.format is None:
            return _copied, (fields, reading)
        return _copied, (fields, attrs.evolve(reading, data=None, positions=NoPositions()))

    def _diagnosed(
        self,
        as_of: date | None,
        select: Iterable[str] | str | None,
        ignore: Iterable[str] | str | None,
        plugins: Iterable[str] | str,
    ) -> tuple[Found, ...]:
        """What the rules find, and the warnings of the reader; only these in a document that cannot be built."""
        from productgov.rules import engine  # noqa: PLC0415 - heavy, and loading does without

        if has_errors(self):
            wanted = engine.selected_codes(select, ignore, engine.rules_with(plugins))
            return tuple(one for one in self._warnings if one.code in wanted)
        return engine.diagnose(
            self.governance, as_of=as_of, select=select, ignore=ignore, plugins=plugins, read=self._warnings
        )


def _copied(fields: dict[str, Any], reading: Reading) -> Document:
    document = Document(reading=reading, **fields)
    if document.format is None:
        return document
    _, again = read_text(document.text, document.format, fields["limits"])
    reading = attrs.evolve(reading, data=None if reading.broken else again.data, positions=again.positions)
    return attrs.evolve(document, reading=reading)


def reading_of(document: Document) -> Reading:
    """What was read of a document, and where everything is in its text."""
    return document._reading  # noqa: SLF001 - for this package, not for its users


def has_errors(document: Document) -> bool:
    """Whether a document has no governance, because of what is wrong with it."""
    return _has_error(document.findings)


def with_text(document: Document, text: str, reading: Reading, rewritten: tuple[str, ...] = ()) -> Document:
    """A document with another text, which can be saved to the same file."""
    file = document._file.after(document._mark + document.text) if document._file else None  # noqa: SLF001
    return attrs.evolve(document, text=text, reading=reading, rewritten=rewritten, file=file)


def planned(document: Document, found: Iterable[Found]) -> "Mapping[Found, PlannedRepair]":
    """How to repair what was found in a document, in the order of its text.

    Raises:
        NotFixableError: when the document is neither JSON nor YAML.
    """
    if document.format is None or document.format == "toml":
        raise NotFixableError(f"{document.name}: only JSON and YAML files can be fixed")
    from productgov.editing.repairs import planned_repairs  # noqa: PLC0415 - loading does without

    limits = document._limits  # noqa: SLF001 - for this package, not for its users
    return planned_repairs(document.text, document.format, document._reading, found, limits)  # noqa: SLF001


def _has_error(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _in_text(finding: Finding) -> tuple[int, int, str]:
    return (finding.location.line, finding.location.column, finding.code) if finding.location else (0, 0, "")
