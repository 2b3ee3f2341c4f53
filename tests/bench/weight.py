"""What a reader pays for a page, beside other site generators with the same chapters: bytes and Lighthouse.

    .venv/bin/python tests/bench/weight.py [--only ours material zensical starlight] [--runs 3]

Bytes are those of a first visit to a chapter (HTML, CSS, scripts and pictures that Chromium asks for by
itself, over brotli) and of the next chapter.  Lighthouse runs on its mobile profile and on a slow one:
400 kbit/s, 400 ms, processor slowed four times.  Needs Chromium, node and npm, and for the others the
network: Lighthouse, Starlight and Zensical are installed into .cache/bench/.  Prints a table and writes it into BENCHMARKS.md.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from handbook.site.assets import pack  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from report import write_section  # noqa: E402

PLACE = ROOT / ".cache" / "bench" / "weight"
FOLDERS = ("chinh-sach", "phap-luat", "ky-nang")
FIRST, NEXT = "ky-nang/vneid/", "ky-nang/nop-ho-so-truc-tuyen/"
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
LIGHTHOUSE = "lighthouse@12.8.2"
STARLIGHT = ("astro@5.18.2", "@astrojs/starlight@0.37.7", "sharp@0.34.5")  # run on Node 20; newer ones were not tried
ZENSICAL = "zensical==0.0.70"
SLOW = (
    "--throttling-method=simulate",
    "--throttling.rttMs=400",
    "--throttling.throughputKbps=400",
    "--throttling.cpuSlowdownMultiplier=4",
)


def chapters() -> dict[str, tuple[str, str]]:
    """Title and Markdown of each chapter, by address; without what only this project understands."""
    found = {}
    for folder in FOLDERS:
        for path in sorted((ROOT / "docs" / folder).glob("*.md")):
            if path.name.count(".") > 1 or path.stem == "index":
                continue
            text = path.read_text(encoding="utf-8")
            head, body = re.match(r"---\n(.*?)\n---\n(.*)", text, re.DOTALL).groups()
            title = re.search(r"^title: *(.*)$", head, re.MULTILINE)[1].strip("\"' ")
            body = re.sub(r"^///.*$|\{\{.*?\}\}|\{\.[\w-]+\}", "", body, flags=re.MULTILINE)
            body = re.sub(r"\]\((?!https?:)[^)]*\)", "](#)", body)
            found[f"{folder}/{path.stem}"] = (title, body)
    return found


def run(*command: str, cwd: Path, **environment: str) -> None:
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **environment}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout[-3000:]}")


def fresh(name: str) -> Path:
    folder = PLACE / name
    for part in ("docs", "site", "dist", "src"):
        shutil.rmtree(folder / part, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def write_docs(folder: Path) -> None:
    for address, (title, body) in chapters().items():
        path = folder / f"{address}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n{body}", encoding="utf-8")
    (folder / "index.md").write_text("---\ntitle: Cẩm nang chuyển đổi số\n---\nCẩm nang.\n", encoding="utf-8")


def ours() -> Path:
    folder = fresh("ours")
    run(
        str(ROOT / ".venv/bin/mkdocs"),
        "build",
        "--strict",
        "-d",
        str(folder / "site"),
        cwd=ROOT,
        HANDBOOK_BOOK="false",
        HANDBOOK_PACK="false",
        NO_MKDOCS_2_WARNING="1",
        SITE_URL="https://cam-nang.example/",
    )
    return folder / "site"


def material() -> Path:
    folder = fresh("material")
    write_docs(folder / "docs")
    (folder / "mkdocs.yml").write_text(
        "site_name: Cẩm nang\ntheme: {name: material, language: vi, font: false}\n"
        "markdown_extensions: [admonition, attr_list, tables, pymdownx.details, pymdownx.superfences, {pymdownx.tabbed: {alternate_style: true}}]\n"
    )
    run(str(ROOT / ".venv/bin/mkdocs"), "build", cwd=folder, NO_MKDOCS_2_WARNING="1")
    return folder / "site"


def zensical() -> Path:
    folder = fresh("zensical")
    write_docs(folder / "docs")
    (folder / "zensical.toml").write_text(
        '[project]\nsite_name = "Cẩm nang"\n[project.theme]\nlanguage = "vi"\nfont = false\n', encoding="utf-8"
    )
    if not (folder / "venv/bin/zensical").is_file():
        run(sys.executable, "-m", "venv", "venv", cwd=folder)
        run("venv/bin/pip", "install", "--quiet", ZENSICAL, cwd=folder)
    run("venv/bin/zensical", "build", cwd=folder)
    return folder / "site"


def starlight() -> Path:
    folder = fresh("starlight")
    write_docs(folder / "src/content/docs")
    (folder / "package.json").write_text('{"name": "do", "type": "module", "private": true}')
    (folder / "astro.config.mjs").write_text(
        "import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\n"
        "export default defineConfig({ integrations: [starlight({ title: 'Cẩm nang', defaultLocale: 'root', "
        "locales: { root: { label: 'Tiếng Việt', lang: 'vi' } }, sidebar: ["
        + ", ".join(f"{{ label: '{name}', autogenerate: {{ directory: '{name}' }} }}" for name in FOLDERS)
        + "] })] });\n"
    )
    (folder / "src/content.config.ts").write_text(
        "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\n"
        "import { docsSchema } from '@astrojs/starlight/schema';\n"
        "export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n"
    )
    if not (folder / "node_modules/astro").is_dir():
        run("npm", "install", "--no-audit", "--no-fund", *STARLIGHT, cwd=folder)
    run("npx", "astro", "build", cwd=folder, ASTRO_TELEMETRY_DISABLED="1")
    return folder / "dist"


class Packed(SimpleHTTPRequestHandler):
    """Hands out the brotli copy of a file, as a host does."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        copy = path.with_name(f"{path.name}.br")
        content = (copy if copy.is_file() else path).read_bytes()
        self.send_response(200)
        self.send_header(
            "Content-Type",
            f"{self.guess_type(str(path))}; charset=utf-8".replace("image/svg+xml; charset=utf-8", "image/svg+xml"),
        )
        if copy.is_file():
            self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=31536000, immutable" if path.suffix != ".html" else "max-age=600")
        self.end_headers()
        self.wfile.write(content)
        return None


