"""Which books this run of MkDocs makes, where, and what became of them."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from handbook.book import Edition, digest_of, wish_of
from handbook.mkdocs.reporting import report
from handbook.mkdocs.session import is_preview

_offers: dict[str, tuple[Edition, ...]] = {}
_run = {"wish": "all", "share": ""}


def read_wish() -> None:
    """Note which books are wanted (``HANDBOOK_BOOK``); none is made yet."""
    _offers.clear()
    _run["wish"], problems = wish_of(os.environ.get("HANDBOOK_BOOK", ""))
    report(problems, "book")


def wish() -> str:
    """Which books are made: ``all``, ``whole``, ``source`` or ``false``."""
    return "false" if is_preview() else _run["wish"]


def take_share(shard: str) -> None:
    """Make only one share of the books (handbook/book/editions/shards.py)."""
    _run["share"] = shard


def share() -> str:
    """Which share of the books is made; "" stands for all."""
    return _run["share"]


def offer(language: str, editions: tuple[Edition, ...]) -> None:
    """Remember which files "Tải về" in ``language`` can offer."""
    _offers[language] = editions


def offers(language: str) -> tuple[Edition, ...]:
    """The files made for ``language``; none before they are."""
    return _offers.get(language, ())


def work_dir(config: MkDocsConfig) -> Path:
    """Where the books are made, and kept from one build to the next."""
    return Path(config.config_file_path).parent / ".cache" / "book"


def kept(config: MkDocsConfig) -> frozenset[Path]:
    """The PDFs that this build and earlier ones have kept."""
    return frozenset((work_dir(config) / "kept").glob("*.pdf"))


def source_digest(config: MkDocsConfig, version: str) -> str:
    """A name for everything that the converted pages depend on; ``version`` is the commit."""
    hooks = Path(__file__).resolve().parents[2]
    files = [Path(config.config_file_path), *hooks.rglob("*.py"), *Path(config.docs_dir).rglob("*")]
    return digest_of(files, config.site_url or "", version)
