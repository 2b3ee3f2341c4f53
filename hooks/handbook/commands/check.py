"""Check ``docs/`` without building the site: ``make check`` or ``python hooks check``.

Exit status 0 when nothing blocks publication, 1 when something does.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from handbook.catalogue.addresses import PUBLISHED, check_published, read_published
from handbook.checks import Content, check_content, read_pages
from handbook.checks.cited_law import read_citations
from handbook.checks.report_formats import WRITERS, summary
from handbook.commands.console import write
from handbook.commands.mending import mend, save_embedded
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
        if mended := save_embedded(content):
            content = _read(options.docs)
        if more := mend(content):
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
