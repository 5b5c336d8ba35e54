"""What people look at: texts, charts, and Mermaid diagrams. Each function takes public values.

Texts are 80 columns wide, or as wide as `width` says, without colour and without a line end, made to be printed:
`print(board_text(governance))` shows what `productgov show` shows. Charts are SVG; a notebook shows them as they are.
`report(governance)` is a page for browsers, printers and wikis.
"""

from typing import TYPE_CHECKING

from productgov.lazy import lazy_names

if TYPE_CHECKING:
    from productgov.views.board import board_text
    from productgov.views.changes import changes_markdown, changes_text
    from productgov.views.chart import Chart
    from productgov.views.charts.dependencies import dependency_chart
    from productgov.views.charts.kano import kano_chart
    from productgov.views.charts.kpis import kpi_chart
    from productgov.views.charts.metric_tree import metric_tree_chart
    from productgov.views.charts.objectives import objective_chart
    from productgov.views.charts.rank_uncertainty import rank_uncertainty_chart
    from productgov.views.charts.team_load import team_load_chart
    from productgov.views.charts.timeline import timeline_chart
    from productgov.views.charts.value_effort import value_effort_chart
    from productgov.views.decisions import decisions_text
    from productgov.views.load import load_text
    from productgov.views.mermaid import dependencies_mermaid, timeline_mermaid
    from productgov.views.metric_tree import metric_tree_mermaid, metric_tree_text
    from productgov.views.metrics import metrics_text, progress_bar, sparkline
    from productgov.views.objectives import objectives_text
    from productgov.views.pages.board import board_markdown
    from productgov.views.pages.report import PageFormat, ReportPage, report
    from productgov.views.reviews import next_dates, reviews_text
    from productgov.views.selection import SectionName
    from productgov.views.trace import trace_text
else:
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "board": "board_text",
            "changes": "changes_markdown changes_text",
            "chart": "Chart",
            "charts.dependencies": "dependency_chart",
            "charts.kano": "kano_chart",
            "charts.kpis": "kpi_chart",
            "charts.metric_tree": "metric_tree_chart",
            "charts.objectives": "objective_chart",
            "charts.rank_uncertainty": "rank_uncertainty_chart",
            "charts.team_load": "team_load_chart",
            "charts.timeline": "timeline_chart",
            "charts.value_effort": "value_effort_chart",
            "decisions": "decisions_text",
            "load": "load_text",
            "mermaid": "dependencies_mermaid timeline_mermaid",
            "metric_tree": "metric_tree_mermaid metric_tree_text",
            "metrics": "metrics_text progress_bar sparkline",
            "objectives": "objectives_text",
            "pages.board": "board_markdown",
            "pages.report": "PageFormat ReportPage report",
            "reviews": "next_dates reviews_text",
            "selection": "SectionName",
            "trace": "trace_text",
        },
    )

__all__ = [
    "Chart",
    "PageFormat",
    "ReportPage",
    "SectionName",
    "board_markdown",
    "board_text",
    "changes_markdown",
    "changes_text",
    "decisions_text",
    "dependencies_mermaid",
    "dependency_chart",
    "kano_chart",
    "kpi_chart",
    "load_text",
    "metric_tree_chart",
    "metric_tree_mermaid",
    "metric_tree_text",
    "metrics_text",
    "next_dates",
    "objective_chart",
    "objectives_text",
    "progress_bar",
    "rank_uncertainty_chart",
    "report",
    "reviews_text",
    "sparkline",
    "team_load_chart",
    "timeline_chart",
    "timeline_mermaid",
    "trace_text",
    "value_effort_chart",
]
