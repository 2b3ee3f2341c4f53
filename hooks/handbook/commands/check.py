"""Check ``docs/`` without building the site: ``make check`` or ``python hooks check``.

Exit status 0 when nothing blocks publication, 1 when something does.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from handbook.catalogue.addresses import PUBLISHED, check_published, read_published
from handbook.checks import Content, check_content, read_pages
from handbook.checks.autofix import mend_content
from handbook.checks.cited_law import read_citations
from handbook.checks.embedded_pictures import save_pictures
from handbook.checks.image_metadata import clean_images
from handbook.checks.report_formats import WRITERS, summary
from handbook.commands.console import write
from handbook.law.stale_citations import pages_to_review, review_table
from handbook.load import read_catalog
from handbook.problem import Severity, in_reading_order
from handbook.settings import as_of, top_pages
from handbook.tables import skeleton_meta

ROOT = Path(__file__).resolve().parents[3]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Kiểm tra nội dung trong docs/ mà không dựng trang.")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", help="thư mục nội dung")
    parser.add_argument("--output", choices=tuple(WRITERS), default="text", help="dạng kết quả")
    parser.add_argument("--fix", action="store_true", help="tự sửa những lỗi sửa được an toàn rồi kiểm tra lại")
    parser.add_argument(
        "--hints", action="store_true", default=bool(os.environ.get("HINTS")), help="kể cả gợi ý, không chỉ lỗi"
    )
    options = parser.parse_args(arguments)
    content = _read(options.docs)
    mended = ""
    if options.fix:
        if mended := _save_pictures(content):
            content = _read(options.docs)
        if more := _mend(content):
            content, mended = _read(options.docs), mended + more
    catalog = content.catalog
    cited = tuple(read_citations(catalog))
    published = read_published(options.docs.parent / PUBLISHED)
    problems = in_reading_order(
        [
            *catalog.problems,
            *(check_published(catalog, published, PUBLISHED) if published else ()),
            *(problem for page in cited for problem in page.problems),
            *check_content(content),
        ]
    )
    blocking = [problem for problem in problems if problem.severity is not Severity.HINT]
    # Programs read the other outputs: nothing may stand before them.
    if options.output == "text":
        write(mended)
    shown = problems if options.hints or options.output != "text" else tuple(blocking)
    write(WRITERS[options.output](shown))
    if options.output == "text":
        for problem in blocking:
            if problem.code == "bang-thieu-md":
                data = options.docs / Path(problem.path).relative_to(options.docs.name)
                write(f"\nNội dung gợi ý cho {problem.path.rsplit('.', 1)[0]}.md:\n\n{skeleton_meta(data)}\n")
        if catalog.register and (stale := review_table(pages_to_review(catalog.register, cited))):
            write(f"\nVăn bản không còn hoặc chưa có hiệu lực, và trang phải xem lại:\n{stale}\n")
        write(summary(problems, options.hints))
    return 1 if blocking else 0


def _read(docs: Path) -> Content:
    return read_pages(docs, read_catalog(docs, as_of(ROOT / "mkdocs.yml")), top_pages(ROOT / "mkdocs.yml"))


def _save_pictures(content: Content) -> str:
    """Write the pictures that stand inside of pages beside them; what was done, a line each."""
    lines: list[str] = []
    for saved in save_pictures(content):
        for uri, data in saved.pictures:
            (content.docs / uri).write_bytes(data)
        (content.docs / saved.uri).write_bytes(saved.text.encode("utf-8"))
        lines.append(f"{saved.done}\n")
    return "".join(lines)


def _mend(content: Content) -> str:
    """Write the pages and images that can be mended; what was done, a line each."""
    lines: list[str] = []
    for page, text, done in mend_content(content):
        path = content.docs / Path(page.article.path).relative_to(content.docs.name)
        path.write_bytes(text.encode("utf-8"))
        lines += (f"{item}\n" for item in sorted(set(done)))
    for done, data in clean_images(content):
        (content.docs / Path(done.path).relative_to(content.docs.name)).write_bytes(data)
        lines.append(f"{done}\n")
    return "".join(lines)
