"""Adapter: every data table can be downloaded as CSV and XLSX, once for all languages."""

from pathlib import Path

from build_session import catalog, is_first_pass
from handbook.tableview import downloads
from mkdocs.config.defaults import MkDocsConfig


def on_post_build(config: MkDocsConfig) -> None:
    if not is_first_pass(config):
        return
    for uri, content in downloads(catalog()).items():
        target = Path(config.site_dir, uri)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
