"""Pages that the whole book names in a list instead of printing them.

Cards, leaflets, forms and questions are sheets to print and cut; a province's page joins rows of tables and titles
of stories that the book has anyway.  Their parts, their own PDFs and the copies to carry away have them in full.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape

from handbook.book.file_names import chapter_name
from handbook.book.model import Chapter
from handbook.book.press.qr import qr_svg
from handbook.book.words import WORDS
from handbook.catalogue.catalog import Article, Catalog
from handbook.kit.source import without_blocks
from handbook.places.register import Province, places_of
from handbook.places.stories import stories_in
from handbook.places.words import joined
from handbook.sections import Kind, Section

MOSTLY = 0.5  # part of a lesson's letters that stands in kit blocks: beyond it the page is a stock of sheets


def is_apart(article: Article) -> bool:
    """Whether the whole book only names the page: sheets to print, or a province's page that no editor wrote to."""
    if article.kind is Kind.PLACE:
        return article.is_generated
    return article.kind is Kind.LESSON and _share_of_blocks(article.body) > MOSTLY


def _share_of_blocks(text: str) -> float:
    letters = len("".join(text.split()))
    return 1 - len("".join(without_blocks(text).split())) / letters if letters else 0.0


def list_of(
    section: Section, articles: Iterable[Article], urls: Mapping[str, str], catalog: Catalog, language: str
) -> Chapter | None:
    """The page that stands for ``articles`` of ``section``, each in a row with its file; ``None`` for none.

    ``urls`` gives the public addresses by key, ``""`` where there is none.
    """
    some = tuple(articles)
    if not some:
        return None
    words, is_place = WORDS[language], section.kind is Kind.PLACE
    kind = "apart_places" if is_place else "apart_sheets"
    of_article = _of_places(catalog, language) if is_place else _of_sheets
    heads = "".join(f'<th scope="col">{escape(str(head))}</th>' for head in words[f"{kind}_heads"])  # type: ignore[attr-defined]
    rows = "".join(_row(one, of_article(one), urls.get(one.key, ""), language) for one in some)
    return Chapter(
        key=f"{section.folder}/{_NAME}",
        title=str(words[kind]),
        html=f"<p>{escape(str(words[f'{kind}_lead']))}</p>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>",
        url=urls.get(f"{section.folder}/index", ""),
        language=language,
        stands_for=tuple(one.key for one in some),
    )


_NAME = "in-rieng"  # no file of docs/ is called so: its key would be two pages'


def _row(article: Article, cells: Iterable[str], url: str, language: str) -> str:
    title = escape(article.meta.title)
    name = f'<a href="{escape(url)}">{title}</a>' if url else title
    file = escape(chapter_name(article.key, language).rpartition("/")[2])
    code = qr_svg(url).replace("<svg ", f'<svg aria-label="{escape(str(WORDS[language]["qr_alt"]) + url)}" ', 1)
    texts = "".join(f"<td>{cell}</td>" for cell in (*cells, f"{code if url else ''}<p>{file}</p>"))
    return f'<tr id="{article.key.rpartition("/")[2]}"><th scope="row">{name}</th>{texts}</tr>'


def _of_sheets(article: Article) -> tuple[str, ...]:
    return (escape(article.meta.summary or ""),)


def _of_places(catalog: Catalog, language: str) -> Callable[[Article], tuple[str, ...]]:
    """What is told of a province: the former ones, the number of its communes, the stories in the book."""
    places = places_of(catalog)
    by_key: dict[str, Province] = {one.key: one for one in places.provinces} if places else {}
    stories = stories_in(catalog, places, language) if places else {}

    def told(article: Article) -> tuple[str, ...]:
        province = by_key[article.key]
        links = "; ".join(
            f'<a href="../../{story.key}/">{escape(story.meta.title)}</a>'
            for story in stories.get(province.name, ())
            if story.language == language
        )
        return escape(joined(province.former, language) if province.is_merged else ""), f"{province.total or ''}", links

    return told
