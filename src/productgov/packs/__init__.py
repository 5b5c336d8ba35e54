"""Packs for reviews: the agenda from exceptions, the metrics, what has changed, and the decisions to record.

`review_pack(governance, "product").html()` is the page that `productgov review` writes.
"""

from typing import TYPE_CHECKING

from productgov.lazy import lazy_names

if TYPE_CHECKING:
    from productgov.packs.actions import Action
    from productgov.packs.agenda import AgendaPoint
    from productgov.packs.looks import MetricLook
    from productgov.packs.pack import ReviewPack, review_pack
else:
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "actions": "Action",
            "agenda": "AgendaPoint",
            "looks": "MetricLook",
            "pack": "ReviewPack review_pack",
        },
    )

__all__ = ["Action", "AgendaPoint", "MetricLook", "ReviewPack", "review_pack"]
