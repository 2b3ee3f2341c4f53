"""The converted text of every page, for what is made of it: the book and its offline copies."""

import subprocess
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.book.from_catalog import Imprint, make_book
from handbook.book.model import Book
from handbook.mkdocs.session import Session, key_of, language
from handbook.offline.checked_files import PUBLIC_KEY, public_key
from handbook.sections import DEFAULT_LANGUAGE
from handbook.site.assets import repack
from handbook.site.pages.downloads_page import files_in, fill_in

_SHORT = 8  # letters of a commit


def begin_language(session: Session, config: MkDocsConfig) -> None:
    """Forget the pages of the language that is about to be built."""
    session.texts[language(config)] = {}


def keep(session: Session, html: str, page: Page, config: MkDocsConfig) -> str:
    """Keep what a page's Markdown became, and its address, if a book is made; the text to go on with.

    A page that is not translated is the same text in every language, in memory too.
    """
    if session.books == "false":
        return html
    original, _ = session.texts.get(DEFAULT_LANGUAGE, {}).get(key_of(page.file), ("", ""))
    text = original if original == html else html
    session.texts[language(config)][key_of(page.file)] = (text, page.url)
    return text


def html_of(session: Session, key: str, lang: str) -> str:
    """The converted text of the page ``key`` in the language ``lang``, or nothing."""
    return session.texts[lang].get(key, ("", ""))[0]


def book_in(lang: str, session: Session, config: MkDocsConfig) -> Book:
    """The whole book in the language ``lang``."""
    imprint = Imprint(
        config.extra["edition"],
        config.extra["as_of"],
        version(config),
        config.site_url,
        Path(config.docs_dir),
        public_key(Path(config.config_file_path).with_name(PUBLIC_KEY)),
    )
    pages = session.texts[lang]
    return make_book(
        session.catalog,
        {key: html for key, (html, _) in pages.items()},
        {key: url for key, (_, url) in pages.items()},
        lang,
        imprint,
    )


def fill_download_pages(session: Session, config: MkDocsConfig, online: str = "", is_copy: bool = False) -> None:
    """Tell each language's "Tải về" which files lie beside it; ``online`` is where others can be had.

    A copy to carry away is silent about files that can be had nowhere.
    """
    files = files_in(Path(config.site_dir, "tai-ve"))
    for lang in session.languages:
        prefix = "" if lang == DEFAULT_LANGUAGE else lang
        path = Path(config.site_dir, prefix, "tai-ve", "index.html")
        offers = session.offers.get(lang, ())
        filled = fill_in(path.read_text(encoding="utf-8"), files, lang, config.extra["as_of"], online, offers, is_copy)
        path.write_text(filled, encoding="utf-8")
        repack(path)


def version(config: MkDocsConfig) -> str:
    """The short commit, or nothing outside a git checkout.

    Git's own ``--short`` is longer in a repository of many objects: the same commit would be printed in two ways.
    """
    command = ["git", "-C", str(Path(config.config_file_path).parent), "rev-parse", "HEAD"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()[:_SHORT]
    except (OSError, subprocess.CalledProcessError):
        return ""
