"""Checking many files, each by itself."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from datetime import date
from functools import partial
from os import PathLike, fspath

import attrs

from productgov.analysis.horizons import require_date
from productgov.batches.window import in_order
from productgov.display import Displayed
from productgov.errors import InvalidValueError, ProductGovError
from productgov.loading import read
from productgov.plugins import plugin_names
from productgov.report import Report
from productgov.rules.plugged import rules_with
from productgov.rules.selection import selected_codes
from productgov.wording import reason

__all__ = ["CheckedFile", "check_many"]


@attrs.frozen(kw_only=True, repr=False)
class CheckedFile(Displayed):
    """One of many files: what was found in it, or why it could not be checked.

    Attributes:
        path: the file, as it was given.
        report: what was found, in the order of the text; None where the file could not be checked.
        reason: why it could not be checked: it cannot be read, its format is not known, an extra is missing, or the
            process that checked it ended; empty where it was.
    """

    path: str
    report: Report | None = None
    reason: str = ""

    @property
    def ok(self) -> bool:
        """Whether the file was checked and has no finding of severity error."""
        return self.report is not None and self.report.ok


def check_many(  # noqa: PLR0913  # how, and what is checked
    paths: Iterable[str | PathLike[str]],
    *,
    executor: Executor | None = None,
    chunk: int = 16,
    window: int = 8,
    as_of: date | None = None,
    select: Iterable[str] | str | None = None,
    ignore: Iterable[str] | str | None = None,
    plugins: Iterable[str] | str = (),
) -> Iterator[CheckedFile]:
    """Check many files, in this process or through an executor; the results come one by one, in the order of the files.

    A file that cannot be read is a result too, and stops nothing. No more is in memory than what is under way: at most
    `window` chunks of files, whatever their number. With an executor, a worker that is lost loses no file: those of its
    chunk are tried again, one at a time.

    Args:
        paths: the files; any iterable, which is not read ahead further than the window.
        executor: who checks: a `ProcessPoolExecutor`, the executor of a dask client (`client.get_executor()`), or any
            other `concurrent.futures.Executor`. Its workers need this package and the files. It is not shut down.
            None for this process, one file after another.
        chunk: how many files a worker gets at once; a larger chunk costs less to send, a smaller one spreads better.
        window: how many chunks are under way; at least as many as there are workers.
        as_of: as for `check`.
        select: as for `check`.
        ignore: as for `check`.
        plugins: as for `check`; the workers need these packages too.

    Raises:
        InvalidValueError: at once, for an unknown code or plug-in, or when chunk or window is less than 1.
        PluginError: at once, when a plug-in cannot be used.
    """
    for name, value in (("chunk", chunk), ("window", window)):
        if value < 1:
            raise InvalidValueError(f"{name} must be at least 1, not {value}")
    chosen = None if select is None else _codes(select)
    ignored = None if ignore is None else _codes(ignore)
    named = plugin_names(plugins)
    selected_codes(chosen, ignored, rules_with(named))
    if as_of is not None:
        require_date(as_of)
    work = partial(_checked, as_of=as_of, select=chosen, ignore=ignored, plugins=named)
    return in_order(work, (fspath(path) for path in paths), executor, lost=_lost, chunk=chunk, window=window)


def _codes(given: Iterable[str] | str) -> tuple[str, ...] | str:
    return given if isinstance(given, str) else tuple(given)


def _checked(
    path: str,
    *,
    as_of: date | None,
    select: tuple[str, ...] | str | None,
    ignore: tuple[str, ...] | str | None,
    plugins: tuple[str, ...],
) -> CheckedFile:
    try:
        report = read(path).check(as_of=as_of, select=select, ignore=ignore, plugins=plugins)
        return CheckedFile(path=path, report=report)
    except (OSError, ProductGovError) as error:
        return CheckedFile(path=path, reason=reason(error).removeprefix(f"{path}: "))


def _lost(path: str, error: Exception) -> CheckedFile:
    return CheckedFile(path=path, reason=f"the process that checked it ended: {error}")
