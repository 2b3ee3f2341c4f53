"""Quality of search beside the theme's own and MiniSearch, on tests/search/*.jsonl; sizes and times.

    .venv/bin/python tests/bench/search.py [--only quality|times] [--misses]

Prints the tables of BENCHMARKS.md: per cent found first and among the first three, for each half
and each kind, alone and among 300 unrelated pages; kilobytes; and milliseconds on a processor four
times slower.  Needs Chromium; MiniSearch comes from npm into ``.cache/bench`` and is left out without it.
"""

import argparse
import datetime as dt
import functools
import gzip
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "search"), str(ROOT / "tests"), str(ROOT / "hooks")]

import brotli  # noqa: E402
from handbook.load import read_catalog  # noqa: E402
from handbook.search import build_index  # noqa: E402
from handbook.vietnamese.text import fold  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from search_noise import noise_pages  # noqa: E402
from search_tools import key_of, read_pages, share_found  # noqa: E402
from search_tools import queries as queries_of
from support import make_site  # noqa: E402

AS_OF = dt.date(2026, 11, 23)
ENGINE = ROOT / "overrides" / "assets" / "search"
CACHE = ROOT / ".cache" / "bench" / "npm"
MINISEARCH = "minisearch@7.2.0"
OURS, LUNR, MINI, PAIRS = "cẩm nang", "lunr của giao diện", "MiniSearch, bỏ dấu", "MiniSearch, bỏ dấu và cặp âm tiết"


def fetch_minisearch():
    """MiniSearch's script for a browser, or None without npm."""
    script = CACHE / "node_modules" / "minisearch" / "dist" / "umd" / "index.js"
    if not script.exists() and shutil.which("npm"):
        CACHE.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [
                "npm",
                "install",
                "--prefix",
                str(CACHE),
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--silent",
                MINISEARCH,
            ],
            check=True,
        )
    if not script.exists():
        print("MiniSearch được bỏ qua: cần npm để tải.", file=sys.stderr)
        return None
    return script


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def sections(pages, change=str):
    """The pages as the theme's index has them: a page and its sections, each an entry."""
    for page in pages:
        yield {
            "location": page.url,
            "title": change(page.title),
            "text": change(f"{page.summary} {page.units[0].text}"),
            "keywords": change(" ; ".join(page.keywords)),
        }
        for unit, names in zip(page.units[1:], page.names[1:], strict=True):
            yield {
                "location": f"{page.url}#{unit.anchor}",
                "title": change(unit.heading),
                "text": change(unit.text),
                "keywords": change(" ; ".join(names)),
            }


def ours(page, pages, catalog, queries):
    page.goto("about:blank")
    page.add_script_tag(path=str(ENGINE / "worker.js"))
    page.evaluate(
        "() => { window.handbookSearch = (kind, data) => { const start = performance.now(); "
        "window.library = new HandbookLibrary(data); window.opened = performance.now() - start; }; }"
    )
    page.add_script_tag(content=build_index(pages, catalog.glossary, "vi", catalog.vocabulary)["vi.js"])
    return page.evaluate(
        "queries => queries.map(query => library.show(query, new Map()).items.map("
        "item => item.map(entry => entry.location.split('#')[0])))",
        queries,
    )


def lunr(page, root, address, pages, queries):
    """The theme's own worker, with the configuration that it gives a Vietnamese site."""
    page.goto(address + "robots-khong-co")
    config = {
        "lang": ["vi"],
        "separator": r"[\s\-]+",
        "pipeline": ["stopWordFilter"],
        "fields": {"title": {"boost": 1e3}, "text": {"boost": 1}, "tags": {"boost": 1e6}},
    }
    worker = next((root / "assets/javascripts/workers").glob("search.*.js")).name
    return page.evaluate(
        """async ([address, config, docs, queries]) => {
        const worker = new Worker(address);
        const ask = message => new Promise(done => { worker.onmessage = event => done(event.data); worker.postMessage(message); });
        await ask({type: 0, data: {config, docs, options: {suggest: false}}});
        const found = [];
        for (const query of queries) {
            const answer = await ask({type: 2, data: query});
            found.push((answer.data.items || []).map(item => item.map(entry => entry.location.split('#')[0])));
        }
        return found;
    }""",
        [f"{address}assets/javascripts/workers/{worker}", config, list(sections(pages)), queries],
    )


