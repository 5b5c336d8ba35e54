"""Why the product exists, and the far future it is meant to reach."""

from typing import Annotated

import attrs

from productgov.fields import Identifier, Key, Names, Refers, Text, checked
from productgov.model.extensions import Extensions

__all__ = ["ProductVision", "Vision"]


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ProductVision:
    """What the product is for, for whom, and the few pillars its strategy stands on."""

    mission: Annotated[Text, "Why the product exists."]
    target_market: Annotated[tuple[Text, ...], "The groups of people it is for."]
    value_proposition: Annotated[Text, "What they gain from it that they cannot get elsewhere."]
    strategic_pillars: Annotated[
        tuple[Text, ...],
        Names("pillar"),
        "The few bets that the strategy is built on; initiatives name the one they serve.",
    ]
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Vision:
    """A direction twelve months out or more: a problem worth solving, without estimate or date."""

    id: Annotated[Identifier, Names("item"), Key(), "Its name in references, unique among roadmap items."]
    title: Annotated[Text, "What it is, in a few words."]
    statement: Annotated[Text | None, "What the world looks like once it is true."] = None
    theme: Annotated[Text | None, Refers("theme"), "The theme of the roadmap it belongs to."] = None
    pillar: Annotated[Text | None, Refers("pillar"), "The strategic pillar it serves."] = None
    signals: Annotated[tuple[Text, ...], "What would tell that its time has come."] = ()
    extensions: Extensions = Extensions()
