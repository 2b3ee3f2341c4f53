"""Which books this run of MkDocs makes, and where."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from handbook.book.editions.published import wish_of
from handbook.book.press.libraries import lacking_for_books
from handbook.mkdocs.reporting import report
from handbook.mkdocs.session import Session
from handbook.offline.checked_files import PUBLIC_KEY


def read_wish(session: Session) -> None:
    """Note which books are wanted (``HANDBOOK_BOOK``): ``all``, ``whole``, ``source`` or ``false``."""
    wish, problems = wish_of(os.environ.get("HANDBOOK_BOOK", ""))
    session.books = "false" if session.is_preview else wish
    if session.books != "false" and (lacking := lacking_for_books()):
        problems += (lacking,)
        session.books = "false"
    report(problems, "book")


def shard() -> str:
    """Which shard of the books is made (``HANDBOOK_SHARD``, book/editions/shards.py); "" stands for all."""
    return os.environ.get("HANDBOOK_SHARD", "")


def work_dir(config: MkDocsConfig) -> Path:
    """Where the books are made, and kept from one build to the next."""
    return Path(config.config_file_path).parent / ".cache" / "book"


def kept(config: MkDocsConfig) -> frozenset[Path]:
    """The PDFs that this build and earlier ones have kept."""
    return frozenset((work_dir(config) / "kept").glob("*.pdf"))


def source_digest(config: MkDocsConfig, version: str) -> str:
    """A name for everything that the converted pages depend on; ``version`` is the commit."""
    hooks = Path(__file__).resolve().parents[2]
    settings = Path(config.config_file_path)
    files = [settings, settings.with_name(PUBLIC_KEY), *hooks.rglob("*.py"), *Path(config.docs_dir).rglob("*")]
    from handbook.book.press.saved_book import digest_of  # whose checks of a saved book take long to load

    return digest_of(files, config.site_url or "", version)
