"""Bytes or text of unknown origin to text for a reader: UTF-8, without a byte order mark, not too long."""

from productgov.formats.findings import too_long, unreadable
from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.formats.lines import Lines

__all__ = ["checked_text", "mark_of"]

_SAVE_AS_UTF8 = "save it as UTF-8"
_BOM = "\ufeff"
_OTHER_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def checked_text(source: bytes | str, limits: Limits = DEFAULT_LIMITS) -> str:
    """The text of a document, without a byte order mark.

    Raises:
        UnreadableError: PG010 when it is longer than `limits.max_bytes`, PG001 when it is not UTF-8.
    """
    if len(source) > limits.max_bytes:
        raise too_long(limits)
    text = source if isinstance(source, str) else _decoded(source)
    if isinstance(source, str) and _length_in_utf8(source) > limits.max_bytes:
        raise too_long(limits)
    return text.removeprefix(_BOM)


def mark_of(source: bytes | str) -> str:
    """The byte order mark that a text begins with; empty when it has none."""
    marked = source.startswith(_BOM) if isinstance(source, str) else source.startswith(_BOM.encode())
    return _BOM if marked else ""


def _decoded(source: bytes) -> str:
    if source.startswith(_OTHER_BOMS) or (len(source) > 1 and 0 in source[:2]):
        raise unreadable("the text is UTF-16 or UTF-32, not UTF-8", hint=_SAVE_AS_UTF8, location=None)
    try:
        return source.decode()
    except UnicodeDecodeError as error:
        before = source[: error.start].decode().removeprefix(_BOM)
        raise unreadable(
            f"the text is not UTF-8: byte 0x{source[error.start]:02X} at offset {error.start}",
            hint=f"{_SAVE_AS_UTF8} (it may be Latin-1 or Windows-1252 now)",
            location=Lines(before).at(len(before)),
        ) from None


def _length_in_utf8(text: str) -> int:
    if text.isascii():
        return len(text)
    try:
        return len(text.encode())
    except UnicodeEncodeError as error:
        raise unreadable(
            f"the text holds a lone surrogate, U+{ord(text[error.start]):04X}, which UTF-8 cannot write",
            hint="remove the character, or decode the text's bytes as UTF-8",
            location=Lines(text.removeprefix(_BOM)).at(error.start - text.startswith(_BOM)),
        ) from None
