"""The files of commands: the documents they read, and what they write; `-` is standard input or output."""

import sys
from pathlib import Path

from productgov.cli.terminal import complain, inert, show, show_text
from productgov.document import Document, has_errors
from productgov.errors import InvalidValueError
from productgov.escaping import escaped
from productgov.finding_text import finding_lines, omitted_text
from productgov.formats.files import own_descriptor, replace_file
from productgov.formats.limits import DEFAULT_LIMITS
from productgov.formats.registry import guessed_format
from productgov.loading import parse, read
from productgov.model.governance import ProductGovernance

__all__ = [
    "STANDARD_INPUT",
    "document_of",
    "governance_of",
    "open_document",
    "read_standard_input",
    "write",
    "write_report",
]

STANDARD_INPUT = "-"
"""The name of standard input; as the name of an output, standard output."""


def open_document(name: str) -> Document:
    """Read a file, or standard input when the name is `-`.

    Raises:
        OSError: the file cannot be read.
        ProductGovError: the format is not known, an extra is missing, or there is no standard input.
    """
    if name != STANDARD_INPUT:
        return read(name)
    text = read_standard_input(DEFAULT_LIMITS.max_bytes + 1)
    return parse(
        text,
        format=guessed_format(text if isinstance(text, str) else text.decode(errors="replace")),
        name=STANDARD_INPUT,
    )


def governance_of(name: str) -> ProductGovernance | None:
    """The governance in a file, with the findings about the document on standard error; None when it is not valid."""
    document = document_of(name)
    return None if document is None else document.governance


def document_of(name: str) -> Document | None:
    """The document in a file, with the findings about it on standard error; None when it is not valid."""
    document = open_document(name)
    for finding in document.findings:
        complain("\n".join(finding_lines(finding, name)))
    for omitted in document.omitted:
        complain(omitted_text(omitted, name))
    return None if has_errors(document) else document


def write(text: str | bytes, output: str | None, *, note: str = "", tells: bool = True) -> None:
    """Write a text exactly as it is to a file, and say so; without a name, or for `-`, to standard output.

    Nothing is said where the file is `/dev/stdout` or another open file of this process: it may be the same.

    Args:
        text: what to write.
        output: the name of the file; it is replaced when it exists, and written into where it is no regular file.
        note: what to say about it, after "wrote" and the name.
        tells: whether to say so.

    Raises:
        OSError: the file cannot be written.
    """
    if output is None or output == STANDARD_INPUT:
        _write_to_standard_output(text)
    else:
        sys.stdout.flush()
        replace_file(Path(output), text)
        if tells and own_descriptor(Path(output)) is None:
            show(f"wrote {escaped(output)}{note}")


def write_report(text: str, output: str | None, *, for_people: bool) -> None:
    """Write what a command found to a file, or print it; text for people is made safe to print, and coloured.

    Args:
        text: what to write, line ends included.
        output: the name of the file; None to print.
        for_people: whether it is text for people, not a format for programs.

    Raises:
        OSError: the file cannot be written.
    """
    if output:
        write(inert(text) if for_people else text, output)
    elif for_people:
        show_text(text)
    else:
        print(text, end="")


def read_standard_input(most: int) -> bytes | str:
    """What standard input holds, at most so many bytes or characters.

    Raises:
        InvalidValueError: when there is none.
    """
    if sys.stdin is None or sys.stdin.closed:
        raise InvalidValueError("there is no standard input; name a file")
    binary = getattr(sys.stdin, "buffer", None)
    data: bytes | str = binary.read(most) if binary else sys.stdin.read(most)
    return data


def _write_to_standard_output(text: str | bytes) -> None:
    """Write bytes where the stream takes them, so that line ends stay as they are; text where it takes only text."""
    binary = getattr(sys.stdout, "buffer", None)
    if binary:
        sys.stdout.flush()
        binary.write(text.encode() if isinstance(text, str) else text)
    else:
        print(text if isinstance(text, str) else text.decode(errors="replace"), end="")
