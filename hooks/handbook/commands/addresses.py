"""The list of published addresses: ``make addresses`` adds today's pages to it.

A published address stays in the list for ever; ``make check`` tells when one
leads nowhere any more.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from handbook.catalogue.addresses import PUBLISHED, all_addresses, read_published, write_published
from handbook.commands.console import say
from handbook.load import read_catalog
from handbook.settings import as_of

ROOT = Path(__file__).resolve().parents[3]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Ghi thêm địa chỉ của các trang hiện có vào danh sách đã công bố.")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", help="thư mục nội dung")
    parser.add_argument("--list", type=Path, default=ROOT / PUBLISHED, help="tệp danh sách")
    options = parser.parse_args(arguments)
    published = read_published(options.list)
    addresses = all_addresses(read_catalog(options.docs, as_of(ROOT / "mkdocs.yml")), published)
    write_published(options.list, addresses)
    say(f"{options.list.name}: {len(addresses)} địa chỉ, thêm {len(addresses) - len(published)}.")
    return 0
