"""Plain data to compact YAML, for examples in documentation: short objects and lists are written in brackets."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, TypeGuard

from productgov.formats.yaml.writer import scalar_in_brackets, scalar_text

__all__ = ["write_compact_yaml"]

_Holder: TypeAlias = Mapping[str, object] | Sequence[object]
_INDENT = "  "
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def write_compact_yaml(data: Mapping[str, object], *, width: int) -> str:
    """YAML in block style, without a newline at the end, in which flat values are on one line in brackets.

    A list is flat when it holds only scalars, an object when it holds only scalars and flat lists. A flat value that
    is wider than `width` columns is written in block style like any other. Dates are written without quotes, as people
    write them.
    """
    return "\n".join(_lines(data, width))


def _lines(holder: _Holder, width: int) -> Iterator[str]:
    """The lines of an object or a list that is not empty."""
    inner = width - len(_INDENT)
    if isinstance(holder, Mapping):
        for key, value in holder.items():
            start = f"{scalar_text(key)}:"
            if isinstance(value, (Mapping, list, tuple)) and not _is_short(value, width - len(start) - 1):
                yield start
                yield from (_INDENT + line for line in _lines(value, inner))
            else:
                yield f"{start} {_on_one_line(value)}"
    else:
        for value in holder:
            if isinstance(value, (Mapping, list, tuple)) and not _is_short(value, inner):
                first, *others = _lines(value, inner)
                yield f"- {first}"
                yield from (_INDENT + line for line in others)
            else:
                yield f"- {_on_one_line(value)}"


def _on_one_line(value: object) -> str:
    if isinstance(value, (Mapping, list, tuple)):
        return _in_brackets(value)
    return value if _is_date(value) else scalar_text(value)


def _is_date(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and _DATE.fullmatch(value) is not None


def _is_short(holder: _Holder, width: int) -> bool:
    return not holder or (_is_flat(holder) and len(_in_brackets(holder)) <= width)


def _is_flat(holder: _Holder) -> bool:
    if isinstance(holder, Mapping):
        return not any(
            isinstance(value, Mapping) or (isinstance(value, (list, tuple)) and not _is_flat(value))
            for value in holder.values()
        )
    return not any(isinstance(value, (Mapping, list, tuple)) for value in holder)


def _in_brackets(value: object) -> str:
    if isinstance(value, Mapping) and value:
        return f"{{{', '.join(f'{scalar_in_brackets(key)}: {_in_brackets(item)}' for key, item in value.items())}}}"
    if isinstance(value, (list, tuple)) and value:
        return f"[{', '.join(map(_in_brackets, value))}]"
    return value if _is_date(value) else scalar_in_brackets(value)
