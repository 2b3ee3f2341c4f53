"""A built index mixed with noise, asked in a browser, and how good its answers are."""

import datetime as dt
import json
import re
from pathlib import Path

from handbook.load import read_catalog
from handbook.search import build_index, packed_texts
from handbook.vietnamese.text import slug
from playwright.sync_api import Page
from read_index import read_pages
from search_noise import noise_pages
from support import ROOT

ENGINE = ROOT / "overrides" / "assets" / "search" / "worker.js"
HERE = Path(__file__).resolve().parent


def queries(half: str) -> list[dict]:
    """The queries of ``tuned.jsonl`` or ``held-out.jsonl``, without those that no page answers."""
    rows = [json.loads(line) for line in (HERE / f"{half}.jsonl").read_text("utf-8").splitlines()]
    return [row for row in rows if row["kind"] != "unanswered"]


def asked_in(language: str, half: str) -> list[dict]:
    """The queries of ``half`` that the index of ``language`` answers: in the outsider's sets the English ones ask the English
    pages, in the third set those that say so."""
    is_english = half.startswith("outsider")
    return [
        row
        for row in queries(half)
        if (language == "en") == (row.get("language") == "en" or (is_english and row["kind"] == "english"))
    ]


#: Texts with everything that packing them must keep.
WRITTEN = [
    "Tên, với  dấu: “Luật” 148/2025/QH15; VNeID\tvà iPhone|ma_so-1",
    "hoà hòa HÒA Hoà thuý khoẻ  ",
    "",
    " . ",
    "кириллица 日本 ﬁ ß İ ² ½ x² a\u0323\u0302n",
    " ".join(f"từ{number}" for number in range(9000)),
]


def packed_index(texts: list[str], terms: list[str]) -> dict:
    """An index of nothing but ``texts``, as if people said them, and ``terms``."""
    packed = packed_texts.pack_texts(texts, terms)
    return {
        "often": list(packed.often),
        "dictionary": packed.words,
        "signs": packed.signs,
        "text": packed.text,
        "pages": [],
        "counts": [0, len(texts), 0],
        "asked": [],
        "postings": " ".join("#" for _ in packed.terms),
    }


def index_files(folder: Path, language: str = "vi") -> dict[str, str]:
    """The scripts of the built index in ``folder``, the index first."""
    names = [f"{language}.js", *sorted(path.name for path in folder.glob(f"{language}-*.js"))]
    return {name: (folder / name).read_text(encoding="utf-8") for name in names}


def noisy_index(folder: Path, count: int, as_of: dt.date) -> dict[str, str]:
    """The index in ``folder`` among ``count`` noise pages, as the scripts a page loads."""
    catalog = read_catalog(ROOT / "docs", as_of)
    return build_index([*read_pages(folder), *noise_pages(count)], catalog.glossary, "vi", catalog.vocabulary)


def key_of(address: str) -> str:
    """The key that query files name a page by: ``van-ban/`` → ``van-ban/index``, also of an English page."""
    path = address.removeprefix("en/").strip("/")
    return path if "/" in path else f"{path}/index".lstrip("/")


def section_names(entry: dict) -> set[str]:
    """How query files may name the section that ``entry`` of a result leads to: by its anchor, or its own heading where that
    is English (its anchor is the Vietnamese page's)."""
    page, _, anchor = entry["location"].partition("#")
    return {
        f"{key_of(page)}#{anchor}",
        f"{key_of(page)}#{slug(re.sub('<[^>]+>', '', entry['title']).replace('&#39;', ' '))}",
    }


def right_sections(rows: list[dict], shown: list[dict]) -> int:
    """In how many of ``rows`` (all with ``section``) the first result offers a right section first."""
    right = 0
    for row, answer in zip(rows, shown, strict=True):
        first = answer["items"][0] if answer["items"] else []
        sections = [entry for entry in first if "#" in entry["location"]]
        right += bool(sections) and not section_names(sections[0]).isdisjoint(row["section"])
    return right


def share_found(rows: list[dict], answers: list[list[list[str]]], first: int) -> float:
    """Per cent of ``rows`` with a wanted page among the first results; nonsense wants none at all.

    An answer of the lookup of places is the page of every place that it names.
    """
    good = sum(
        any(
            key_of(part) in row["expect"]
            for result in found[:first]
            for address in result
            for part in address.split() or [""]
        )
        if row["expect"]
        else not found
        for row, found in zip(rows, answers, strict=True)
    )
    return 100 * good / len(rows)


class Engine:
    """``worker.js`` in a page of Chromium, with one index; ``places`` is the script of the lookup's data."""

    def __init__(self, page: Page, files: dict[str, str], places: str = "") -> None:
        self.page = page
        page.goto("about:blank")
        page.add_script_tag(path=str(ENGINE))
        page.evaluate(LIBRARY)
        for content in (*files.values(), places):
            if content:
                page.add_script_tag(content=content)

    def show(self, query: str) -> dict:
        """What the box is told to show for ``query``."""
        return self.page.evaluate("query => ask(query)", query)

    def answers(self, queries: list[str]) -> list[list[list[str]]]:
        """For each query its results, each of which is the addresses that stand in it.

        An answer of the lookup is its address and those of the provinces that it names.
        """
        return self.page.evaluate(
            "queries => queries.map(query => ask(query).items.map(item => item.map(entry => addressOf(entry))))",
            queries,
        )


# Asks as handbookServe does: the places are asked only about what may be one.
LIBRARY = """() => {
    const texts = new Map();
    window.handbookSearch = (kind, data) => {
        if (kind === 'index') window.library = new HandbookLibrary(data);
        else for (const page of Object.keys(data[1])) texts.set(+page, data[1][page]);
    };
    window.ask = query => {
        const shown = library.show(query, texts);
        return shown.isPlaceLike && window.handbookAnswer ? library.show(query, texts, handbookAnswer) : shown;
    };
    window.addressOf = entry => {
        const address = entry.location.split('#')[0];
        if (!/^(en\\/)?dia-phuong\\/\\?/.test(address)) return address;
        const named = handbookPlaces.provinces.map(line => line.split('|')).filter(parts => entry.text.includes(parts[0]));
        return ['dia-phuong/', ...named.map(parts => `dia-phuong/${parts[2]}/`)].join(' ');
    };
}"""
