"""The style of displays and pages: neutral colours that suit light and dark themes, and paper."""

from productgov.views.html.elements import Html

__all__ = ["FRAGMENT_STYLE", "PAGE_STYLE"]

_OURS = ".productgov.productgov"
"""What the rules begin with: the class twice, so that they count more than those that a notebook has for its tables."""

_FRAGMENT = """
& {overflow-x:auto;color:inherit;
font:14px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
& h1,& h2,& h3{line-height:1.25;margin:1em 0 .4em;font-weight:600}
& h1{font-size:1.5em}
& h2{font-size:1.2em}
& h3{font-size:1.05em}
& p{margin:.4em 0;max-width:70em}
& table{border-collapse:collapse;margin:.5em 0;font-size:inherit;background:none}
& caption{text-align:left;font-weight:600;padding:.2em 0}
& tr{background:none}
& th,& td{padding:.25em .7em;text-align:left;vertical-align:top;border:0;background:none;max-width:32em;
border-bottom:1px solid rgba(128,128,128,.35);white-space:normal;overflow-wrap:break-word}
& thead th{font-weight:600;white-space:nowrap;border-bottom:2px solid rgba(128,128,128,.7)}
& .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
& .more{opacity:.8;font-style:italic}
& .columns{display:flex;flex-wrap:wrap;gap:1em;align-items:flex-start}
& .column{flex:1 1 12em;min-width:11em}
& .card{border:1px solid rgba(128,128,128,.45);border-radius:4px;padding:.35em .6em;margin:.4em 0;
break-inside:avoid;overflow-wrap:anywhere}
& .card small{display:block;opacity:.85}
& figure{margin:.5em 0}
& .day{white-space:nowrap}
@media print{& {font-size:10pt;overflow-x:visible}& tr,& figure{break-inside:avoid}}
"""
_PAGE = """
:root{color-scheme:light dark}
body{margin:0 auto;padding:1.5em;max-width:70em;color:#1f2328;background:#fff}
a{color:#0b57a4}.bad{color:#b42318}.caution{color:#815400}.good{color:#196c2e}
nav ul{display:flex;flex-wrap:wrap;gap:.2em 1.2em;list-style:none;padding:0;margin:.6em 0}
section{margin:2em 0}
section>h2{border-bottom:1px solid rgba(128,128,128,.5);padding-bottom:.2em}
@media (prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}a{color:#7ab7f5}\
.bad{color:#ff8a80}.caution{color:#e3b341}.good{color:#56d364}}
@page{size:A4;margin:15mm}
@media print{nav{display:none}h2,h3{break-after:avoid;break-inside:avoid}section{margin:1em 0}
& table{font-size:9pt}& th,& td{padding:.2em .4em;overflow-wrap:anywhere}& td{min-width:4.5em}& td.number{min-width:0}}
@media print{:root{color-scheme:light}.bad{color:#b42318}.caution{color:#815400}.good{color:#196c2e}}
@media print{body{color:#000;background:#fff;padding:0;max-width:none}a{color:inherit}}
"""

FRAGMENT_STYLE = Html("".join(_FRAGMENT.replace("&", _OURS).split("\n")))
"""What a display needs; every rule is for elements inside the class `productgov`."""

PAGE_STYLE = Html("".join((FRAGMENT_STYLE, *_PAGE.replace("&", _OURS).split("\n"))))
"""What a page of its own needs: the style of displays, and colours of light, dark and paper."""