def serve(site: Path) -> tuple[ThreadingHTTPServer, str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Packed, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


def visit(site: Path, address: str) -> tuple[int, int]:
    """Bytes of a first visit and of the next chapter, as packed on the disk."""
    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(
            viewport={"width": 360, "height": 740}, device_scale_factor=2, is_mobile=True
        ).new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address + FIRST, wait_until="networkidle")
        first = set(asked)
        asked.clear()
        page.goto(address + NEXT, wait_until="networkidle")
        further = set(asked) - first
        icons = page.evaluate("[...document.querySelectorAll('link[rel~=icon]')].map(link => link.href)")
        browser.close()
    return size(site, address, first | set(icons)), size(site, address, further)


def size(site: Path, address: str, urls: set[str]) -> int:
    total = 0
    for url in urls:
        if url.startswith(address):
            path = site / urlsplit(url).path.lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            copy = path.with_name(f"{path.name}.br")
            total += (copy if copy.is_file() else path).stat().st_size if path.is_file() else 0
    return total


def lighthouse(address: str, runs: int, *options: str) -> dict[str, float]:
    results = []
    for number in range(runs):
        report = PLACE / f"report-{number}.json"
        subprocess.run(
            [
                str(PLACE / "node_modules/.bin/lighthouse"),
                address + FIRST,
                "--output=json",
                f"--output-path={report}",
                "--quiet",
                "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
                *options,
            ],
            check=True,
            env={**os.environ, "CHROME_PATH": CHROMIUM},
            stdout=subprocess.DEVNULL,
        )
        data = json.loads(report.read_text(encoding="utf-8"))
        results.append(
            {
                **{name: round(part["score"] * 100) for name, part in data["categories"].items()},
                **{
                    name: data["audits"][name]["numericValue"]
                    for name in (
                        "first-contentful-paint",
                        "largest-contentful-paint",
                        "total-blocking-time",
                        "cumulative-layout-shift",
                    )
                },
            }
        )
        failing = sorted(
            name
            for category in data["categories"].values()
            for ref in category["auditRefs"]
            if ref["weight"]
            and (name := ref["id"])
            and (data["audits"][name]["score"] or 0) < 0.9
            and data["audits"][name]["score"] is not None
        )
        results[-1]["failing"] = failing
    return {
        name: statistics.median(result[name] for result in results) if name != "failing" else results[0][name]
        for name in results[0]
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="*", default=["ours", "material", "zensical", "starlight"])
    parser.add_argument("--runs", type=int, default=3, help="of Lighthouse for each profile; the median counts")
    parser.add_argument("--print", action="store_true", help="do not write BENCHMARKS.md")
    options = parser.parse_args()
    PLACE.mkdir(parents=True, exist_ok=True)
    if not (PLACE / "node_modules/.bin/lighthouse").exists():
        (PLACE / "package.json").write_text('{"private": true}')
        run("npm", "install", "--no-audit", "--no-fund", LIGHTHOUSE, cwd=PLACE)
    makers = {"ours": ours, "material": material, "zensical": zensical, "starlight": starlight}
    rows = [
        "| | first visit | next chapter | LCP mobile | LCP slow | CLS | performance mobile / slow | accessibility / best practices / SEO |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name in options.only:
        site = makers[name]()
        pack(site)
        server, address = serve(site)
        first, further = visit(site, address)
        mobile, slow = lighthouse(address, options.runs), lighthouse(address, options.runs, *SLOW)
        server.shutdown()
        rows.append(
            f"| {name} | {first / 1000:.1f} KB | {further / 1000:.1f} KB | {mobile['largest-contentful-paint'] / 1000:.1f} s "
            f"| {slow['largest-contentful-paint'] / 1000:.1f} s | {slow['cumulative-layout-shift']:.3f} "
            f"| {mobile['performance']:.0f} / {slow['performance']:.0f} "
            f"| {mobile['accessibility']:.0f} / {mobile['best-practices']:.0f} / {mobile['seo']:.0f} |"
        )
        sys.stderr.write(
            f"{rows[-1]}\n  below 90 %: {', '.join(mobile['failing'])} | slow: {', '.join(slow['failing'])}\n"
        )
    sys.stdout.write("\n".join(rows) + "\n")
    if not options.print:
        write_section("weight", "Trang web: cân nặng", "\n".join(rows), {"Lighthouse": LIGHTHOUSE.partition("@")[2]})


if __name__ == "__main__":
    main()
