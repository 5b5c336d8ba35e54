"""The examples of the catalogue, read into its example document."""

from productgov.catalogue.example import EXAMPLE
from productgov.document import Document, parse
from productgov.formats.json.writer import write_json
from productgov.formats.yaml.reader import read_yaml

__all__ = ["codes_and_places", "document_with", "example_data", "merged", "messages"]


def example_data() -> object:
    """The example document as plain data."""
    return read_yaml(EXAMPLE).data


def document_with(fragment: str, *, appended: bool = False) -> Document:
    """The example document with a fragment read into it, or standing below it."""
    if appended:
        return parse(f"{EXAMPLE}\n{fragment}\n", format="yaml", name="example")
    text = write_json(merged(example_data(), read_yaml(fragment).data))
    return parse(text, format="json", name="example")


def merged(base: object, patch: object) -> object:
    """A merge patch (RFC 7396), in which lists of objects with ids are merged by them."""
    if isinstance(patch, dict):
        result = dict(base) if isinstance(base, dict) else {}
        for key, value in patch.items():
            if value is None:
                result.pop(key, None)
            else:
                result[key] = merged(result.get(key), value)
        return result
    if isinstance(patch, list) and patch and all(isinstance(item, dict) and "id" in item for item in patch):
        items = list(base) if isinstance(base, list) else []
        places = {item["id"]: place for place, item in enumerate(items)}
        for item in patch:
            if item["id"] in places:
                items[places[item["id"]]] = merged(items[places[item["id"]]], item)
            else:
                items.append(item)
        return items
    return patch


def codes_and_places(fragment: str, **options: object) -> list[tuple[str, str]]:
    """What a check finds in the example document with a fragment read into it."""
    report = document_with(fragment).check(**options)  # type: ignore[arg-type]
    return [(finding.code, finding.path) for finding in report]


def messages(fragment: str) -> list[str]:
    """The messages of the findings, each with its hint."""
    return [f"{finding.message} | {finding.hint}" for finding in document_with(fragment).check()]
