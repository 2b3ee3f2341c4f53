"""The real handbook's index, and the engine in a real browser."""

import datetime as dt
from pathlib import Path

import pytest
from search_tools import ENGINE, noisy_index
from playwright.sync_api import Page


class Engine:
    """``worker.js`` in a page of Chromium, with one index."""

    def __init__(self, page: Page, index: str) -> None:
        self.page = page
        page.goto("about:blank")
        page.add_script_tag(path=str(ENGINE))
        page.evaluate("() => { window.handbookSearch = (kind, data) => { window.library = new HandbookLibrary(data); }; }")
        page.add_script_tag(content=index)

    def answers(self, queries: list[str]) -> list[list[list[str]]]:
        """For each query its results, each of which is the addresses that stand in it."""
        return self.page.evaluate(
            "queries => queries.map(query => library.show(query, new Map()).items.map("
            "item => item.map(entry => entry.location.split('#')[0])))", queries)


@pytest.fixture(scope="session")
def index_folder(real) -> Path:
    """``site/search/`` of the real handbook."""
    return real.out / "search"


@pytest.fixture(scope="module")
def engine(browser, index_folder) -> Engine:
    return Engine(browser.new_page(), (index_folder / "vi.js").read_text("utf-8"))


@pytest.fixture(scope="module")
def noisy(browser, index_folder) -> Engine:
    return Engine(browser.new_page(), noisy_index(index_folder, 300, dt.date(2026, 11, 23)))
