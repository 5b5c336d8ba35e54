"""A document that is pickled or copied is as good as the first: it says the same, at the same places."""

import copy
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

import productgov as pg
from productgov.formats.reading import NoPositions, Reading
from productgov.formats.registry import FormatName
from tests.support.examples import example_data
from tests.support.extras import needs

TEXTS: dict[str, tuple[FormatName, str | bytes]] = {
    "json": ("json", pg.dumps(pg.from_dict(example_data()), format="json")),
    "toml": ("toml", pg.dumps(pg.from_dict(example_data()), format="toml")),
    "wrong": ("json", '{"name": 5, "name": "x"}'),
    "broken": ("json", '{"name": '),
    "not UTF-8": ("json", b'{"name": "\xff"}'),
}
WAYS: tuple[Callable[[pg.Document], pg.Document], ...] = (
    lambda document: pickle.loads(pickle.dumps(document)),
    copy.copy,
    copy.deepcopy,
)


def assert_the_same(document: pg.Document, copied: pg.Document) -> None:
    assert copied.findings == document.findings
    assert copied.omitted == document.omitted
    assert copied.check() == document.check()
    assert (copied.name, copied.text, copied.format) == (document.name, document.text, document.format)
    assert copied.data == document.data
    for pointer in ("", "/name", "/roadmap/timeHorizon/now/0/title"):
        assert copied.locate(pointer) == document.locate(pointer)


@pytest.mark.parametrize("way", WAYS, ids=["pickle", "copy", "deepcopy"])
@pytest.mark.parametrize("what", TEXTS)
def test_a_copy_says_the_same_at_the_same_places(what: str, way: Callable[[pg.Document], pg.Document]) -> None:
    form, text = TEXTS[what]
    document = pg.parse(text, format=form)
    document.check()
    assert_the_same(document, way(document))


@needs("yaml")
@pytest.mark.parametrize("way", WAYS, ids=["pickle", "copy", "deepcopy"])
def test_a_copy_of_a_document_from_a_file_can_be_saved(
    tmp_path: Path, way: Callable[[pg.Document], pg.Document]
) -> None:
    path = tmp_path / "plan.governance.yaml"
    pg.dump(pg.from_dict(example_data()), path)
    document = pg.read(path)
    copied = way(document)
    assert_the_same(document, copied)
    copied.edit(lambda governance: governance.change("checkout", title="New")).save()
    assert pg.load(path).initiative("checkout").title == "New"
    with pytest.raises(pg.ConflictError):
        document.edit(lambda governance: governance.change("checkout", title="Other")).save()


@pytest.mark.parametrize("way", WAYS, ids=["pickle", "copy", "deepcopy"])
def test_a_document_that_came_from_no_text_can_be_copied(way: Callable[[pg.Document], pg.Document]) -> None:
    document = pg.Document(name="<mapping>", reading=Reading(data=example_data(), positions=NoPositions()))
    assert_the_same(document, way(document))
