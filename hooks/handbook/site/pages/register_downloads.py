"""The register of legal documents as files to download."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from handbook.cache.last_result import Latest
from handbook.law.register_rows import OPTIONAL, REQUIRED
from handbook.source.file_names import REGISTER
from handbook.source.schema import TableMeta
from handbook.tables import read_table, to_csv, to_xlsx
from handbook.tables.file.open_file import read_grid
from handbook.vietnamese.text import nfc

_files: Latest[dict[str, bytes]] = Latest()


def register_downloads(docs: Path, as_of: dt.date) -> dict[str, bytes]:
    """Site path → bytes of the register as CSV and XLSX; nothing without a register."""
    path = docs / REGISTER
    if not path.is_file():
        return {}
    return _files.of(path, (path.read_bytes(), as_of), lambda: _made(path, as_of))


def _columns(path: Path) -> frozenset[str]:
    """The names in the register's first row, whatever parts its cells and however they are quoted."""
    grid, _ = read_grid(path, path.name, None)
    return frozenset(nfc(item.text).strip() for item in grid.rows[0]) if grid and grid.rows else frozenset()


def _made(path: Path, as_of: dt.date) -> dict[str, bytes]:
    # Every column is text: a number such as 13/2023 is no date, a note no figure.
    # A register without the columns of partial repeal is whole too.
    named = _columns(path)
    meta = TableMeta.model_validate(
        {
            "title": "Danh mục văn bản pháp luật",
            "ngay": as_of,
            "so_lieu_den": as_of.isoformat(),
            "cot": {name: {"kieu": "chu"} for name in (*REQUIRED, *OPTIONAL) if name in named},
        }
    )
    table = read_table(path, meta, f"docs/{REGISTER}")[0]
    if table is None:
        return {}
    stem = REGISTER.removesuffix(".csv")
    return {f"{stem}.csv": to_csv(table), f"{stem}.xlsx": to_xlsx(table, meta)}
