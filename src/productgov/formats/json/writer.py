"""Plain data to JSON text."""

import json

__all__ = ["write_json"]


def write_json(data: object) -> str:
    """JSON with an indent of two, characters as they are, keys in the order given, and a newline at the end."""
    return json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
