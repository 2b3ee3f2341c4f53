"""A page that a converter stumbles over is told of with its file; the other pages are built all the same."""

import os
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from handbook.catalogue.catalog import Article
from handbook.mkdocs.fast.recorded_files import RecordedFiles
from handbook.mkdocs.reporting import report
from handbook.mkdocs.session import Session
from handbook.problem import Severity
from handbook.source.guard import unforeseen

_INSTEAD = '<p class="thong-bao">Trang này chưa dựng được: xem thông báo khi dựng trang.</p>'


def convert(session: Session, page: Page, article: Article | None, config: MkDocsConfig, files: RecordedFiles) -> bool:
    """Whether ``page`` was converted; if not, that is its text and the reason is told, unless its source was told of."""
    try:
        Page.render(page, config, cast(Files, files))  # it hands on what it does not record
        return True
    except Exception as error:
        if os.environ.get("HANDBOOK_DEBUG") == "true":
            raise
        path = article.path if article else f"docs/{page.file.src_uri}"
        page.content, page.toc = _INSTEAD, TableOfContents([])
        page.present_anchor_ids, page.links_to_anchors = set(), {}
        if not any(found.path == path and found.severity is Severity.ERROR for found in session.catalog.problems):
            report([unforeseen(path, error)], "content")
        return False
