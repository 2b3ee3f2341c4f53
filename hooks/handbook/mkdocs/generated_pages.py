"""Adapter: pages that have no file in ``docs/`` – index pages and bare data tables.

static-i18n comes after and treats them like any page: both languages, alternates and sitemap
come out right.
"""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from handbook.mkdocs.session import Session
from handbook.sections import DEFAULT_LANGUAGE
from handbook.source.file_names import TABLE_SUFFIXES
from handbook.source.files_below import is_real


def add_and_leave_out(session: Session, files: Files, config: MkDocsConfig) -> None:
    docs = Path(config.docs_dir)
    # MkDocs follows links out of docs/; what they lead to is told of and never published.
    for file in list(files):
        if file.abs_src_path and not is_real(Path(file.abs_src_path), docs):
            files.remove(file)
    known = {file.src_uri for file in files}
    for key, language in sorted(session.catalog.articles):
        suffix = "" if language == DEFAULT_LANGUAGE else f".{language}"
        uri = f"{key}{suffix}.md"
        if uri not in known:
            files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    # The book's templates stand among the overrides, but are nothing for readers.
    for file in list(files):
        if file.src_uri.startswith("book/") and file.src_uri.endswith(".typ"):
            files.remove(file)
    # Data files are published as cleaned CSV and XLSX by the tables adapter.
    for file in list(files):
        if file.src_uri.endswith(TABLE_SUFFIXES):
            files.remove(file)
