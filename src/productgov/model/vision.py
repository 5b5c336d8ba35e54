"""The vision: why the product exists, and directions for the far future."""

from typing import Annotated

import attrs

from productgov.display import Displayed
from productgov.fields import Identifier, Key, Names, Refers, Text, checked
from productgov.model.extensions import Extensions

__all__ = ["ProductVision", "Vision"]


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class ProductVision(Displayed):
    """The purpose of the product, its market, and the pillars of its strategy."""

    mission: Annotated[Text, "Why the product exists."]
    target_market: Annotated[tuple[Text, ...], "The groups of people that it is for."]
    value_proposition: Annotated[Text, "What it offers them that nothing else does."]
    strategic_pillars: Annotated[
        tuple[Text, ...],
        Names("pillar"),
        "The main bets of the strategy; an initiative names the pillar it serves.",
    ]
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Vision(Displayed):
    """A direction for twelve months ahead or more: a problem worth solving, without estimate or date."""

    id: Annotated[Identifier, Names("item"), Key(), "Its name in references, unique among roadmap items."]
    title: Annotated[Text, "What it is, in a few words."]
    statement: Annotated[Text | None, "What is true once it is reached."] = None
    theme: Annotated[Text | None, Refers("theme"), "The theme of the roadmap it belongs to."] = None
    pillar: Annotated[Text | None, Refers("pillar"), "The strategic pillar it serves."] = None
    signals: Annotated[tuple[Text, ...], "What would show that it is time to start."] = ()
    extensions: Extensions = Extensions()
