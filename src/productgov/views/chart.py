"""A chart: a picture as SVG, what it shows in words, and the data behind it."""

from os import PathLike
from pathlib import Path

import attrs

from productgov.display import Displayed
from productgov.errors import UnknownFormatError
from productgov.formats.files import replace_file
from productgov.tables.table import Table
from productgov.wording import counted, one_line, shortened

__all__ = ["Chart"]

_LONGEST = 60


@attrs.frozen(kw_only=True, repr=False)
class Chart(Displayed):
    """A picture, with the data that it is drawn from.

    A notebook shows the picture. It has no script and asks the network for nothing. Its colours suit a light and a dark
    page and paper; a page that defines CSS variables such as `--productgov-blue` replaces them.

    Attributes:
        title: what it shows, in a few words.
        description: what is to be seen in it, in words, for those who cannot see it.
        svg: the picture, an SVG document that can also stand inside a page of HTML.
        data: everything that is drawn, and what there was no room for.
        mermaid: the same as a Mermaid diagram; None where Mermaid has no such diagram.
    """

    title: str
    description: str
    svg: str = attrs.field(repr=False)
    data: Table
    mermaid: str | None = None

    def __repr__(self) -> str:
        return f"<Chart {shortened(one_line(self.title), _LONGEST)}: {counted(len(self.data), 'row')} of data>"

    def save(self, path: str | PathLike[str]) -> None:
        """Write the picture to a file that ends in .svg, or the Mermaid diagram to one that ends in .mmd.

        The file is replaced in one step. To write the data, use `chart.data.save`.

        Raises:
            UnknownFormatError: when the name ends in neither, or there is no Mermaid diagram.
            OSError: when the file cannot be written; the old one is still whole then.
        """
        file = Path(path)
        texts = {".svg": self.svg, ".mmd": self.mermaid}
        text = texts.get(file.suffix.lower())
        if text is None:
            known = " or ".join(ending for ending, text in texts.items() if text is not None)
            raise UnknownFormatError(f"{file.name}: the name of the picture must end in {known}")
        replace_file(file, text if text.endswith("\n") else f"{text}\n")
