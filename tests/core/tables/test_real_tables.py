"""The handbook's own tables: read without a problem, nothing of them lost, their charts honest."""

import csv
import io
from pathlib import Path

import pytest
from handbook.source import frontmatter
from handbook.source.schema import TableMeta
from handbook.source.text_files import text_of
from handbook.tables import chart_svg, read_table, to_csv
from handbook.tables.number_text import machine_text
from handbook.vietnamese.text import nfc

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "so-lieu"
TABLES = sorted(FOLDER.glob("*.csv"))


@pytest.mark.parametrize("path", TABLES, ids=[path.stem for path in TABLES])
def test_table(path):
    text, _ = text_of(path.with_suffix(".md").read_bytes(), "x.md")
    front, _ = frontmatter.split(text, "x.md")
    meta, problems = frontmatter.validate(front, TableMeta, "x.md")
    assert meta, [str(problem) for problem in problems]
    table, problems = read_table(path, meta, f"docs/so-lieu/{path.name}")
    assert table is not None and not problems, [str(problem) for problem in problems]
    with path.open(encoding="utf-8-sig", newline="") as file:
        written = [[nfc(cell).strip() for cell in row] for row in csv.reader(file)]
    assert [column.header for column in table.columns] == written[0]
    assert [[cell.raw for cell in row] for row in table.rows] == written[1:]
    given = list(csv.reader(io.StringIO(to_csv(table).decode("utf-8-sig"), newline="")))[1:]
    assert [[cell.removeprefix("'") for cell in row] for row in given] == [
        [machine_text(cell, column) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows
    ]
    if meta.chart:
        svg, problems = chart_svg(table, meta, "vi")
        assert svg and not problems, [str(problem) for problem in problems]
