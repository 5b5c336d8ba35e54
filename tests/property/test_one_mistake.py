"""One mistake, one finding: each single mistake in each example document; the quick profile tries a sample."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import settings

from productgov import parse, read, to_dict
from tests.support.damage import Damage, damaged, damages
from tests.support.extras import needs
from tests.support.project import EXAMPLES

pytestmark = [needs("yaml"), pytest.mark.once]

Json = dict[str, object]
Tokens = tuple[str | int, ...]
STEP = 1 if settings().max_examples > 20 else 3 if settings().max_examples == 20 else 7
"""The thorough profile tries every mistake, that of the gate every third, the quick one every seventh."""
DOCUMENTS = {path.name: to_dict(read(path).governance) for path in sorted(EXAMPLES.glob("*.*"))}


def found(text: str, format: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.path) for finding in parse(text, format=format).findings]  # type: ignore[arg-type]


def labelled(damage: Damage) -> str:
    return f"{damage.kind} {'/'.join(map(str, damage.at))}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_one_mistake_gives_one_finding(name: str) -> None:
    document = DOCUMENTS[name]
    wrong = {}
    for damage in [*damages(document)][::STEP]:
        given = found(json.dumps(damaged(document, damage)), "json")
        if given != list(damage.findings):
            wrong[labelled(damage)] = given
    assert wrong == {}


def keys(value: object, at: Tokens = ()) -> Iterator[Tokens]:
    """The path of every key."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for token, inner in items:
        if isinstance(token, str):
            yield (*at, token)
        yield from keys(inner, (*at, token))


def written_twice(value: object, twice: Tokens) -> str:
    """JSON in which one key stands twice, the first time without its contents."""
    if isinstance(value, dict):
        entries = []
        for key, inner in value.items():
            rest = twice[1:] if twice[:1] == (key,) else ()
            if twice == (key,):
                empty: object = {} if isinstance(inner, dict) else [] if isinstance(inner, list) else None
                entries.append(f"{json.dumps(key)}: {json.dumps(empty)}")
            entries.append(f"{json.dumps(key)}: {written_twice(inner, rest)}")
        return f"{{{', '.join(entries)}}}"
    if isinstance(value, list):
        items = (written_twice(each, twice[1:] if twice[:1] == (index,) else ()) for index, each in enumerate(value))
        return f"[{', '.join(items)}]"
    return json.dumps(value)


@pytest.mark.parametrize("form", ["json", "yaml"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_key_that_stands_twice_gives_one_finding(name: str, form: str) -> None:
    """Except `schemaVersion`: what version a document has decides how it is read."""
    document = DOCUMENTS[name]
    places = [place for place in keys(document) if place != ("schemaVersion",)]
    for place in places[:: STEP if form == "json" else 7]:
        given = found(written_twice(document, place), form)
        assert [code for code, _ in given] == ["PG002"], (place, given)


@pytest.mark.parametrize(
    "text",
    [
        "name: a\nroadmap:\n  themes: [a]\n",
        "roadmap:\n  timeHorizon: {}\nroadmap:\n  themes: [a]\n",
    ],
)
def test_a_section_twice_is_told_once_and_other_mistakes_are_still_told(text: str) -> None:
    given = [code for code, path in found(text, "yaml") if path.startswith("/roadmap")]
    assert given == (["PG002"] if text.count("roadmap:") == 2 else ["PG004"])
