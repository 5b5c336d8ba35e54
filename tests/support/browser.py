"""A browser without a window: what becomes of a page in it, and what it asks the network for."""

import shutil
import subprocess
from pathlib import Path

import pytest

__all__ = ["needs_browser", "page_in_browser"]

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

needs_browser = pytest.mark.skipif(BROWSER is None, reason="needs Chromium")


def page_in_browser(page: Path, folder: Path, *options: str) -> tuple[str, str]:
    """The page as the browser has it after it was loaded, and everything that the browser did about the network.

    Args:
        page: the file.
        folder: where the browser keeps its files.
        options: more options of the browser.
    """
    assert BROWSER is not None
    log = folder / "network.json"
    ran = subprocess.run(
        [
            BROWSER,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--no-first-run",
            f"--user-data-dir={folder / 'profile'}",
            f"--log-net-log={log}",
            "--virtual-time-budget=5000",
            *options,
            "--dump-dom",
            page.as_uri(),
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-500:]
    return ran.stdout, log.read_text(encoding="utf-8", errors="replace")
