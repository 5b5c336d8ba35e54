"""Which objects have a text that a rule looks at more closely: a quick look at each, so that most are left alone."""

import pytest

from productgov.model.initiative import Initiative
from productgov.rules.odd_texts import has_odd_text


@pytest.mark.parametrize("text", ["TBD", "[todo]", "TBD".ljust(32, "."), "“Calm”", "“Calm", "n/a"])
def test_an_object_with_an_odd_text_is_looked_at(text: str) -> None:
    assert has_odd_text(Initiative(id="a", title=text))
    assert has_odd_text(Initiative(id="a", title="A", tags=("sales", text)))


@pytest.mark.parametrize("text", ["A plan", "Ask Ana about TBD", "Say “calm”", "TBD".ljust(33, ".")])
def test_an_object_with_other_texts_is_not(text: str) -> None:
    assert has_odd_text(Initiative(id="a", title=text)) is False
    assert has_odd_text(Initiative(id="a", title="A", tags=("sales", text))) is False


def test_names_are_not_looked_at() -> None:
    assert has_odd_text(Initiative(id="tbd", title="A", pillar="TBD", metrics=("tbd",))) is False
