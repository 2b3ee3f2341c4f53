"""Read the files of ``docs/`` into records, each with what is wrong in it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path, PurePosixPath

from handbook.cache.last_result import Latest
from handbook.catalogue.catalog import Article, Catalog
from handbook.glossary import Glossary, Vocabulary, read_glossary, read_sayings, read_situations
from handbook.law.model import Register
from handbook.law.register import read_register
from handbook.problem import Problem, Severity
from handbook.sections import DEFAULT_LANGUAGE, Kind, Section, section_of
from handbook.source import file_names, frontmatter
from handbook.source.files_below import check_links_away, files_below, is_real
from handbook.source.guard import guarded
from handbook.source.schema import LONGEST_TITLE, PageMeta, TableMeta, model_for
from handbook.source.text_files import text_of
from handbook.source.unknown_files import strange_file, strange_folder
from handbook.source.yaml_lines import with_lines
from handbook.tables import Table, read_table
from handbook.vietnamese.text import nfc

_articles: Latest[tuple[Article | None, tuple[Problem, ...]]] = Latest()
_tables: Latest[tuple[Table | None, tuple[Problem, ...]]] = Latest()
_registers: Latest[tuple[Register | None, tuple[Problem, ...]]] = Latest()
_glossaries: Latest[tuple[Glossary | None, tuple[Problem, ...]]] = Latest()
_words: Latest[tuple[tuple, tuple[Problem, ...]]] = Latest()
#: Tables of the register and of the glossary, which are no tables of figures.
_OWN = (file_names.REGISTER, file_names.GLOSSARY, file_names.SAYINGS, file_names.SITUATIONS)


def read_files(docs: Path, as_of: dt.date) -> Catalog:
    """The catalogue of what is written in ``docs``, with what is wrong in single files.

    Generated pages are not in it yet, nor has anything been checked that needs several files: ``handbook.load``.
    ``as_of`` is the day on which the law stands as the pages say.
    """
    articles: dict[tuple[str, str], Article] = {}
    data_files: dict[str, list[Path]] = {}
    problems: list[Problem] = []
    told: set[str] = set()  # the keys of files that are told of for another reason
    problems += check_links_away(docs)
    for path, uri in files_below(docs):
        display = f"{docs.name}/{nfc(uri)}"
        # Of a file that is of no use here only that is told: another name would not help it.
        is_told_by_kind = path.suffix.lower() in ("", *file_names.TOLD_BY_KIND)
        name_problems = () if is_told_by_kind else file_names.check_name(uri, display)
        problems += name_problems
        suffix = path.suffix.lower()
        if name_problems or suffix in file_names.TABLE_LIKE:
            told.add(uri.rsplit(".", 1)[0])
        if name_problems and path.suffix != ".md":
            continue
        section = section_of(uri)
        if section is None and "/" in uri and suffix in file_names.PAGE_SUFFIXES:
            problems.append(strange_folder(uri, display))
        if suffix in file_names.PAGE_SUFFIXES:
            raw = path.read_bytes()
            article, found = _articles.of(
                path,
                (hashlib.sha256(raw).digest(), display),
                partial(guarded, display, partial(_read_article, raw, uri, display, section), _nothing),
            )
            problems += found
            if article:
                articles[article.key, article.language] = article
        elif suffix in file_names.TABLE_SUFFIXES and section and section.kind is Kind.TABLE:
            data_files.setdefault(uri.rsplit(".", 1)[0], []).append(path)
        elif suffix not in file_names.IMAGE_SUFFIXES and uri not in _OWN:
            problems.append(strange_file(display, suffix, section))
            told.add(uri.rsplit(".", 1)[0])
    tables = _read_tables(docs, data_files, articles, problems, told)
    register: Register | None = None
    glossary: Glossary | None = None
    if _is_file(docs, file_names.REGISTER):
        path, display = docs / file_names.REGISTER, f"{docs.name}/{file_names.REGISTER}"
        register, found = _registers.of(
            path,
            (path.read_bytes(), as_of, display),
            partial(guarded, display, partial(read_register, path, display, as_of), _nothing),
        )
        problems += found
    if _is_file(docs, file_names.GLOSSARY):
        path, display = docs / file_names.GLOSSARY, f"{docs.name}/{file_names.GLOSSARY}"
        glossary, found = _glossaries.of(
            path,
            (path.read_bytes(), display),
            partial(guarded, display, partial(read_glossary, path, display), _nothing),
        )
        problems += found
    vocabulary, found = _read_vocabulary(docs)
    problems += found
    return Catalog(articles, tables, tuple(problems), register, glossary, as_of, vocabulary)


def _read_vocabulary(docs: Path) -> tuple[Vocabulary, tuple[Problem, ...]]:
    tables: list[tuple] = []
    paths: list[str] = []
    problems: list[Problem] = []
    for uri, read in ((file_names.SAYINGS, read_sayings), (file_names.SITUATIONS, read_situations)):
        path, display = docs / uri, f"{docs.name}/{uri}"
        rows: tuple = ()
        found: tuple[Problem, ...] = ()
        if _is_file(docs, uri):
            read_here = partial(guarded, display, partial(read, path, display), _no_rows)
            rows, found = _words.of(path, (path.read_bytes(), display), read_here)
        tables.append(rows)
        paths.append(display)
        problems += found
    sayings, situations = tables
    return Vocabulary(sayings, situations, *paths), tuple(problems)


def _no_rows(problem: Problem) -> tuple[tuple, tuple[Problem, ...]]:
    return (), (problem,)


def _nothing(problem: Problem) -> tuple[None, tuple[Problem, ...]]:
    return None, (problem,)


def _is_file(docs: Path, uri: str) -> bool:
    return (docs / uri).is_file() and is_real(docs / uri, docs)


def _read_article(
    raw: bytes, uri: str, display: str, section: Section | None
) -> tuple[Article | None, tuple[Problem, ...]]:
    text, problems = text_of(raw, display)
    if text is None:
        return None, problems
    base, language = file_names.split_language(uri)
    key = base.removesuffix(".md")
    front, found = frontmatter.split(text, display)
    kind = section.kind if section else Kind.PLAIN
    if kind is Kind.PLACE:  # the page has a title of its own: a few lines of text are enough
        found = tuple(problem for problem in found if problem.code != "khai-bao-thieu")
    meta, invalid = (
        (None, ())
        if found and not front.data
        else frontmatter.validate(front, model_for(kind, PurePosixPath(key).name == "index"), display)
    )
    # A page with a broken head still previews under a title of its own.
    if any(problem.code == "qua-dai" for problem in problems):  # what closes the head may have been cut off
        found = tuple(problem for problem in found if problem.code != "khai-bao-thieu")
    given = front.data.get("title")
    title = given.strip()[:LONGEST_TITLE] if isinstance(given, str) else ""
    meta = meta or PageMeta(title=title or _title_from_name(key))
    article = Article(key, language, display, section, meta, front.body, front.body_line, lines=front.lines)
    return article, (*problems, *found, *invalid)


def _read_tables(
    docs: Path,
    data_files: Mapping[str, list[Path]],
    articles: dict[tuple[str, str], Article],
    problems: list[Problem],
    told: set[str],
) -> dict[str, Table]:
    tables: dict[str, Table] = {}
    for key, paths in sorted(data_files.items()):
        display = f"{docs.name}/{paths[0].relative_to(docs).as_posix()}"
        if len(paths) > 1:
            names = ", ".join(sorted(path.name for path in paths))
            problems.append(
                Problem(
                    display, 0, f"Có {len(paths)} tệp số liệu cùng tên: {names}.", "Giữ lại một tệp.", "bang-trung-ten"
                )
            )
        article = articles.get((key, DEFAULT_LANGUAGE))
        meta = article.meta if article and isinstance(article.meta, TableMeta) else None
        # The long tables are read again only when they change: the preview has two seconds.
        table, found = _tables.of(
            paths[0],
            (hashlib.sha256(paths[0].read_bytes()).digest(), meta, display),
            partial(guarded, display, partial(read_table, paths[0], meta, display), _nothing),
        )
        problems += with_lines(found, article.path, article.lines) if article else found
        if table:
            tables[key] = table
        if article is None:
            stub = PageMeta(title=_title_from_name(key))
            articles[key, DEFAULT_LANGUAGE] = Article(
                key, DEFAULT_LANGUAGE, display, section_of(key), stub, "", 1, True
            )
            if any(problem.code == "bang-hong" for problem in found):
                continue  # what would a page of it say?
            problems.append(
                Problem(
                    display,
                    0,
                    "Bảng chưa có tệp .md cùng tên nên chưa có tên, nguồn và ngày.",
                    f"Tạo {docs.name}/{key}.md bằng lệnh: make new table {display} "
                    f"(Windows: python hooks new table {display}).",
                    "bang-thieu-md",
                    Severity.INCOMPLETE,
                )
            )
    for (key, _language), article in articles.items():
        if article.kind is Kind.TABLE and not article.is_index and key not in data_files and key not in told:
            problems.append(
                Problem(
                    article.path,
                    0,
                    "Không có tệp số liệu nào cùng tên với trang này.",
                    f"Đặt {key}.csv hoặc {key}.xlsx cạnh tệp .md, đúng từng chữ.",
                    "bang-thieu-so-lieu",
                )
            )
    return tables


def _title_from_name(key: str) -> str:
    return PurePosixPath(key).name.replace("-", " ").capitalize()
