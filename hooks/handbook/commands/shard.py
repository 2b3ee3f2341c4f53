"""One share of the books, for a machine of its own: ``make shard SHARD=vi-print`` or ``python hooks shard vi-print``.

Leaves the share's PDFs in ``.cache/book/kept/``.  Put there on another machine with the same commit and the
same ``SITE_URL``, they are what ``make site`` and ``make offline`` take instead of typesetting them; the
site is the same to the byte, and a share that is missing or does not fit is made there.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from handbook.book.editions.shards import SHARDS
from handbook.commands.console import say
from handbook.commands.site_build import build_site
from handbook.sections import DEFAULT_LANGUAGE

ROOT = Path(__file__).resolve().parents[3]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Dàn trang một phần của các bản sách, để máy khác ghép lại.")
    parser.add_argument("shard", metavar="PHẦN", help=f"một trong: {', '.join(SHARDS)}")
    parser.add_argument("--config", type=Path, default=ROOT / "mkdocs.yml", help="tệp cấu hình của trang")
    options = parser.parse_args(arguments)
    if options.shard not in SHARDS:
        say(f"Không có phần “{options.shard}”. Cách sửa: chọn một trong {', '.join(SHARDS)}.")
        return 2
    os.environ.update(HANDBOOK_PACK="false", HANDBOOK_BOOK="all", HANDBOOK_SHARD=options.shard)
    if options.shard.partition("-")[0] == DEFAULT_LANGUAGE:
        os.environ["HANDBOOK_ENGLISH"] = "false"
    with tempfile.TemporaryDirectory() as site:
        build_site(options.config, site_dir=site)
    return 0
