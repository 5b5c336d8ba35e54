"""Reading documents: files, texts and mappings to a governance, or to every reason why not."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast, overload

import attrs

from productgov.codec.build import build, structure
from productgov.codec.migrations import migrated, version_mistake
from productgov.codec.quick.from_data import try_build
from productgov.codec.quick.shortcut import try_load
from productgov.codec.strict.limits import limit_exceeded
from productgov.codec.strict.objects import walk_of
from productgov.errors import InvalidDocumentError, InvalidValueError, NotFixableError
from productgov.fields.shapes import is_model, shape_of
from productgov.findings import Finding, Location
from productgov.formats.decoding import mark_of
from productgov.formats.files import read_bytes
from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.formats.reading import NoPositions, Reading
from productgov.formats.registry import FormatName, format_named, format_of, guessed_format, read_text
from productgov.formats.stored import StoredFile, save_as
from productgov.found import Found
from productgov.model.governance import ProductGovernance
from productgov.paths import from_pointer, to_pointer
from productgov.report import Report
from productgov.wording import described

if TYPE_CHECKING:
    from productgov.editing.repairs import PlannedRepair

__all__ = ["Document", "from_dict", "load", "loads", "parse", "planned", "read", "reading_of", "with_text"]

Model = TypeVar("Model")

_MAPPING = "<mapping>"
_NAME_OF_A_FILE = re.compile(r"[^\r\n{}]{1,500}\.(?:json|ya?ml|toml)", re.IGNORECASE)
_TEXT_OF_A_DOCUMENT = re.compile(r"\s*\{|.*[\r\n]", re.DOTALL)


@attrs.frozen(kw_only=True)
class Document:
    """A document as it was read: its text, its findings, and the governance when there are none.

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
        """Every finding about the document itself (level 1), in the order of the text."""
        if self._reading.broken:
            return self._reading.findings
        if self._quick is not None:
            return ()
        outdated = version_mistake(self._reading.data)
        if outdated:
            return (self._reading.locate(outdated),)
        mistakes: list[Found] = []
        walk_of(shape_of(ProductGovernance))(migrated(self._reading.data), None, mistakes)
        found = map(self._reading.locate, mistakes)
        return tuple(sorted((*self._reading.findings, *found), key=_in_text))

    @cached_property
    def _quick(self) -> ProductGovernance | None:
        """The governance, when the quick path accepts the document."""
        return None if self._reading.findings else try_build(self._reading.data, ProductGovernance)

    @cached_property
    def governance(self) -> ProductGovernance:
        """The governance that the document holds.

        Raises:
            InvalidDocumentError: with all findings, when there are any.
        """
        if self._quick is not None:
            return self._quick
        if self.findings:
            raise InvalidDocumentError(self.findings, self.name)
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
    ) -> Report:
        """Everything that is wrong with the document, each finding with its place, in the order of the text.

        A document that cannot be built has its level-1 findings, whatever is selected, and no others; else every rule
        of the strategy is tried.

        Args:
            as_of: the day to check for; left out, the document's `asOf`, else today.
            select: report only these codes, or codes that begin with these; left out, all.
            ignore: do not report these codes, or codes that begin with these.

        Raises:
            InvalidValueError: when no code begins with what is selected or ignored.
        """
        found = self._diagnosed(as_of, select, ignore)
        return Report(self.findings or tuple(sorted(map(self._reading.locate, found), key=_in_text)))

    def repairs(
        self,
        *,
        as_of: date | None = None,
        select: Iterable[str] | str | None = None,
        ignore: Iterable[str] | str | None = None,
    ) -> "tuple[PlannedRepair, ...]":
        """The repairs that `productgov check --fix` would make, as edits of the text, in its order.

        Each belongs to a finding of `check` for which there is one safe repair. Nothing is changed. A document with
        level-1 findings has none.

        Args:
            as_of: as for `check`.
            select: as for `check`.
            ignore: as for `check`.

        Raises:
            NotFixableError: when the document is neither JSON nor YAML.
            InvalidValueError: when no code begins with what is selected or ignored.
        """
        return tuple(planned(self, self._diagnosed(as_of, select, ignore)).values())

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

    def _diagnosed(
        self, as_of: date | None, select: Iterable[str] | str | None, ignore: Iterable[str] | str | None
    ) -> tuple[Found, ...]:
        """What the rules find; nothing in a document with level-1 findings, but what is selected must exist."""
        from productgov.rules import engine  # noqa: PLC0415 - heavy, and loading does without

        if self.findings:
            engine.selected_codes(select, ignore)
            return ()
        return engine.diagnose(self.governance, as_of=as_of, select=select, ignore=ignore)


def reading_of(document: Document) -> Reading:
    """What was read of a document, and where everything is in its text."""
    return document._reading  # noqa: SLF001 - for this package, not for its users


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