def minisearch(page, script, pages, queries, pairs):
    """MiniSearch over folded sections with keywords and the glossary's other names: all words, and if nothing
    has all, any; prefixes and one typing mistake.  With ``pairs``, neighbouring syllables are terms too."""
    page.goto("about:blank")
    page.add_script_tag(path=str(script))
    return page.evaluate(
        """([docs, queries, pairs]) => {
        const words = text => text.toLowerCase().match(/[0-9a-z]+/g) || [];
        const both = text => { const all = words(text); return pairs ? all.concat(all.slice(1).map((word, i) => all[i] + '_' + word)) : all; };
        const index = new MiniSearch({tokenize: both, fields: ['title', 'keywords', 'text'], storeFields: ['location'],
            searchOptions: {boost: {title: 4, keywords: 4}, prefix: true}});
        index.addAll(docs.map((entry, id) => ({...entry, id})));
        return queries.map(query => {
            let found = index.search(query, {combineWith: 'AND', tokenize: both, fuzzy: term => !term.includes('_') && term.length > 3 ? 0.2 : false});
            if (!found.length) found = index.search(query, {combineWith: 'OR', tokenize: both, fuzzy: term => !term.includes('_') && term.length > 3 ? 0.2 : false});
            return [...new Set(found.map(hit => hit.location.split('#')[0]))].map(address => [address]);
        });
    }""",
        [list(sections(pages, fold)), [fold(query) for query in queries], pairs],
    )


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |")


def head(*cells):
    row(*cells)
    print("|" + "---|" * len(cells))


def shares(rows, found):
    return " / ".join(f"{share_found(rows, found, first):.1f}" for first in (1, 3))


def quality(page, site, address, real, catalog, script, misses):
    """The tables of what is found."""
    halves = {half: queries_of(half) for half in ("tuned", "held-out", "fresh-tuned", "fresh-held-out")}
    rows = [entry for entries in halves.values() for entry in entries]
    asked = [entry["query"] for entry in rows]
    kinds = sorted({entry["kind"] for entry in rows})
    found = {}
    for name, pages in (("một mình", real), ("thêm 300 trang", [*real, *noise_pages(300)])):
        found[OURS, name] = ours(page, pages, catalog, asked)
        if script:
            found[MINI, name] = minisearch(page, script, pages, asked, pairs=False)
            found[PAIRS, name] = minisearch(page, script, pages, asked, pairs=True)
        found[LUNR, name] = lunr(page, site.out, address, pages, asked)
    print(f"\nTìm đúng ngay trang đầu / trong ba trang đầu, % của {len(rows)} câu trên {len(real)} trang:\n")
    head(
        "Bộ máy",
        "Trang",
        "Cả bộ",
        f"Nửa đã xem ({len(halves['tuned'])})",
        f"Nửa để dành ({len(halves['held-out'])})",
        f"Câu mới, nửa đã xem ({len(halves['fresh-tuned'])})",
        f"Câu mới, nửa để dành ({len(halves['fresh-held-out'])})",
        "Câu thật không có kết quả",
        "Câu vô nghĩa có kết quả",
    )
    for (engine, name), answers in found.items():
        parts = [
            list(
                zip(
                    *[(entry, answer) for entry, answer in zip(rows, answers, strict=True) if entry in wanted],
                    strict=True,
                )
            )
            for wanted in (rows, *halves.values())
        ]
        empty = sum(bool(entry["expect"]) and not answer for entry, answer in zip(rows, answers, strict=True))
        wrong = sum(not entry["expect"] and bool(answer) for entry, answer in zip(rows, answers, strict=True))
        row(engine, name, *(shares(*part) for part in parts), empty, wrong)
    print("\nTrong ba trang đầu theo loại câu, một mình, %:\n")
    head("Loại câu", "Số câu", *(engine for engine, name in found if name == "một mình"))
    for kind in kinds:
        chosen = [number for number, entry in enumerate(rows) if entry["kind"] == kind]
        row(
            kind,
            len(chosen),
            *(
                f"{share_found([rows[i] for i in chosen], [answers[i] for i in chosen], 3):.0f}"
                for (engine, name), answers in found.items()
                if name == "một mình"
            ),
        )
    if misses:  # of the half that may be looked at
        for entry, answer in zip(rows, found[OURS, "một mình"], strict=True):
            if (entry in halves["tuned"] or entry in halves["fresh-tuned"]) and not share_found([entry], [answer], 1):
                print(f"    {entry['kind']}: {entry['query']} → {[key_of(item[0]) for item in answer[:3]]}")


