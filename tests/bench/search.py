"""Quality of search beside the theme's own and MiniSearch, on tests/search/*.jsonl; sizes and times.

    .venv/bin/python tests/bench/search.py [--only quality|times|growth] [--misses]

Prints the tables of BENCHMARKS.md: per cent found first and among the first three, for each half
and each kind, alone and among 300 unrelated pages; kilobytes; and milliseconds on a processor four
times slower.  Needs Chromium; MiniSearch comes from npm into ``.cache/bench`` and is left out without it.
"""

import argparse
import datetime as dt
import functools
import gzip
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "search"), str(ROOT / "tests"), str(ROOT / "hooks")]

import brotli  # noqa: E402
from handbook.load import read_catalog  # noqa: E402
from handbook.search import build_index  # noqa: E402
from handbook.vietnamese.text import fold  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from read_index import read_pages  # noqa: E402
from search_noise import noise_pages  # noqa: E402
from search_tools import Engine, key_of, share_found  # noqa: E402
from search_tools import asked_in as rows_asked_in  # noqa: E402
from support import make_site  # noqa: E402

AS_OF = dt.date(2026, 11, 30)
ENGINE = ROOT / "overrides" / "assets" / "search"
CACHE = ROOT / ".cache" / "bench" / "npm"
MINISEARCH = "minisearch@7.2.0"
#: The sets of queries, and what BENCHMARKS.md calls them.
SETS = {
    "tuned": "Nửa đã xem cũ",
    "held-out": "Nửa để dành cũ",
    "fresh-tuned": "Câu mới, đã xem",
    "fresh-held-out": "Câu mới, để dành",
    "independent-tuned": "Câu độc lập, đã xem",
    "independent-held-out": "Câu độc lập, để dành",
    "outsider-seen": "Câu người ngoài, đã xem",
    "outsider-held-out": "Câu người ngoài, để dành",
    "stranger-first": "Người ngoài thứ hai, nửa đầu",
    "stranger-second": "Người ngoài thứ hai, nửa sau",
    "third-seen": "Bộ thứ ba, đã xem",
    "third-held-out": "Bộ thứ ba, để dành",
}
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


