"""Data tables: an editor's spreadsheet in, an accessible, sourced table out."""

from handbook.tables.chart.chart import chart_svg
from handbook.tables.meaning.read_table import read_table
from handbook.tables.model import Cell, Column, Table
from handbook.tables.output.csv_xlsx import to_csv, to_xlsx
from handbook.tables.output.html_table import render_table
from handbook.tables.output.md_skeleton import skeleton_meta
from handbook.tables.output.quoted_figure import figure
from handbook.tables.output.row_filter import select_rows

__all__ = [
    "Cell",
    "Column",
    "Table",
    "chart_svg",
    "figure",
    "read_table",
    "render_table",
    "select_rows",
    "skeleton_meta",
    "to_csv",
    "to_xlsx",
]
