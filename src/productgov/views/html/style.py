"""The style of displays and pages: neutral colours that suit light and dark themes, and paper."""

from productgov.views.html.elements import Html

__all__ = ["FRAGMENT_STYLE", "PAGE_STYLE"]

_FRAGMENT = """
.productgov{font:14px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:inherit}
.productgov h1,.productgov h2,.productgov h3{line-height:1.25;margin:1em 0 .4em;font-weight:600}
.productgov h1{font-size:1.5em}.productgov h2{font-size:1.2em}.productgov h3{font-size:1.05em}
.productgov p{margin:.4em 0;max-width:70em}
.productgov table{border-collapse:collapse;margin:.5em 0;font-size:inherit;background:none}
.productgov caption{text-align:left;font-weight:600;padding:.2em 0}
.productgov th,.productgov td{padding:.25em .7em;text-align:left;vertical-align:top;border:0;background:none;\
border-bottom:1px solid rgba(128,128,128,.35);white-space:normal;overflow-wrap:anywhere;max-width:32em}
.productgov thead th{font-weight:600;border-bottom:2px solid rgba(128,128,128,.7)}
.productgov .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.productgov .more{opacity:.8;font-style:italic}
.productgov .columns{display:flex;flex-wrap:wrap;gap:1em;align-items:flex-start}
.productgov .column{flex:1 1 12em;min-width:11em}
.productgov .card{border:1px solid rgba(128,128,128,.45);border-radius:4px;padding:.35em .6em;margin:.4em 0;\
break-inside:avoid;overflow-wrap:anywhere}
.productgov .card small{display:block;opacity:.85}
.productgov figure{margin:.5em 0}
@media print{.productgov{font-size:10pt}.productgov tr,.productgov figure{break-inside:avoid}}
"""
_PAGE = """
:root{color-scheme:light dark}
body{margin:0 auto;padding:1.5em;max-width:70em;color:#1f2328;background:#fff}
a{color:#0b57a4}
@media (prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}a{color:#7ab7f5}}
@page{size:A4;margin:15mm}
@media print{:root{color-scheme:light}body{color:#000;background:#fff;padding:0;max-width:none}a{color:inherit}}
"""

FRAGMENT_STYLE = Html("".join(_FRAGMENT.split("\n")))
"""What a display needs; every rule is for elements inside the class `productgov`."""

PAGE_STYLE = Html("".join((_FRAGMENT + _PAGE).split("\n")))
"""What a page of its own needs: the style of displays, and colours of light, dark and paper."""
