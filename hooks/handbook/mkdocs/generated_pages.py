"""Adapter: pages that have no file in ``docs/`` – index pages and bare data tables.

static-i18n comes after and treats them like any page: both languages, alternates and sitemap
come out right.
"""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from handbook.mkdocs.session import Session
from handbook.sections import DEFAULT_LANGUAGE
from handbook.source.file_names import IMAGE_SUFFIXES, PAGE_SUFFIXES, TABLE_SUFFIXES
from handbook.source.files_below import is_real

# What lies below docs/ and is none of these is told of and published by no build, strict or not: opened by its own address,
# a page or a script of somebody else's is one of this site.  So is a drawing that could run script.
_PUBLISHED = (*PAGE_SUFFIXES, *TABLE_SUFFIXES, *IMAGE_SUFFIXES)


def add_and_leave_out(session: Session, files: Files, config: MkDocsConfig) -> None:
    docs = Path(config.docs_dir)
    unsafe = {problem.path for problem in session.catalog.problems if problem.code == "svg-nguy-hiem"}
    for file in list(files):
        path = Path(file.abs_src_path or "")
        if path.is_relative_to(docs) and (
            not is_real(path, docs)  # MkDocs follows links out of docs/
            or path.suffix.lower() not in _PUBLISHED
            or f"{docs.name}/{path.relative_to(docs).as_posix()}" in unsafe
        ):
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
