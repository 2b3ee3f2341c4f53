"""Data tables: an editor's spreadsheet in, an accessible, sourced table out."""

from handbook.tables.charts import chart_svg
from handbook.tables.downloads import to_csv, to_xlsx
from handbook.tables.figures import figure
from handbook.tables.model import Cell, Column, Table
from handbook.tables.page import render_table
from handbook.tables.reading import read_table
from handbook.tables.selecting import select_rows
from handbook.tables.skeleton import skeleton_meta

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
