"""The real handbook's index, and the engine in a real browser."""

import datetime as dt
from pathlib import Path

import pytest
from search_tools import Engine, index_files, noisy_index


@pytest.fixture(scope="session")
def index_folder(real) -> Path:
    """``site/search/`` of the real handbook."""
    return real.out / "search"


@pytest.fixture(scope="module")
def engine(browser, real, index_folder) -> Engine:
    places = (real.out / "tra-cuu" / "dia-danh.js").read_text("utf-8")
    return Engine(browser.new_page(), index_files(index_folder), places)


@pytest.fixture(scope="module")
def english(browser, index_folder) -> Engine:
    return Engine(browser.new_page(), index_files(index_folder, "en"))


@pytest.fixture(scope="module")
def noisy(browser, index_folder) -> Engine:
    return Engine(browser.new_page(), noisy_index(index_folder, 300, dt.date(2026, 11, 23)))
