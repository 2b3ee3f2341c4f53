"""What a page offers to print and send: its lesson's pack and slides, the sheets of the blocks on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from handbook.cache.memo import memo
from handbook.catalogue.catalog import Article, Catalog
from handbook.kit.kinds import blocks_in
from handbook.kit.source import ANY_BLOCK
from handbook.markdown.source_scan import without_code
from handbook.packs.files import card_name, pack_name, sheet_name
from handbook.packs.single import is_sheet
from handbook.packs.totals import NAME as TOTALS
from handbook.packs.words import words_in
from handbook.source.schema import LessonMeta
from handbook.vietnamese.text import nfc

UrlFor = Callable[[str], str]
_MOST = 4  # packs offered on one page
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")


@dataclass(frozen=True)
class Printable:
    """A file to offer; ``picture`` is the address of its PNG or ``""``."""

    title: str
    url: str
    picture: str = ""


def lessons_about(article: Article, language: str, catalog: Catalog) -> tuple[Article, ...]:
    """The lessons whose pack serves what ``article`` is about, in their order.

    Those that name the page (``lien_quan``, ``cho_trang``) or order a block that stands on it; without one those that
    lead to it in their text.
    """
    names = {block.content.id for block in blocks_in(article.body, article.path, article.body_line)} - {""}
    named, led = [], []
    for lesson in catalog.lessons:
        meta = lesson.meta
        if not isinstance(meta, LessonMeta) or lesson.language != language:
            continue
        if not meta.to_print or lesson.key == article.key:
            continue
        if f"{article.key}.md" in (*meta.related, *meta.serves) or names.intersection(meta.to_print):
            named.append(lesson)
        elif article.key in _led_to(lesson.body, lesson.key):
            led.append(lesson)
    # A page to which most lessons lead is the subject of none.
    found = named or (led if len(led) <= _MOST else [])
    return tuple(sorted(found, key=lambda lesson: (getattr(lesson.meta, "order", 0), lesson.key))[:_MOST])


@memo(64)
def _led_to(body: str, key: str) -> frozenset[str]:
    """The pages to which ``body``, of the page ``key``, links."""
    targets = (found["target"].partition("#")[0] for found in _LINK.finditer(without_code(body)))
    return frozenset(
        normpath(join(dirname(key), target))[: -len(".md")] for target in targets if target.endswith(".md")
    )


def printables_of(article: Article, language: str, catalog: Catalog, url_for: UrlFor) -> tuple[Printable, ...]:
    """The files that belong to ``article``, in the language of its text; none for a page shown untranslated."""
    if article.language != language:
        return ()
    found = []
    if isinstance(article.meta, LessonMeta) and article.meta.to_print:
        kinds = (("", "pack"), ("-trinh-chieu", "slides"), ("-loi-noi", "notes"))
        found += [
            Printable(str(words_in(language)[words]), url_for("tai-ve/" + pack_name(article.key, language, kind)))
            for kind, words in kinds
        ]
        found.append(Printable(str(words_in(language)["totals"]), url_for(f"tai-ve/{TOTALS}")))
    else:
        found += [
            Printable(
                f"{words_in(language)['pack']}: {lesson.meta.title}",
                url_for("tai-ve/" + pack_name(lesson.key, language)),
            )
            for lesson in lessons_about(article, language, catalog)
        ]
    for block in blocks_in(article.body, article.path, article.body_line):
        if block.content.id and is_sheet(block.kind, article.meta):
            name = "tai-ve/" + sheet_name(block.content.id, language)
            picture = name.removesuffix(".pdf") + ".png"
            found.append(Printable(block.content.title.replace("**", ""), url_for(name), url_for(picture)))
    for line in without_code(article.body).split("\n") if "the-viec" in article.body else ():
        card = ANY_BLOCK.match(line)
        if card and card["name"] == "the-viec" and card["title"]:
            name = "tai-ve/" + card_name(nfc(card["title"]), language)
            picture = name.removesuffix(".pdf") + ".png"
            found.append(Printable(nfc(card["title"]), url_for(name), url_for(picture)))
    return tuple(found)
