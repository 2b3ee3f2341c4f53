"""Adapter: data tables and the register as CSV and XLSX, and the schemas, once for all languages."""

from pathlib import Path

from build_session import catalog, is_first_pass
from handbook.jsonschema import schemas
from handbook.registerfiles import register_downloads
from handbook.tableview import downloads
from mkdocs.config.defaults import MkDocsConfig


def on_post_build(config: MkDocsConfig) -> None:
    if not is_first_pass(config):
        return
    files = {
        **downloads(catalog()),
        **register_downloads(Path(config.docs_dir), config.extra["as_of"]),
        **{f"schema/{name}": text.encode() for name, text in schemas().items()},
    }
    for uri, content in files.items():
        target = Path(config.site_dir, uri)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
