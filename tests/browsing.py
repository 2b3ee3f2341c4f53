"""A built site behind a small server, and the browser that visits it."""

import fnmatch
import functools
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

# The site's scripts come after the first picture of a page; the last thing they do at their start is to show what only they can do.
SCRIPTED = """() => {
  const button = document.querySelector('[data-md-component=palette]');
  return !button || !button.hidden || document.documentElement.className === 'no-js';
}"""


def _and_its_scripts(visit):
    """``visit``, which waits for the scripts of our pages too, as a reader's first click comes after them."""

    @functools.wraps(visit)
    def visiting(page, *arguments, **options):
        answer = visit(page, *arguments, **options)
        page.wait_for_function(SCRIPTED)
        return answer

    return visiting


def goto_without_scripts(page: Page, address: str) -> None:
    """As ``page.goto`` where the scripts' files cannot be had."""
    Page.goto.__wrapped__(page, address)


for _name in ("goto", "reload", "go_back"):
    setattr(Page, _name, _and_its_scripts(getattr(Page, _name)))


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, *arguments):
        pass


class HostHandler(QuietHandler):
    """Sends what ``_headers`` says and follows ``_redirects``, as Cloudflare Pages and Netlify do."""

    def do_GET(self):
        place = Path(self.directory, "_redirects")
        lines = place.read_text("utf-8").splitlines() if place.is_file() else []
        goals = {old: goal for old, goal, _ in map(str.split, lines)}
        if self.path in goals:
            self.send_response(301)
            self.send_header("Location", goals[self.path])
            self.end_headers()
        else:
            super().do_GET()

    def end_headers(self):
        for pattern, headers in host_rules(Path(self.directory, "_headers")):
            if fnmatch.fnmatchcase(self.path.split("?")[0], pattern):
                for name, value in headers:
                    self.send_header(name, value)
        super().end_headers()


@functools.cache
def host_rules(file):
    rules = []
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        if line.startswith("/"):
            rules.append((line, []))
        elif line:
            rules[-1][1].append(tuple(line.strip().split(": ", 1)))
    return rules


@contextmanager
def serving(folder: Path, handler: type[SimpleHTTPRequestHandler] = QuietHandler) -> Iterator[str]:
    """The address at which ``folder`` can be visited."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, which ``tests/setup.sh`` installs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


def until(page: Page, condition: str, seconds: float = 10) -> None:
    """Wait for ``condition``; Playwright's own wait needs an eval that the site's policy forbids."""
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(20)
