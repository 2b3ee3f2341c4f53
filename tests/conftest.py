"""Let tests import the core as the hooks do; sites that several tests look at are built once a run."""

import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]

from browsing import chromium  # noqa: E402  the path is set above
from handbook.book.press.saved_book import read_source  # noqa: E402  the path is set above
from support import ROOT, TINY, Site, make_site, once_a_run  # noqa: E402  the path is set above

# What takes minutes, first: a long file that begins last keeps one processor busy and the other waiting.
_LONGEST = (
    "test_every_page",
    "test_book_margins",
    "test_drop",
    "test_accessibility",
    "test_places",
    "test_weight",
    "test_book",
)
assert all((TESTS / "site" / f"{name}.py").is_file() for name in _LONGEST)  # a renamed file would lose its place unseen
_FOLDERS = ("site", "offline", "search", "core")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Longest files first, the many quick ones of the core last (pytest.ini keeps this order between processes)."""
    items.sort(key=lambda item: _place(item.path))


def _place(path: Path) -> tuple[int, int]:
    folder = path.relative_to(Path(__file__).parent).parts[0]
    return (
        _LONGEST.index(path.stem) if path.stem in _LONGEST else len(_LONGEST),
        _FOLDERS.index(folder) if folder in _FOLDERS else len(_FOLDERS),
    )


# No longer than a module: two browsers driven from one process would refuse each other.
@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture
def tiny(tmp_path) -> Site:
    """A fresh, unbuilt copy of the tiny site."""
    return make_site(tmp_path / "project", TINY)


@pytest.fixture(scope="session")
def built_tiny(tmp_path_factory) -> Site:
    """The tiny site, built with every edition of its book; not to be changed."""
    return _built(tmp_path_factory, "tiny", TINY, HANDBOOK_BOOK="all")


@pytest.fixture(scope="session")
def real(tmp_path_factory) -> Site:
    """The real handbook, built strictly in both languages; not to be changed."""
    return _built(tmp_path_factory, "real", ROOT / "docs", HANDBOOK_REPO="to-chuc/cam-nang")


@pytest.fixture(scope="session")
def real_book(real):
    """The real handbook's Vietnamese book, every chapter of it."""
    folder = real.root / ".cache" / "book"
    digest = (folder / "source-vi.json").read_bytes().split(b"\n", 1)[0].decode()
    return read_source("vi", digest, folder)


def _built(tmp_path_factory: pytest.TempPathFactory, name: str, docs: Path, **environment: str) -> Site:
    def make(folder: Path) -> str:
        site = make_site(folder, docs)
        site.environment = environment
        assert site.build() == 0, site.log[-5000:]
        return site.log

    return Site(*once_a_run(tmp_path_factory, name, make))
