"""The copies to read without a network: ``make offline`` or ``python hooks offline``.

Builds the site and the books into ``site/``, then EPUB, zip and ZIM into
``site/tai-ve/``.  Exit status 1 when something in them would not work.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from handbook.book.file_names import BOOKS, EPUBS, epub_name, site_folder, team_prints, zim_name, zip_name
from handbook.commands.console import say
from handbook.commands.site_build import BuiltSite, build_site
from handbook.mkdocs import converted_html, web_app
from handbook.offline.checked_files import LIST, sums_of
from handbook.offline.epub.epub import make_epub
from handbook.offline.portable_files import carry
from handbook.offline.site_zip import Edition, zip_site
from handbook.offline.zim.zim import ZimFacts, write_zim
from handbook.problem import Problem, in_reading_order
from handbook.sections import DEFAULT_LANGUAGE
from handbook.settings import is_public

ROOT = Path(__file__).resolve().parents[3]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Dựng các bản đọc không cần mạng vào site/tai-ve/.")
    parser.add_argument("--config", type=Path, default=ROOT / "mkdocs.yml", help="tệp cấu hình của trang")
    options = parser.parse_args(arguments)
    online = build_site(options.config)
    folder = Path(online.config.site_dir, "tai-ve")
    problems: list[Problem] = []
    for language in online.session.languages:
        say(f"Đang đóng gói {epub_name(language)} …")
        epub, found = make_epub(converted_html.book_in(language, online.session, online.config))
        (folder / epub_name(language)).write_bytes(epub)
        problems += found
    with tempfile.TemporaryDirectory() as temporary:
        problems += _copies(Path(temporary), online, options.config)
    (folder / LIST).write_text(sums_of(folder), encoding="utf-8")
    web_app.tell_downloads(online.session, online.config)
    say("".join(f"{problem}\n" for problem in in_reading_order(problems)) + f"Xong: {folder}")
    return 1 if problems else 0


def _copies(site: Path, online: BuiltSite, config_file: Path) -> tuple[Problem, ...]:
    """Zip and ZIM of the site, built once more with addresses that need no server."""
    os.environ.update(HANDBOOK_BOOK="false", HANDBOOK_PACK="false")
    book = converted_html.book_in(DEFAULT_LANGUAGE, online.session, online.config)
    copy = build_site(config_file, site_dir=str(site), use_directory_urls=False)
    target = Path(online.config.site_dir, "tai-ve")
    home = online.config.site_url or ""
    home = home if is_public(home) else ""
    address = f"{home}tai-ve/" if home else ""
    for language, editions in online.session.offers.items():
        copy.session.offers[language] = tuple(
            one for one in editions if one.name in team_prints(language) or one.group == "pack"
        )
    packs = {one.name: one.title for one in copy.session.offers[DEFAULT_LANGUAGE] if one.group == "pack"}
    carry((*team_prints(), *packs), target, site / "tai-ve")
    converted_html.fill_download_pages(copy.session, copy.config, address, is_copy=True)
    say(f"Đang đóng gói {zip_name()} …")
    packed, problems = zip_site(site, Edition(site_folder(), book.edition, book.as_of, home), packs)
    (target / zip_name()).write_bytes(packed)
    # Beside a hotspot there is nowhere else to get the books from.
    carry((*BOOKS, *EPUBS), target, site / "tai-ve")
    converted_html.fill_download_pages(copy.session, copy.config, address, is_copy=True)
    say(f"Đang đóng gói {zim_name()} …")
    facts = ZimFacts(
        f"{site_folder()}_{DEFAULT_LANGUAGE}_all",
        book.title,
        book.subtitle,
        book.title,
        copy.session.languages,
        book.as_of,
        home,
        (site / "assets" / "favicon.svg").read_text(encoding="utf-8"),
    )
    return problems + write_zim(site, target / zim_name(), facts)
