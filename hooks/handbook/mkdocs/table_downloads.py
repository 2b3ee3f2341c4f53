"""Adapter: data tables and the register as CSV and XLSX, and the schemas, once for all languages."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from handbook.editing.json_schema import schemas
from handbook.mkdocs.session import Session
from handbook.site.pages.register_downloads import register_downloads
from handbook.site.pages.table_block import downloads


def write(session: Session, config: MkDocsConfig) -> None:
    files = {
        **downloads(session.catalog),
        **register_downloads(Path(config.docs_dir), config.extra["as_of"]),
        **{f"schema/{name}": text.encode() for name, text in schemas().items()},
    }
    for uri, content in files.items():
        target = Path(config.site_dir, uri)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