def ours(page, site, pages, catalog, queries):
    """The engine as the box uses it: with the texts around hits and the lookup of places."""
    places = (site.out / "tra-cuu" / "dia-danh.js").read_text(encoding="utf-8")
    files = build_index(pages, catalog.glossary, "vi", catalog.vocabulary)
    return Engine(page, files, places).answers(queries)


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
    # English queries of the outsider's sets ask the English pages, which the other engines are not given here;
    # tests/search/test_quality.py measures them too.
    halves = {half: rows_asked_in("vi", half) for half in SETS}
    rows = [entry for entries in halves.values() for entry in entries]
    asked = [entry["query"] for entry in rows]
    kinds = sorted({entry["kind"] for entry in rows})
    found = {}
    for name, pages in (("một mình", real), ("thêm 300 trang", [*real, *noise_pages(300)])):
        found[OURS, name] = ours(page, site, pages, catalog, asked)
        if script:
            found[MINI, name] = minisearch(page, script, pages, asked, pairs=False)
            found[PAIRS, name] = minisearch(page, script, pages, asked, pairs=True)
        found[LUNR, name] = lunr(page, site.out, address, pages, asked)
    print(f"\nTìm đúng ngay trang đầu / trong ba trang đầu, % của {len(rows)} câu trên {len(real)} trang:\n")
    head(
        "Bộ máy",
        "Trang",
        "Cả bộ",
        *(f"{SETS[half]} ({sum(bool(entry['expect']) for entry in halves[half])})" for half in halves),
        "Câu thật không có kết quả",
        "Câu vô nghĩa có kết quả",
    )
    for (engine, name), answers in found.items():
        parts = [
            list(
                zip(
                    *[
                        (entry, answer)
                        for entry, answer in zip(rows, answers, strict=True)
                        if entry in wanted and entry["expect"]
                    ],
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
            if any(entry in halves[half] for half in halves if half.endswith(("tuned", "seen"))) and not share_found(
                [entry], [answer], 1
            ):
                print(f"    {entry['kind']}: {entry['query']} → {[key_of(item[0]) for item in answer[:3]]}")


def sizes(site):
    """What is loaded when the box is opened, and what follows for the text around hits."""
    print("\nKB (1.000 byte) khi nén:\n")
    head("Tệp", "gzip", "brotli")
    folder = site.out / "search"
    first = [*sorted((site.out / "assets" / "search").glob("*.js")), folder / "vi.js"]
    later = sorted(folder.glob("vi-*.js"))
    for name, paths in [
        *((re.sub(r"\.[0-9a-f]{8}", "", path.name), [path]) for path in first),
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


#: Typed letter by letter, as on a phone without a Vietnamese keyboard.
TYPED = ["chuyen doi so la gi", "bi lua mat tien phai lam gi", "mk vneid quen", "xa lac duong", "cccd gan chip"]
OPEN = """async ([first, queries]) => {
    const box = document.querySelector('input[name=query]'), toggle = document.getElementById('__search');
    const opened = performance.now();
    toggle.click();
    const part = async name => {
        for (;;) {  // a script that comes when the box is opened makes it
            const found = document.querySelector('.md-search-result__' + name);
            if (found) return found;
            await new Promise(done => setTimeout(done, 5));
        }
    };
    const list = await part('list'), meta = await part('meta');
    const type = (query, start = performance.now()) => new Promise(done => {
        const observer = new MutationObserver(() => {
            if (!meta.textContent || /…$/.test(meta.textContent) || query && /^Gõ/.test(meta.textContent)) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
        });
        observer.observe(list, {childList: true});
        observer.observe(meta, {childList: true, characterData: true, subtree: true});
        box.value = query;
        box.dispatchEvent(new Event('input'));
    });
    const times = [await type(first, opened)];
    for (const query of queries) {
        for (let length = 1; length <= query.length; length++) {
            await new Promise(done => setTimeout(done, 150));
            times.push(await type(query.slice(0, length)));
        }
    }
    return times;
}"""


def opening(browser, home, throttle=4):
    """Milliseconds in the real box on a processor slowed ``throttle`` times: from opening it to the first result
    drawn, and for each later key.  From ``file://`` the engine shares the page's slowed thread.  The page is there
    with its own scripts, which come when it is painted: nobody taps before that."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    page = context.new_page()
    page.goto(home)
    page.wait_for_selector(".md-search-result__list", state="attached")
    page.wait_for_timeout(1000)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    times = page.evaluate(OPEN, ["lam vneid muc 2", TYPED])
    context.close()
    return times


def times(browser, site, real, catalog):
    """On the site itself, then with its index among so many unrelated pages."""
    print(
        "\nMili giây trên bộ xử lý chậm đi 4 lần (CDP), cả bộ máy chạy trên luồng của trang (file://), trung vị của 3 lần; "
        f"phím sau: {sum(map(len, TYPED))} phím gõ từng chữ:\n"
    )
    head("Trang", "Mở ô tìm → kết quả đầu", "Phím sau, giữa", "Phím sau, 95 %", "Phím sau, chậm nhất")
    for count in (0, 1000 - len(real)):
        files = build_index([*real, *noise_pages(count)], catalog.glossary, "vi", catalog.vocabulary)
        for name, content in files.items():
            (site.out / "search" / name).write_text(content, encoding="utf-8")
        runs = [opening(browser, (site.out / "index.html").as_uri()) for _ in range(3)]
        first, *later = (statistics.median(column) for column in zip(*runs, strict=True))
        later.sort()
        row(
            len(real) + count,
            f"{first:.0f}",
            f"{statistics.median(later):.0f}",
            f"{later[int(0.95 * len(later))]:.0f}",
            f"{later[-1]:.0f}",
        )


def growth(real, catalog):
    """Sizes of the index among unrelated pages."""
    print("\nLớn lên theo số trang, KB (1.000 byte):\n")
    head("Trang", "Chỉ mục gzip", "brotli", "gzip mỗi trang", "Tệp chữ lớn nhất, chưa nén", "Số tệp chữ", "Giây để lập")
    for count in (0, 1000 - len(real), 5000 - len(real)):
        start = time.perf_counter()
        files = build_index([*real, *noise_pages(count)], catalog.glossary, "vi", catalog.vocabulary)
        seconds = time.perf_counter() - start
        index = files.pop("vi.js").encode()
        packed = len(gzip.compress(index)) / 1000
        row(
            len(real) + count,
            f"{packed:.0f}",
            f"{len(brotli.compress(index, quality=9)) / 1000:.0f}",
            f"{packed / (len(real) + count):.2f}",
            f"{max(len(content.encode()) for content in files.values()) / 1000:.0f}",
            len(files),
            f"{seconds:.1f}",
        )


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--only", choices=["quality", "times", "growth"])
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
        if options.only in (None, "quality"):
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
            sizes(site)
        if options.only in (None, "growth"):
            growth(real, catalog)
        if options.only in (None, "times"):
            times(browser, site, real, catalog)
        browser.close()


if __name__ == "__main__":
    main()
