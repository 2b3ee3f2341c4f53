"""What pages ask of the data tables: blocks, filters, quoted figures, charts."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import partial

from handbook.catalogue.catalog import Article, Catalog
from handbook.markdown.quoted_figures import SHORT_OF_A_BRACE, quotations_in
from handbook.markdown.source_scan import blocks_in, without_code
from handbook.problem import Problem
from handbook.sections import DEFAULT_LANGUAGE
from handbook.source.guard import guarded, told
from handbook.source.schema import TableMeta
from handbook.source.yaml_lines import with_lines
from handbook.tables import Table, chart_svg, figure, select_rows


def check_tables(catalog: Catalog) -> tuple[Problem, ...]:
    """Problems of every block and quoted figure, and of every table's chart."""
    problems: list[Problem] = []
    for article in catalog.articles.values():
        problems += told(article.path, partial(_check_blocks, article, catalog))
        problems += told(article.path, partial(_check_figures, article, catalog))
    for key, table in sorted(catalog.tables.items()):
        page = catalog.article(key, DEFAULT_LANGUAGE)
        if page and isinstance(page.meta, TableMeta) and page.meta.chart:
            found = guarded(page.path, partial(_chart_problems, table, page.meta), lambda problem: (problem,))
            problems += with_lines(found, page.path, page.lines)
    return tuple(problems)


def _chart_problems(table: Table, meta: TableMeta) -> tuple[Problem, ...]:
    return chart_svg(table, meta, DEFAULT_LANGUAGE)[1]


def _check_blocks(article: Article, catalog: Catalog) -> Iterator[Problem]:
    for block in blocks_in(article.body):
        line = article.body_line + block.line - 1
        table = catalog.tables.get(f"so-lieu/{block.request.name}")
        if table is None:
            yield _unknown_table(block.request.name, article.path, line, catalog)
        elif block.complaint:
            yield Problem(
                article.path,
                line,
                f"Khối bảng số liệu “{block.request.name}”: {block.complaint}.",
                "Tùy chọn dùng được: loc: {cột: giá trị}; hien: bang, bieu-do hoặc ca-hai.",
                "bang-tuy-chon",
            )
        else:
            yield from select_rows(table, block.request.where, article.path, line)[1]
            owner = catalog.article(f"so-lieu/{block.request.name}", DEFAULT_LANGUAGE)
            if block.request.show != "bang" and not getattr(owner.meta if owner else None, "chart", None):
                yield Problem(
                    article.path,
                    line,
                    f"Bảng “{block.request.name}” chưa khai biểu đồ.",
                    "Thêm bieu_do vào tệp .md của bảng, hoặc bỏ dòng hien.",
                    "bang-tuy-chon",
                )


def _check_figures(article: Article, catalog: Catalog) -> Iterator[Problem]:
    text = without_code(article.body)
    for match in SHORT_OF_A_BRACE.finditer(text):
        yield Problem(
            article.path,
            article.body_line + text.count("\n", 0, match.start()),
            f"“{match.group()}” thiếu một dấu ngoặc nhọn mỗi bên.",
            f"Viết {{{match.group()}}}.",
            "so-trich",
        )
    for quotation, written, start in quotations_in(without_code(article.body)):
        line = article.body_line + start - 1
        if quotation is None:
            yield Problem(
                article.path,
                line,
                f"Không hiểu “{written}”.",
                "Viết {{so-lieu | ten-bang | cột=giá trị | cột lấy số}}.",
                "so-trich",
            )
        elif (table := catalog.tables.get(f"so-lieu/{quotation.table}")) is None:
            yield _unknown_table(quotation.table, article.path, line, catalog)
        elif isinstance(
            found := figure(table, quotation.where, quotation.column, article.language, article.path, line), Problem
        ):
            yield found


def _unknown_table(name: str, path: str, line: int, catalog: Catalog) -> Problem:
    names = [key.split("/", 1)[1] for key in catalog.tables]
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    return Problem(
        path,
        line,
        f"Không có bảng số liệu “{name}”.",
        f"Có phải ý bạn là “{near[0]}”?" if near else "Xem tên bảng trong docs/so-lieu/.",
        "bang-khong-co",
    )
