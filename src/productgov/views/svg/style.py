"""The colours of pictures: each can be replaced by a CSS variable, and suits a light page, a dark one, and paper.

Texts and lines have the colour of the page's own text. The other colours are of middle brightness, with a contrast of
at least 3 to white and to a nearly black page, and can be told apart by people who do not see red and green alike.
"""

__all__ = ["COLOURS", "STYLE"]

COLOURS = {
    "blue": "#2b7bbb",
    "orange": "#c8611a",
    "green": "#1a8a68",
    "purple": "#a9609a",
    "red": "#cf4f4f",
    "grey": "#7a7f87",
}
"""The default of each colour; `--productgov-blue` and the like replace them."""


def _rules(name: str, colour: str) -> str:
    themed = f"var(--productgov-{name},{colour})"
    return (
        f".pg .{name}{{fill:{colour};fill:{themed}}}"
        f".pg .{name}-line{{stroke:{colour};stroke:{themed};fill:none}}"
        f".pg .{name}-box{{stroke:{colour};stroke:{themed};fill:{colour};fill:{themed};fill-opacity:.2}}"
    )


STYLE = (
    '.pg{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}'
    ".pg:root{color:#1f2328;background:#fff}"
    "@media(prefers-color-scheme:dark){.pg:root{color:#e6edf3;background:#0d1117}}"
    "@media print{.pg:root{color:#000;background:#fff}}"
    ".pg text,.pg .ink{fill:currentColor;fill:var(--productgov-ink,currentColor)}"
    '.pg .code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}'
    ".pg .muted{fill-opacity:.75}.pg .head{fill-opacity:.7}"
    ".pg .box{stroke:currentColor;stroke:var(--productgov-ink,currentColor);stroke-opacity:.5;"
    "fill:currentColor;fill:var(--productgov-ink,currentColor);fill-opacity:.04}"
    ".pg .line{stroke:currentColor;stroke:var(--productgov-ink,currentColor);stroke-opacity:.6;fill:none}"
    ".pg .grid{stroke:currentColor;stroke:var(--productgov-ink,currentColor);stroke-opacity:.16;fill:none}"
    ".pg .band{fill:currentColor;fill:var(--productgov-ink,currentColor);fill-opacity:.06}"
    ".pg .dashed{stroke-dasharray:4 3}"
    + "".join(_rules(name, colour) for name, colour in COLOURS.items())
    + "@media print{.pg{print-color-adjust:exact;-webkit-print-color-adjust:exact}}"
)
"""The style of every picture; its rules are for what is inside the class `pg`, so that pictures can share a page."""
