"""A built index read back, and mixed with noise."""

import datetime as dt
import json
from pathlib import Path

from handbook.load import read_catalog
from handbook.search import SearchPage, build_index
from handbook.search.page_sections import Unit
from handbook.vietnamese.text import slug
from playwright.sync_api import Page
from search_noise import noise_pages
from support import ROOT

ENGINE = ROOT / "overrides" / "assets" / "search" / "worker.js"
HERE = Path(__file__).resolve().parent


def queries(half: str) -> list[dict]:
    """The queries of ``tuned.jsonl`` or ``held-out.jsonl``."""
    return [json.loads(line) for line in (HERE / f"{half}.jsonl").read_text("utf-8").splitlines()]


def read_call(path: Path) -> object:
    """What a script of the index hands to ``handbookSearch``."""
    content = path.read_text(encoding="utf-8").strip()
    return json.loads("[" + content.removeprefix("handbookSearch(").removesuffix(")") + "]")[1]


def read_pages(folder: Path, language: str = "vi") -> list[SearchPage]:
    """The pages of the built index in ``folder``."""
    index = read_call(folder / f"{language}.js")
    texts = {}
    for chunk in index["chunks"]:
        texts.update(read_call(folder / f"{language}-{chunk}.js")[1])
    urls = [record[0] for record in index["pages"]]
    pages = []
    for number, (url, title, part, chunk, summary, keywords, units, *status) in enumerate(index["pages"]):
        parts = [unit if isinstance(unit, list) else [unit, slug(unit) if unit else ""] for unit in units]
        pages.append(
            SearchPage(
                _key(url, index["chunks"][chunk]),
                url,
                title,
                index["parts"][part],
                summary,
                tuple(filter(None, keywords.split(";"))),
                tuple(Unit(unit[0], unit[1], text) for unit, text in zip(parts, texts[str(number)], strict=True)),
                tuple(tuple(unit[2].split(";")) if len(unit) > 2 else () for unit in parts),
                *((status[0], tuple(urls[other] for other in status[1])) if status else ()),
            )
        )
    return pages


def noisy_index(folder: Path, count: int, as_of: dt.date) -> str:
    """The index in ``folder`` among ``count`` noise pages, as the script a page loads."""
    catalog = read_catalog(ROOT / "docs", as_of)
    return build_index([*read_pages(folder), *noise_pages(count)], catalog.glossary, "vi", catalog.vocabulary)["vi.js"]


def _key(url: str, piece: str) -> str:
    """The key of the page at ``url``, whose text lies in ``piece``."""
    path = url.strip("/") or "index"
    return f"{path}/index" if path == piece.split(".")[0] else path


def key_of(address: str) -> str:
    """The key that query files name a page by: ``van-ban/`` → ``van-ban/index``."""
    path = address.strip("/")
    return path if "/" in path else f"{path}/index".lstrip("/")


def share_found(rows: list[dict], answers: list[list[list[str]]], first: int) -> float:
    """Per cent of ``rows`` with a wanted page among the first results; nonsense wants none at all."""
    good = sum(
        any(key_of(address) in row["expect"] for result in found[:first] for address in result)
        if row["expect"]
        else not found
        for row, found in zip(rows, answers, strict=True)
    )
    return 100 * good / len(rows)


class Engine:
    """``worker.js`` in a page of Chromium, with one index."""

    def __init__(self, page: Page, index: str) -> None:
        self.page = page
        page.goto("about:blank")
        page.add_script_tag(path=str(ENGINE))
        page.evaluate(
            "() => { window.handbookSearch = (kind, data) => { window.library = new HandbookLibrary(data); }; }"
        )
        page.add_script_tag(content=index)

    def answers(self, queries: list[str]) -> list[list[list[str]]]:
        """For each query its results, each of which is the addresses that stand in it."""
        return self.page.evaluate(
            "queries => queries.map(query => library.show(query, new Map()).items.map("
            "item => item.map(entry => entry.location.split('#')[0])))",
            queries,
        )
