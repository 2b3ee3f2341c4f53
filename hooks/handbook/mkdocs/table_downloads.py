"""Adapter: data tables and the register as CSV and XLSX, and the schemas, once for all languages."""

from base64 import b64decode, b64encode
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from handbook.editing.json_schema import schemas
from handbook.mkdocs.session import Session
from handbook.site.pages.register_downloads import register_downloads
from handbook.site.pages.table_block import downloaded_tables, downloads
from handbook.source.file_names import REGISTER


def write(session: Session, config: MkDocsConfig) -> None:
    docs, as_of = Path(config.docs_dir), config.extra["as_of"]
    register = docs / REGISTER
    made_from = (downloaded_tables(session.catalog), register.is_file() and register.read_bytes(), as_of)

    def made() -> dict[str, str]:
        files = {
            **downloads(session.catalog),
            **register_downloads(docs, as_of),
            **{f"schema/{name}": text.encode() for name, text in schemas().items()},
        }
        return {uri: b64encode(content).decode() for uri, content in files.items()}

    for uri, content in session.cache.made_last("downloads", made_from, made).items():
        target = Path(config.site_dir, uri)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b64decode(content))
