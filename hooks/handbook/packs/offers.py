"""What a page offers to print and send: its lesson's pack and slides, the sheets of the blocks on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handbook.catalogue.catalog import Article, Catalog
from handbook.kit.kinds import blocks_in
from handbook.kit.source import ANY_BLOCK
from handbook.markdown.source_scan import without_code
from handbook.packs.publication import card_name, is_sheet, pack_name, sheet_name
from handbook.packs.words import WORDS
from handbook.source.schema import LessonMeta
from handbook.vietnamese.text import nfc

UrlFor = Callable[[str], str]


@dataclass(frozen=True)
class Printable:
    """A file to offer; ``picture`` is the address of its PNG or ``""``."""

    title: str
    url: str
    picture: str = ""


def printables_of(article: Article, language: str, catalog: Catalog, url_for: UrlFor) -> tuple[Printable, ...]:
    """The files that belong to ``article``, in the language of its text; none for a page shown untranslated."""
    if article.language != language:
        return ()
    found = []
    if isinstance(article.meta, LessonMeta) and article.meta.to_print:
        kinds = (("", "pack"), ("-trinh-chieu", "slides"), ("-loi-noi", "notes"))
        found += [
            Printable(str(WORDS[words]), url_for("tai-ve/" + pack_name(article.key, language, kind)))
            for kind, words in kinds
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
