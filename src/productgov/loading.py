"""Reading documents: files, texts and mappings to a governance, or to every reason why not."""

import re
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import TypeVar, cast, overload

import attrs

from productgov.codec.build import structure
from productgov.codec.quick.shortcut import try_load
from productgov.codec.strict.limits import limit_exceeded
from productgov.document import Document
from productgov.errors import InvalidDocumentError, InvalidValueError
from productgov.fields.shapes import is_model
from productgov.findings import Finding
from productgov.formats.decoding import mark_of
from productgov.formats.files import read_bytes
from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.formats.reading import NoPositions, Reading
from productgov.formats.registry import FormatName, format_named, format_of, guessed_format, read_text
from productgov.formats.stored import StoredFile
from productgov.model.governance import ProductGovernance
from productgov.wording import described

__all__ = ["from_dict", "load", "loads", "parse", "read"]

Model = TypeVar("Model")

_MAPPING = "<mapping>"
_NAME_OF_A_FILE = re.compile(r"[^\r\n{}]{1,500}\.(?:json|ya?ml|toml)", re.IGNORECASE)
_TEXT_OF_A_DOCUMENT = re.compile(r"\s*\{|.*[\r\n]", re.DOTALL)


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
        return _structured(mapping, cls, findings, limits)
    reading = Reading(data=mapping, positions=NoPositions(), findings=findings, broken=over is not None)
    document = Document(name=_MAPPING, reading=reading, limits=limits)
    given: object = mapping
    if isinstance(given, (str, bytes)):
        raise _refused(document, "call loads for a text, load for the name of a file")
    return cast(Model, document.governance)


def _structured(
    mapping: Mapping[str, object], cls: type[Model], findings: tuple[Finding, ...], limits: Limits
) -> Model:
    if not is_model(cls):
        raise InvalidValueError(f"from_dict makes objects of the model, such as Initiative, not {cls!r:.60}")
    if findings:
        raise InvalidDocumentError(findings, _MAPPING)
    return structure(mapping, cls, name=_MAPPING, limits=limits)


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
    return InvalidDocumentError((attrs.evolve(first, hint=hint), *others), document.name, document.omitted)


def _other_call(text: str) -> str:
    """How a text that is not JSON should have been loaded; empty where that cannot be said."""
    if _NAME_OF_A_FILE.fullmatch(text.strip()):
        return "this is the name of a file: call load instead of loads"
    form = guessed_format(text)
    return "" if form == "json" else f'if this is {form.upper()}, call loads(text, format="{form}")'
