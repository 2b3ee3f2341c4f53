"""Links from a page to the place where it is edited and to the form that reports a mistake.

GitHub's documented addresses: ``/edit/BRANCH/FILE``, ``/blob/BRANCH/FILE?plain=1#L5``,
``/new/BRANCH/FOLDER?filename=…&value=…`` and ``/issues/new?template=…`` with the
fields of an issue form by their ``id``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from handbook.catalogue.catalog import Article, Catalog
from handbook.labels import LABELS
from handbook.problem import Problem
from handbook.sections import Kind
from handbook.source.file_names import TABLE_SUFFIXES
from handbook.source.new_page_text import FOLDERS, TEMPLATES

REPORT_FORM = "bao-sai-sot.yml"
_NAME = re.compile(r"[A-Za-z0-9][\w-]*/[\w.-]+")
_HOST = re.compile(r"https://[\w.-]+(?::\d+)?")


@dataclass(frozen=True)
class Repository:
    """Where the files of ``docs/`` are kept: ``url`` ends without a stroke."""

    url: str
    branch: str

    def edit(self, path: str) -> str:
        """The editor for a text file, the page of any other file."""
        action = "blob" if path.endswith(TABLE_SUFFIXES) and not path.endswith((".csv", ".tsv")) else "edit"
        return f"{self.url}/{action}/{self.branch}/{quote(path)}"

    def line(self, path: str, line: int) -> str:
        return f"{self.url}/blob/{self.branch}/{quote(path)}?plain=1#L{line}"

    def new(self, folder: str, name: str, text: str) -> str:
        return f"{self.url}/new/{self.branch}/{quote(folder)}?{urlencode({'filename': name, 'value': text}, quote_via=quote)}"

    def report(self, title: str, address: str) -> str:
        fields = {"template": REPORT_FORM, "title": title, "trang": address}
        return f"{self.url}/issues/new?{urlencode(fields, quote_via=quote, safe=':/')}"


def repository(name: str, host: str, branch: str) -> tuple[Repository | None, tuple[Problem, ...]]:
    """The repository ``name`` ("to-chuc/cam-nang") at ``host``; ``None`` when it is not set."""
    name = str(name or "").strip().removeprefix(f"{host}/").removesuffix(".git").strip("/")
    if not name:
        return None, ()
    if not _NAME.fullmatch(name) or not _HOST.fullmatch(host):
        return None, (
            Problem(
                "mkdocs.yml",
                0,
                f"extra.repo (biến HANDBOOK_REPO) phải có dạng to-chuc/ten-kho; đang ghi “{name}”.",
                "Ghi tên tổ chức và tên kho trên GitHub, cách nhau bằng dấu gạch chéo.",
                "kho-la",
            ),
        )
    return Repository(f"{host}/{name}", branch), ()


@dataclass(frozen=True)
class EditLink:
    """A link for editors at the foot of a page."""

    text: str
    url: str


def edit_links(
    article: Article | None, catalog: Catalog, repository: Repository | None, language: str, address: str
) -> tuple[EditLink, ...]:
    """What an editor can do about ``article``, which readers find at ``address``; nothing without a repository."""
    if article is None or repository is None:
        return ()
    label = LABELS[language]
    links = [EditLink(label[name], url) for name, url in _places(article, catalog, repository)]
    report = repository.report(f"{label['mistake']}: {article.meta.title}", address)
    return (*links, EditLink(label["report"], report))


def _places(article: Article, catalog: Catalog, repository: Repository) -> Iterator[tuple[str, str]]:
    if article.document:
        yield "edit_data", repository.line(article.path, article.body_line)
        return
    if not article.is_generated:
        yield ("edit_data" if article.is_stub else "edit"), repository.edit(article.path)
    if article.kind is Kind.PLACE and article.is_generated and not article.is_index:
        yield "write_local", repository.new("docs/dia-phuong", f"{article.key.partition('/')[2]}.md", "")
    table = catalog.tables.get(article.key)
    if table and not article.is_stub:
        yield "edit_data", repository.edit(table.path)
    if article.is_index and article.kind is Kind.REGISTER and catalog.register:
        yield "edit_data", repository.edit(catalog.register.path)
    if article.is_index and article.kind is Kind.GLOSSARY and catalog.glossary:
        yield "edit_data", repository.edit(f"{article.path.split('/')[0]}/thuat-ngu/thuat-ngu.csv")
    folder = article.section.folder if article.section else ""
    if article.is_index and folder in FOLDERS.values():
        sample = (TEMPLATES / f"{folder}.md").read_text(encoding="utf-8").replace("TEN_BAI", '"Tên bài"')
        for placeholder in ("NGAY_VIET", "NGAY_RA_SOAT"):
            sample = sample.replace(placeholder, "năm-tháng-ngày")
        yield "write", repository.new(f"{article.path.split('/')[0]}/{folder}", "ten-bai-khong-dau.md", sample)
