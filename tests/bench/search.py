"""Quality of search beside the theme's own and MiniSearch, on tests/search/*.jsonl; sizes and times.

    .venv/bin/python tests/bench/search.py [--minisearch path/to/minisearch/dist/umd/index.js] [--misses tuned]

Prints per cent found first and among the first three, for each half and each kind, alone and
among 300 unrelated pages.  Needs Chromium; MiniSearch is on npm and only measured when given.
"""

import argparse
import datetime as dt
import functools
import gzip
import os
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "search"), str(ROOT / "tests"), str(ROOT / "hooks")]

from handbook.collect import read_catalog  # noqa: E402
from handbook.search import build_index  # noqa: E402
from handbook.text import fold  # noqa: E402
from search_tools import key_of, queries as queries_of, read_pages, share_found  # noqa: E402
from search_noise import noise_pages  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from support import make_site  # noqa: E402

AS_OF = dt.date(2026, 11, 23)
ENGINE = ROOT / "overrides" / "assets" / "search"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def sections(pages, change=str):
    """The pages as the theme's index has them: a page and its sections, each an entry."""
    for page in pages:
        yield {"location": page.url, "title": change(page.title), "text": change(f"{page.summary} {page.units[0].text}")}
        for unit in page.units[1:]:
            yield {"location": f"{page.url}#{unit.anchor}", "title": change(unit.heading), "text": change(unit.text)}


def ours(page, pages, glossary, queries):
    page.goto("about:blank")
    page.add_script_tag(path=str(ENGINE / "worker.js"))
    page.evaluate("() => { window.handbookSearch = (kind, data) => { const start = performance.now(); "
                  "window.library = new HandbookLibrary(data); window.opened = performance.now() - start; }; }")
    page.add_script_tag(content=build_index(pages, glossary, "vi")["vi.js"])
    return page.evaluate("queries => queries.map(query => library.show(query, new Map()).items.map("
                         "item => item.map(entry => entry.location.split('#')[0])))", queries)


def lunr(page, root, address, pages, queries):
    """The theme's own worker, with the configuration that it gives a Vietnamese site."""
    page.goto(address + "robots-khong-co")
    config = {"lang": ["vi"], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"],
              "fields": {"title": {"boost": 1e3}, "text": {"boost": 1}, "tags": {"boost": 1e6}}}
    worker = next((root / "assets/javascripts/workers").glob("search.*.js")).name
    return page.evaluate("""async ([address, config, docs, queries]) => {
        const worker = new Worker(address);
        const ask = message => new Promise(done => { worker.onmessage = event => done(event.data); worker.postMessage(message); });
        await ask({type: 0, data: {config, docs, options: {suggest: false}}});
        const found = [];
        for (const query of queries) {
            const answer = await ask({type: 2, data: query});
            found.push((answer.data.items || []).map(item => item.map(entry => entry.location.split('#')[0])));
        }
        return found;
    }""", [f"{address}assets/javascripts/workers/{worker}", config, list(sections(pages)), queries])


def minisearch(page, script, pages, queries):
    """MiniSearch over folded sections: all words, and if nothing has all, any; prefixes and one typing mistake."""
    page.goto("about:blank")
    page.add_script_tag(path=script)
    return page.evaluate("""([docs, queries]) => {
        const index = new MiniSearch({fields: ['title', 'text'], storeFields: ['location'],
            searchOptions: {boost: {title: 4}, prefix: true, fuzzy: word => word.length > 3 ? 0.2 : false}});
        index.addAll(docs.map((entry, id) => ({...entry, id})));
        return queries.map(query => {
            let found = index.search(query, {combineWith: 'AND'});
            if (!found.length) found = index.search(query, {combineWith: 'OR'});
            return [...new Set(found.map(hit => hit.location.split('#')[0]))].map(address => [address]);
        });
    }""", [list(sections(pages, fold)), [fold(query) for query in queries]])


def table(name, rows, answers):
    kinds = sorted({row["kind"] for row in rows})
    cells = [f"{share_found(rows, answers, 1):5.1f} {share_found(rows, answers, 3):5.1f}"]
    for kind in kinds:
        pairs = [(row, found) for row, found in zip(rows, answers, strict=True) if row["kind"] == kind]
        cells.append(f"{share_found([row for row, _ in pairs], [found for _, found in pairs], 3):4.0f}")
    print(f"{name:34} {'   '.join(cells)}")


def opening_time(browser, pages):
    """Milliseconds on a processor four times slower: from opening the box to results, and for a later key."""
    page = browser.new_page()
    client = page.context.new_cdp_session(page)
    client.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto("about:blank")
    page.add_script_tag(path=str(ENGINE / "worker.js"))
    page.evaluate("() => { window.handbookSearch = (kind, data) => { window.data = data; }; }")
    page.add_script_tag(content=build_index(pages, None, "vi")["vi.js"])
    return page.evaluate("""() => {
        const start = performance.now();
        window.library = new HandbookLibrary(data);
        library.show('lam vneid muc 2', new Map());
        const first = performance.now() - start;
        const times = ['c', 'ch', 'chu', 'chuyen', 'chuyen doi', 'chuyen doi so la gi', 'bi lua mat tien phai lam gi', 'cccd gan chip'].map(query => {
            const start = performance.now(); library.show(query, new Map()); return performance.now() - start; });
        return [first, Math.max(...times)];
    }""")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--minisearch")
    arguments.add_argument("--misses", choices=["tuned", "held-out"])
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        site = make_site(Path(temporary) / "project", ROOT / "docs")
        site.environment = {"HANDBOOK_BOOK": "false", "HANDBOOK_ENGLISH": "false"}
        assert site.build(strict=False) == 0, site.log
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site.out)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        glossary = read_catalog(ROOT / "docs", AS_OF).glossary
        real = read_pages(site.out / "search")
        for half in ("tuned", "held-out"):
            rows = queries_of(half)
            queries = [row["query"] for row in rows]
            print(f"\n{half}: {len(rows)} queries; per cent found first and in three; then in three by kind:",
                  ", ".join(sorted({row["kind"] for row in rows})))
            for name, pages in (("alone", real), ("among 300", [*real, *noise_pages(300)])):
                found = ours(page, pages, glossary, queries)
                table(f"the handbook's, {name}", rows, found)
                table(f"the theme's lunr, {name}", rows, lunr(page, site.out, address, pages, queries))
                if options.minisearch:
                    table(f"MiniSearch folded, {name}", rows, minisearch(page, options.minisearch, pages, queries))
                if options.misses == half and name == "alone":
                    for row, results in zip(rows, found, strict=True):
                        if not share_found([row], [results], 1):
                            print(f"    {row['kind']}: {row['query']} → {[key_of(result[0]) for result in results[:3]]}")
        print("\nsizes, gzip:")
        for path in [*sorted(ENGINE.iterdir()), *sorted((site.out / "search").iterdir())]:
            print(f"{len(gzip.compress(path.read_bytes())):8}  {path.name}")
        print("\nprocessor slowed 4 times: first result after the files have come, slowest later key (ms)")
        for count in (0, 300, 800):
            first, later = opening_time(browser, [*real, *noise_pages(count)])
            print(f"{len(real) + count:6} pages {first:8.0f} {later:8.0f}")
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
