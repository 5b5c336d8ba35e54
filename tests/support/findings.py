"""Findings for the tests of what shows them."""

import attrs

from productgov.findings import Finding, Location, Related, Severity

__all__ = ["ALSO", "HERE", "NOWHERE", "finding"]


def finding(
    severity: Severity = Severity.ERROR,
    *,
    code: str = "PG205",
    path: str = "/name",
    message: str = "late",
    hint: str = "be on time",
    location: Location | None = None,
) -> Finding:
    """A finding that says what a test is about."""
    return Finding(code=code, severity=severity, path=path, message=message, hint=hint, location=location)


HERE = finding(
    code="PG005", message="name must be text,\nnot \u202e5", hint="write text", location=Location(line=3, column=7)
)
NOWHERE = finding(Severity.WARNING, code="PG207", path="", message="a theme without items", hint="use it")
ALSO = attrs.evolve(
    HERE,
    related=(
        Related(path="/b/0", location=Location(line=9, column=2), end=Location(line=9, column=4)),
        Related(path="/c"),
        *(Related(path=f"/d/{index}", location=Location(line=index, column=1)) for index in range(20, 26)),
    ),
    related_omitted=3,
)
"""A finding about more places than are shown."""
