"""Values for machine-readable formats as text that is safe to print: JSON, and files as parts of URIs."""

import json
from urllib.parse import quote

from productgov.escaping import command_free, escaped_in_json

__all__ = ["json_text", "uri_path"]


def json_text(value: object) -> str:
    """A value as indented JSON with a line end; letters stay readable, and what is unsafe to print is escaped."""
    return command_free(escaped_in_json(json.dumps(value, indent=2, ensure_ascii=False))) + "\n"


def uri_path(name: str) -> str:
    """The name of a file as the path of a URI; bytes that are not UTF-8 are written as they are in the file system."""
    return quote(name.replace("\\", "/").encode(errors="surrogateescape"))
