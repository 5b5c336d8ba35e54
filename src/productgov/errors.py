"""The errors that productgov raises on purpose: one root class, every class picklable."""

from productgov.finding_text import finding_list
from productgov.findings import Finding, Omitted

__all__ = [
    "AmbiguousIdError",
    "ConflictError",
    "FileExistsAlreadyError",
    "FormulaError",
    "GitError",
    "InvalidDocumentError",
    "InvalidRecordsError",
    "InvalidValueError",
    "MissingExtraError",
    "MissingLibraryError",
    "NotFixableError",
    "PluginError",
    "ProductGovError",
    "UnknownFormatError",
    "UnknownIdError",
]


class ProductGovError(Exception):
    """The base class of all errors that productgov raises on purpose."""


class InvalidValueError(ProductGovError, ValueError):
    """A value is outside what its field or argument allows."""


class FormulaError(InvalidValueError):
    """A formula cannot be read.

    Attributes:
        problem: what is wrong, and where.
        hint: how to correct it; may be empty.
        column: where it is in the text of the formula, in characters, counted from 1.
    """

    def __init__(self, problem: str, hint: str, column: int) -> None:
        super().__init__(problem, hint, column)
        self.problem = problem
        self.hint = hint
        self.column = column

    def __str__(self) -> str:
        return f"{self.problem}; {self.hint}" if self.hint else self.problem


class InvalidDocumentError(ProductGovError, ValueError):
    """A document is not valid.

    Its text shows the first 20 findings, each as `file:line:column CODE message; hint`.

    Attributes:
        findings: every reason why the document is not valid, each with its place; of one code as many as
            `Limits.max_findings` allows.
        name: the name of the file, or `<text>` or `<mapping>` for other sources; empty where nothing is known.
        omitted: the findings above that limit, which are only counted.
    """

    def __init__(self, findings: tuple[Finding, ...], name: str = "", omitted: tuple[Omitted, ...] = ()) -> None:
        super().__init__(findings, name, omitted)
        self.findings = findings
        self.name = name
        self.omitted = omitted

    def __str__(self) -> str:
        return finding_list("the document is not valid:", self.findings, self.name, omitted=self.omitted)


class InvalidRecordsError(ProductGovError, ValueError):
    """Rows of a table are not valid.

    Its text shows the first 20 findings, each as `/row/column CODE message; hint`; rows are counted from 0.

    Attributes:
        findings: every mistake. Its path is `/row/column`, or `/row` where it is about the whole row.
        omitted: the findings above the limit for one code, which are only counted.
    """

    def __init__(self, findings: tuple[Finding, ...], omitted: tuple[Omitted, ...] = ()) -> None:
        super().__init__(findings, omitted)
        self.findings = findings
        self.omitted = omitted

    def __str__(self) -> str:
        return finding_list("the rows are not valid:", self.findings, omitted=self.omitted)


class MissingExtraError(ProductGovError, ImportError):
    """A feature needs an optional dependency that is not installed.

    Attributes:
        feature: what cannot be done without it.
        extra: the name of the extra to install, as in `pip install 'productgov[yaml]'`.
    """

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(feature, extra)
        self.feature = feature
        self.extra = extra

    def __str__(self) -> str:
        return f"{self.feature} needs an extra that is not installed: pip install 'productgov[{self.extra}]'"


class MissingLibraryError(ProductGovError, ImportError):
    """A feature hands data to a library that is not installed, and that is no part of productgov.

    Attributes:
        feature: what cannot be done without it.
        libraries: the library; of several, any one will do.
    """

    def __init__(self, feature: str, libraries: tuple[str, ...]) -> None:
        super().__init__(feature, libraries)
        self.feature = feature
        self.libraries = libraries

    def __str__(self) -> str:
        names = " or ".join(self.libraries)
        return f"{self.feature} needs {names}, which is not installed: pip install {self.libraries[0]}"


class PluginError(ProductGovError):
    """A plug-in cannot be used.

    Attributes:
        plugin: its name.
        reason: why not.
    """

    def __init__(self, plugin: str, reason: str) -> None:
        super().__init__(plugin, reason)
        self.plugin = plugin
        self.reason = reason

    def __str__(self) -> str:
        return f"plug-in {self.plugin}: {self.reason}"


class UnknownFormatError(ProductGovError, ValueError):
    """The name of a file or a `format` argument does not name a supported format."""


class NotFixableError(ProductGovError, ValueError):
    """A document cannot be repaired in place: it is not a JSON or YAML file."""


class FileExistsAlreadyError(ProductGovError, FileExistsError):
    """The file to be written exists already."""


class GitError(ProductGovError):
    """A version of a file cannot be read from git: no repository, no such revision, no program `git`."""


class ConflictError(ProductGovError):
    """A file was not saved, because it holds something else than what the document was made from.

    Read it again, and repeat the edit.

    Attributes:
        name: the name of the file.
        gone: whether there is no such file any more.
    """

    def __init__(self, name: str, *, gone: bool = False) -> None:
        super().__init__(name, gone)
        self.name = name
        self.gone = gone

    def __reduce__(self) -> tuple[object, ...]:
        return (_conflict, (self.name, self.gone))

    def __str__(self) -> str:
        if self.gone:
            return f"{self.name}: the file is gone since it was read; name it to save it all the same"
        return f"{self.name}: the file has changed since it was read; read it again and repeat the edit"


def _conflict(name: str, gone: bool) -> ConflictError:  # noqa: FBT001 - called by pickle
    return ConflictError(name, gone=gone)


class UnknownIdError(ProductGovError, LookupError):
    """A governance has nothing of this kind with this id; `near` lists the ids that look most like it."""

    def __init__(self, kind: str, id: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(kind, id, near)
        self.kind = kind
        self.id = id
        self.near = near

    def __str__(self) -> str:
        found = f"; did you mean {' or '.join(self.near)}?" if self.near else ""
        return f"no {self.kind} has the id {self.id!r:.80}{found}"


class AmbiguousIdError(ProductGovError, LookupError):
    """Things of several kinds have this id; put the kind before it, as in `kpi:activation`."""

    def __init__(self, id: str, kinds: tuple[str, ...]) -> None:
        super().__init__(id, kinds)
        self.id = id
        self.kinds = kinds

    def __str__(self) -> str:
        choices = " or ".join(f"{kind}:{self.id}" for kind in self.kinds)
        return f"several things have the id {self.id!r:.80}; write {choices}"
