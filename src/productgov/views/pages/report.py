"""The report: one page that a leadership team reads, as HTML and as Markdown."""

from collections.abc import Container, Iterable, Iterator
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Literal, TypeAlias, get_args

import attrs

from productgov.analysis.horizons import resolve_as_of
from productgov.display import Displayed
from productgov.document import Document
from productgov.errors import UnknownFormatError
from productgov.formats.files import replace_file
from productgov.model.governance import ProductGovernance
from productgov.ranking.information import value_of_information
from productgov.report import Report
from productgov.rules.engine import check
from productgov.views.blocks import Block, Heading, Paragraph
from productgov.views.html.report import report_html
from productgov.views.markdown import markdown_of
from productgov.views.pages import charts
from productgov.views.pages.attention import attention_blocks
from productgov.views.pages.checked import finding_blocks
from productgov.views.pages.data import PageData, Section
from productgov.views.pages.order import certainty_blocks, order_blocks, simulation_of
from productgov.views.pages.plan import decision_blocks, roadmap_blocks, vision_blocks, waiting_blocks
from productgov.views.pages.progress import metric_blocks, objective_blocks, team_blocks
from productgov.views.pages.upcoming import review_blocks, upcoming_blocks
from productgov.views.selection import Selection
from productgov.wording import listed, one_line, shortened

__all__ = ["FORMATS", "PageFormat", "ReportPage", "format_of_page", "report"]

PageFormat: TypeAlias = Literal["html", "markdown"]
"""A format of a report."""
FORMATS: tuple[PageFormat, ...] = get_args(PageFormat)
"""The formats of a report."""
_ENDINGS: dict[str, PageFormat] = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}
_MOST, _MOST_CARDS = 20, 10
_LONGEST = 60


@attrs.frozen(kw_only=True, repr=False)
class ReportPage(Displayed):
    """A report about a governance on a day: one page without script that asks the network for nothing.

    Attributes:
        title: the name of the product.
        as_of: the day.
        html: the page as HTML, for browsers and printers.
        markdown: the same as Markdown, for Confluence, Notion, GitHub and GitLab; pictures are Mermaid or words.
    """

    title: str
    as_of: date
    html: str = attrs.field(repr=False)
    markdown: str = attrs.field(repr=False)

    def __repr__(self) -> str:
        return f"<ReportPage {shortened(one_line(self.title), _LONGEST)} on {self.as_of}>"

    def __str__(self) -> str:
        return self.markdown

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, str]:
        bundle = {"text/plain": repr(self), "text/markdown": self.markdown}
        return {
            kind: text
            for kind, text in bundle.items()
            if (not include or kind in include) and (not exclude or kind not in exclude)
        }

    def save(self, path: str | PathLike[str]) -> None:
        """Write it to a file that ends in .html, .htm, .md or .markdown, which is replaced in one step.

        Raises:
            UnknownFormatError: when the name ends in something else.
            OSError: when the file cannot be written; the old one is still whole then.
        """
        replace_file(Path(path), self.text_as(format_of_page(Path(path))))

    def text_as(self, format: PageFormat) -> str:
        """What a file holds, in a format."""
        return self.html if format == "html" else f"{self.markdown}\n"


def format_of_page(path: Path) -> PageFormat:
    """The format that the ending of a name says.

    Raises:
        UnknownFormatError: when it says none.
    """
    found = _ENDINGS.get(path.suffix.lower())
    if found is None:
        known = listed(_ENDINGS, "or")
        raise UnknownFormatError(f"{path.name!r:.200}: the name of a report must end in {known}")
    return found


def report(
    subject: ProductGovernance | Document,
    *,
    as_of: date | None = None,
    select: Iterable[str] | str | None = None,
    ignore: Iterable[str] | str | None = None,
) -> ReportPage:
    """One page for a leadership team: what needs attention, board, ranking, objectives, metrics, reviews and findings.

    Long lists are cut, and say how many more there are. Estimates are drawn 2,000 times to say how sure the order is,
    less often for over 100 initiatives, and not for over 2,000. The same subject always gives the same page.

    Args:
        subject: a governance, or a document, whose findings then have the lines of its source.
        as_of: the day; left out, the document's `asOf`, else today.
        select: show only findings with these codes, or with codes that begin with these; left out, all.
        ignore: do not show findings with these codes, or with codes that begin with these.

    Raises:
        InvalidDocumentError: the document is not valid.
        InvalidValueError: no code begins with what is selected or ignored.
    """
    governance = subject.governance if isinstance(subject, Document) else subject
    day = resolve_as_of(governance, as_of)
    name = _file_name(subject) if isinstance(subject, Document) else ""
    if isinstance(subject, Document):
        found = subject.check(as_of=day, select=select, ignore=ignore)
    else:
        found = check(subject, as_of=day, select=select, ignore=ignore)
    data = PageData(governance=governance, as_of=day, selection=Selection(), most=_MOST, most_cards=_MOST_CARDS)
    sections = tuple(section for section in _sections(data, found, name) if section.blocks)
    title = governance.name or "Product governance"
    about = f"As of {day}{f', from {name}' if name else ''}."
    blocks = (block for section in sections for block in section.with_heading())
    return ReportPage(
        title=title,
        as_of=day,
        html=report_html(title, about, sections),
        markdown=markdown_of((Heading(title, 1), Paragraph(about), *blocks)),
    )


def _file_name(document: Document) -> str:
    """The name of the file, without its folder; empty for a text that is from no file."""
    return "" if document.name == "-" or document.name.startswith("<") else Path(document.name).name


def _sections(data: PageData, found: Report, name: str) -> Iterator[Section]:
    simulation = simulation_of(data.ranking)
    yield _section("attention", "At a glance", (*vision_blocks(data), *attention_blocks(data, found)))
    yield _section("roadmap", "Roadmap", (*charts.timeline(data), *roadmap_blocks(data)))
    yield _section("ranking", "Ranking", order_blocks(data.ranking, data.most))
    if simulation is not None:
        worth = value_of_information(simulation.ranking, draws=simulation.sampling.draws)
        sure = (*charts.certainty(simulation), *certainty_blocks(simulation, worth, data.most))
        yield _section("certainty", "How sure the order is", sure)
    yield _section("objectives", "Objectives", (*charts.objectives(data), *objective_blocks(data)))
    yield _section("metrics", "Metrics", (*charts.metrics(data), *metric_blocks(data)))
    yield _section("teams", "Teams", (*charts.load(data), *team_blocks(data)))
    yield _section("dependencies", "Dependencies", (*charts.dependencies(data), *waiting_blocks(data)))
    yield _section("decisions", "Decisions", decision_blocks(data))
    yield _section("reviews", "Reviews, and what is next", (*review_blocks(data), *upcoming_blocks(data)))
    yield _section("findings", "Findings", finding_blocks(found, name, data.most))


def _section(id: str, title: str, blocks: "Iterator[Block] | tuple[Block, ...]") -> Section:
    return Section(id=id, title=title, blocks=tuple(blocks))