def read(path: str | PathLike[str], *, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a file as a document, valid or not; its findings say what is wrong with it.

    Raises:
        OSError: when the file cannot be read.
        UnknownFormatError: when its name does not end in .json, .yaml, .yml or .toml.
        MissingExtraError: when it is YAML and PyYAML is not installed.
    """
    form, source = _source(path, limits)
    file = StoredFile(path=Path(path).absolute(), content=source, limits=limits)
    return attrs.evolve(_parsed(source, form, name=str(path), limits=limits), file=file)


def parse(text: str | bytes, *, format: FormatName, name: str = "<text>", limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a text as a document, valid or not: a buffer of an editor, the body of a request, an answer of a model.

    Args:
        text: the text, or its bytes in UTF-8.
        format: json, yaml or toml.
        name: what findings and errors call it.
        limits: how much to read.

    Raises:
        UnknownFormatError: when there is no such format.
        MissingExtraError: when it is YAML and PyYAML is not installed.
    """
    return _parsed(text, format_named(format), name=name, limits=limits)


def load(path: str | PathLike[str], *, limits: Limits = DEFAULT_LIMITS) -> ProductGovernance:
    """Load a governance from a JSON, YAML or TOML file, by the ending of its name.

    Raises:
        InvalidDocumentError: with every finding, when the document is not valid.
        OSError: when the file cannot be read.
        UnknownFormatError: when its name does not end in .json, .yaml, .yml or .toml.
        MissingExtraError: when it is YAML and PyYAML is not installed.
    """
    form, source = _source(path, limits)
    quick = try_load(source, limits) if form == "json" else None
    return quick or _parsed(source, form, name=str(path), limits=limits).governance


def loads(text: str | bytes, *, format: FormatName = "json", limits: Limits = DEFAULT_LIMITS) -> ProductGovernance:
    """Load a governance from a text in one of the formats json, yaml and toml.

    Raises:
        InvalidDocumentError: with every finding, when the document is not valid.
        UnknownFormatError: when there is no such format.
        MissingExtraError: when it is YAML and PyYAML is not installed.
    """
    form = format_named(format)
    quick = try_load(text, limits) if form == "json" else None
    if quick:
        return quick
    document = _parsed(text, form, name="<text>", limits=limits)
    if form == "json" and document.findings and (hint := _other_call(document.text)):
        raise _refused(document, hint)
    return document.governance


@overload
def from_dict(mapping: Mapping[str, object], *, limits: Limits = ...) -> ProductGovernance: ...


@overload
def from_dict(mapping: Mapping[str, object], cls: type[Model], *, limits: Limits = ...) -> Model: ...


def from_dict(
    mapping: Mapping[str, object],
    cls: type[Model] = ProductGovernance,  # type: ignore[assignment]
    *,
    limits: Limits = DEFAULT_LIMITS,
) -> Model:
    """Load a governance, or one object of it, from plain data: dicts, lists, texts, numbers, true, false.

    Args:
        mapping: the data.
        cls: what it is, such as `Initiative`: a class of the model, or one declared like them; left out, a whole
            document.
        limits: how much to read.

    Raises:
        InvalidDocumentError: with every finding, when the data is not valid.
        InvalidValueError: when the class is not declared like those of the model.
    """
    over = limit_exceeded(mapping, limits)
    findings = (over.to_finding(),) if over else ()
    if cls is not ProductGovernance:
        return _structured(mapping, cls, findings)
    reading = Reading(data=mapping, positions=NoPositions(), findings=findings, broken=over is not None)
    document = Document(name=_MAPPING, reading=reading)
    given: object = mapping
    if isinstance(given, (str, bytes)):
        raise _refused(document, "call loads for a text, load for the name of a file")
    return cast(Model, document.governance)


def _structured(mapping: Mapping[str, object], cls: type[Model], findings: tuple[Finding, ...]) -> Model:
    if not is_model(cls):
        raise InvalidValueError(f"from_dict makes objects of the model, such as Initiative, not {cls!r:.60}")
    if findings:
        raise InvalidDocumentError(findings, _MAPPING)
    return structure(mapping, cls, name=_MAPPING)


def _parsed(text: str | bytes, form: FormatName, *, name: str, limits: Limits) -> Document:
    decoded, reading = read_text(text, form, limits)
    return Document(name=name, text=decoded, format=form, reading=reading, limits=limits, mark=mark_of(text))


def _source(path: str | PathLike[str], limits: Limits) -> tuple[FormatName, bytes]:
    """The format and the bytes of a file; a text or a mapping in its place is refused with the function to call."""
    if isinstance(path, Mapping):
        raise InvalidValueError("expected the name of a file, not a mapping; call from_dict")
    if not isinstance(path, (str, PathLike)):
        raise InvalidValueError(f"expected the name of a file, not {described(path)}")
    if isinstance(path, str) and _TEXT_OF_A_DOCUMENT.match(path):
        raise InvalidValueError("expected the name of a file, not the text of a document; call loads or parse")
    return format_of(path), read_bytes(Path(path), limits)


def _refused(document: Document, hint: str) -> InvalidDocumentError:
    """The error of a document that was handed to the wrong function; the hint says which one to call."""
    first, *others = document.findings
    return InvalidDocumentError((attrs.evolve(first, hint=hint), *others), document.name)


def _other_call(text: str) -> str:
    """How a text that is not JSON should have been loaded; empty where that cannot be said."""
    if _NAME_OF_A_FILE.fullmatch(text.strip()):
        return "this is the name of a file: call load instead of loads"
    form = guessed_format(text)
    return "" if form == "json" else f'if this is {form.upper()}, call loads(text, format="{form}")'


def _in_text(finding: Finding) -> tuple[int, int, str]:
    return (finding.location.line, finding.location.column, finding.code) if finding.location else (0, 0, "")
