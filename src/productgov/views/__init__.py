"""What people look at, as text: the board and its parts. Each function takes public values and returns a text.

Texts are at most 80 columns wide, without colour and without a line end, made to be printed:
`print(board_text(governance))` shows what `productgov show` shows.
"""

from typing import TYPE_CHECKING

from productgov.lazy import lazy_names

if TYPE_CHECKING:
    from productgov.views.board import board_text
    from productgov.views.decisions import decisions_text
    from productgov.views.load import load_text
    from productgov.views.metric_tree import metric_tree_mermaid, metric_tree_text
    from productgov.views.metrics import metrics_text, progress_bar, sparkline
    from productgov.views.objectives import objectives_text
    from productgov.views.reviews import next_dates, reviews_text
    from productgov.views.trace import trace_text
else:
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "board": "board_text",
            "decisions": "decisions_text",
            "load": "load_text",
            "metric_tree": "metric_tree_mermaid metric_tree_text",
            "metrics": "metrics_text progress_bar sparkline",
            "objectives": "objectives_text",
            "reviews": "next_dates reviews_text",
            "trace": "trace_text",
        },
    )

__all__ = [
    "board_text",
    "decisions_text",
    "load_text",
    "metric_tree_mermaid",
    "metric_tree_text",
    "metrics_text",
    "next_dates",
    "objectives_text",
    "progress_bar",
    "reviews_text",
    "sparkline",
    "trace_text",
]