def sizes(folder):
    """What is loaded when the box is opened, and what follows for the text around hits."""
    print("\nKB (1.000 byte) khi nén:\n")
    head("Tệp", "gzip", "brotli")
    first = [*sorted(ENGINE.iterdir()), folder / "vi.js"]
    later = sorted(folder.glob("vi-*.js"))
    for name, paths in [
        *((path.name, [path]) for path in first),
        ("**cộng, khi mở ô tìm**", first),
        (f"đoạn quanh chữ tìm được, {len(later)} tệp", later),
    ]:
        contents = [path.read_bytes() for path in paths]
        row(
            name,
            *(
                f"{sum(len(pack(content)) for content in contents) / 1000:.1f}"
                for pack in (gzip.compress, brotli.compress)
            ),
        )


TYPED = [
    "ch",
    "chu",
    "chuyen",
    "chuyen doi",
    "chuyen doi so",
    "chuyen doi so la gi",
    "bi lua mat tien phai lam gi",
    "cccd gan chip",
]
OPEN = """async ([first, later]) => {
    const box = document.querySelector('input[name=query]'), list = document.querySelector('.md-search-result__list');
    const toggle = document.getElementById('__search');
    const type = query => new Promise(done => {
        const start = performance.now();
        const observer = new MutationObserver(() => {
            if (!list.childElementCount) return;
            observer.disconnect();
            requestAnimationFrame(() => done(performance.now() - start));
        });
        observer.observe(list, {childList: true});
        if (!toggle.checked) toggle.click();
        box.value = query;
        box.dispatchEvent(new Event('input'));
    });
    const times = [await type(first)];
    for (const query of later) {
        await new Promise(done => setTimeout(done, 300));
        times.push(await type(query));
    }
    return times;
}"""


def opening(browser, home, throttle=4):
    """Milliseconds in the real box from ``file://``, where the engine shares the page's slowed thread:
    from opening it to the first result drawn, and for each later query."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    page = context.new_page()
    page.goto(home)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    times = page.evaluate(OPEN, ["lam vneid muc 2", TYPED])
    context.close()
    return times


def times(browser, site, real, catalog):
    """On the site itself, then with its index among so many unrelated pages."""
    print(
        "\nMili giây trên bộ xử lý chậm đi 4 lần, cả bộ máy chạy trên luồng của trang (file://), trung vị của 3 lần:\n"
    )
    head("Trang", "Chỉ mục, KB gzip", "Mở ô tìm → kết quả đầu", "Phím sau, giữa", "Phím sau, chậm nhất")
    for count in (0, 300, 1000 - len(real)):
        files = build_index([*real, *noise_pages(count)], catalog.glossary, "vi", catalog.vocabulary)
        for name, content in files.items():
            (site.out / "search" / name).write_text(content, encoding="utf-8")
        runs = [opening(browser, (site.out / "index.html").as_uri()) for _ in range(3)]
        first, *later = (statistics.median(column) for column in zip(*runs, strict=True))
        row(
            len(real) + count,
            f"{len(gzip.compress(files['vi.js'].encode())) / 1000:.0f}",
            f"{first:.0f}",
            f"{statistics.median(later):.0f}",
            f"{max(later):.0f}",
        )


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--only", choices=["quality", "times"])
    arguments.add_argument("--misses", action="store_true")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        site = make_site(Path(temporary) / "project", ROOT / "docs")
        site.environment = {"HANDBOOK_BOOK": "false", "HANDBOOK_ENGLISH": "false"}
        assert site.build(strict=False) == 0, site.log
        real, catalog = read_pages(site.out / "search"), read_catalog(ROOT / "docs", AS_OF)
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        if options.only != "times":
            server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site.out)))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            quality(
                browser.new_page(),
                site,
                f"http://127.0.0.1:{server.server_port}/",
                real,
                catalog,
                fetch_minisearch(),
                options.misses,
            )
            server.shutdown()
            sizes(site.out / "search")
        if options.only != "quality":
            times(browser, site, real, catalog)
        browser.close()


if __name__ == "__main__":
    main()
