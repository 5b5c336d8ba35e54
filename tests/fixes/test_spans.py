"""Where values end, and what happens where no such value starts."""

import pytest

from productgov.editing.edits import NotEditableError, applied, removed_items, replaced_text
from productgov.editing.spans import Container, JsonSpans, Scalar
from tests.support.extras import needs


def test_json_values_end_where_they_end() -> None:
    spans = JsonSpans('{"a": ["\\u00e9", 5]}')
    assert spans.container(0) == Container(20, in_brackets=True)
    assert spans.container(6) == Container(19, in_brackets=True)
    assert spans.scalar(7) == Scalar(15, '"', "é")
    assert spans.scalar(17) is None
    assert spans.container(17) is None


@needs("yaml")
def test_yaml_values_end_with_the_last_text_in_them() -> None:
    from productgov.editing.yaml_spans import YamlSpans

    text = "list:\n- 'a'   # one\n- [b, c]\n\n# end\n"
    spans = YamlSpans(text)
    assert spans.container(6) == Container(text.index("\n\n"), in_brackets=False)
    assert spans.scalar(8) == Scalar(11, "'", "a")
    assert spans.container(22) == Container(28, in_brackets=True)
    assert spans.scalar(1) is None
    assert spans.container(1) is None


@needs("yaml")
def test_yaml_that_only_the_other_parser_reads_has_spans_too() -> None:
    from productgov.editing.yaml_spans import YamlSpans

    assert YamlSpans('"\\ud83d\\ude00"').scalar(0) == Scalar(14, '"', "\U0001f600")


def test_a_place_that_holds_something_else_is_not_edited() -> None:
    text = '{"a": ["b", "c"]}'
    spans = JsonSpans(text)
    with pytest.raises(NotEditableError, match="text on one line"):
        replaced_text(text, spans, 7, old="x", new="y")
    with pytest.raises(NotEditableError, match="written as a list"):
        removed_items(text, spans, key=1, start=1, items=[7, 12], removed={0})
    with pytest.raises(NotEditableError, match="written as an object"):
        removed_items(text, spans, key=1, start=6, items=[7, 12], removed={1})


class Block:
    """Spans of a text that is one block scalar."""

    def __init__(self, quote: str) -> None:
        self._quote = quote

    def scalar(self, start: int) -> Scalar:
        return Scalar(start + 4, self._quote, "calm")

    def container(self, start: int) -> None:
        raise NotImplementedError


@pytest.mark.parametrize("quote", ["|", ">"])
def test_a_block_text_is_not_edited_even_on_one_line(quote: str) -> None:
    with pytest.raises(NotEditableError, match="text on one line"):
        replaced_text("calm", Block(quote), 0, old="calm", new="Calm")
    assert replaced_text("calm", Block(""), 0, old="calm", new="Calm").text == "Calm"


@pytest.mark.parametrize(
    ("removed", "left"),
    [
        ({0}, "[[1], [2]]"),
        ({1}, "[[0], [2]]"),
        ({2}, "[[0], [1]]"),
        ({0, 1}, "[[2]]"),
        ({1, 2}, "[[0]]"),
        ({0, 2}, "[[1]]"),
    ],
)
def test_an_item_is_removed_with_the_comma_that_is_needed_no_more(removed: set[int], left: str) -> None:
    text = "[[0], [1], [2]]"
    edits = removed_items(text, JsonSpans(text), key=0, start=0, items=[1, 6, 11], removed=removed)
    assert applied(text, edits) == left


def test_an_item_before_one_that_stays_goes_with_the_comma_after_it() -> None:
    text = "[[0],   [1], [2]]"
    edits = removed_items(text, JsonSpans(text), key=0, start=0, items=[1, 8, 13], removed={1})
    assert applied(text, edits) == "[[0],   [2]]"
