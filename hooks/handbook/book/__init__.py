"""The handbook as a printed book: page HTML → neutral tree → Typst → PDF."""

from handbook.book.editions.commune_books import commune_books
from handbook.book.editions.commune_file import commune_edition, read_commune
from handbook.book.editions.commune_list import Job, jobs_in_shard, jobs_of, read_job
from handbook.book.editions.commune_model import Commune
from handbook.book.editions.crew import Wanted, last_words, make_wanted, province_books
from handbook.book.editions.make_all import make_all
from handbook.book.editions.published import Edition, make, published, stands_alone, wish_of
from handbook.book.editions.shards import SHARDS, editions_in_shard
from handbook.book.html_tree.book_links import LinkIndex
from handbook.book.html_tree.tree import build_tree
from handbook.book.model import Book, BookOptions, Chapter, Part
from handbook.book.press.booklet import booklet
from handbook.book.press.libraries import COMPILER, lacking, lacking_for_books
from handbook.book.press.printable import Press
from handbook.book.press.saved_book import digest_of, has_source, read_source, write_source
from handbook.book.press.typeset import open_press, typeset
from handbook.book.variants import (
    chapter_edition,
    chapter_editions,
    ink_saving,
    large_print,
    part_edition,
    task_cards,
    whole_edition,
)

__all__ = [
    "Book",
    "BookOptions",
    "COMPILER",
    "Chapter",
    "Commune",
    "Edition",
    "Job",
    "LinkIndex",
    "Part",
    "Press",
    "Wanted",
    "SHARDS",
    "booklet",
    "build_tree",
    "chapter_edition",
    "chapter_editions",
    "commune_books",
    "commune_edition",
    "digest_of",
    "editions_in_shard",
    "has_source",
    "jobs_in_shard",
    "jobs_of",
    "ink_saving",
    "large_print",
    "last_words",
    "make",
    "lacking",
    "lacking_for_books",
    "make_all",
    "make_wanted",
    "open_press",
    "part_edition",
    "province_books",
    "published",
    "read_commune",
    "read_job",
    "read_source",
    "stands_alone",
    "task_cards",
    "typeset",
    "whole_edition",
    "wish_of",
    "write_source",
]
