"""Runs a notebook in JupyterLab in a browser, and prints what its outputs are; started by the Python that has both.

`python jupyterlab_session.py FOLDER NOTEBOOK BROWSER`: the notebook is below the folder. Prints one JSON object:
`outputs`, for each code cell whether it shows our HTML and how many pictures there are; `requests`, what was asked for
outside of the server.
"""

import json
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright  # type: ignore[import-not-found]

PORT = 8977
ADDRESS = f"http://127.0.0.1:{PORT}"
SERVER = (
    "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={PORT}", "--ServerApp.port_retries=0",
    "--IdentityProvider.token=", "--ServerApp.password=", "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
)  # fmt: skip
OUTPUTS = """
() => [...document.querySelectorAll('.jp-Notebook .jp-CodeCell')].map(cell => ({
  number: (cell.querySelector('.jp-InputPrompt') || {}).textContent,
  html: !!cell.querySelector('.jp-RenderedHTMLCommon .productgov'),
  pictures: cell.querySelectorAll('.jp-OutputArea-output svg[role=img]').length,
}))
"""
SCROLL = "top => { (document.querySelector('.jp-WindowedPanel-outer') || document.body).scrollTop = top }"


def main(folder: str, notebook: str, browser: str) -> None:
    """Start a server, open the notebook, run all cells, and print what they show."""
    server = subprocess.Popen([sys.executable, *SERVER, f"--ServerApp.root_dir={folder}"], stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"{ADDRESS}/api")
        with sync_playwright() as playwright:
            window = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
            page = window.new_page(viewport={"width": 1200, "height": 900})
            requests: list[str] = []
            page.on("request", lambda request: requests.append(request.url))
            page.goto(f"{ADDRESS}/lab/tree/{notebook}", timeout=90_000)
            shown = _outputs(page)
            window.close()
        outside = [url for url in requests if not url.startswith((ADDRESS, "data:", "blob:", "ws:"))]
        sys.stdout.write(json.dumps({"outputs": shown, "requests": outside}))
    finally:
        server.terminate()
        server.wait()


def _wait_for(address: str) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            urlopen(address).close()
        except (URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(address)


def _outputs(page: Page) -> list[dict[str, object]]:
    """What each cell shows when all have run; cells far below are only in the page while it is scrolled to them."""
    page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=60_000)
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]", timeout=60_000)
    time.sleep(2)  # the page says idle a little before its kernel is connected
    _run_all(page)
    found: dict[str, dict[str, object]] = {}
    end = time.monotonic() + 60
    top = 0
    while time.monotonic() < end and len(found) < 9:
        if page.is_visible(".jp-Dialog"):  # which kernel: it was asked too early
            page.click(".jp-Dialog button.jp-mod-accept")
            time.sleep(2)
            _run_all(page)
        page.evaluate(SCROLL, top)
        time.sleep(0.3)
        for cell in page.evaluate(OUTPUTS):
            if cell["html"] and cell["number"].strip("[]:").isdecimal():  # what still runs has a star
                found[cell["number"]] = cell
        top = (top + 400) % 12_000
    return [found[number] for number in sorted(found)]


def _run_all(page: Page) -> None:
    page.click("text=Run >> nth=0")
    page.click("text=Run All Cells")


if __name__ == "__main__":
    main(*sys.argv[1:])
