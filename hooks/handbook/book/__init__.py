"""The handbook as a printed book: page HTML → neutral tree → Typst → PDF."""

from handbook.book.assets import Press
from handbook.book.booklet import booklet
from handbook.book.commune import Commune
from handbook.book.commune_books import commune_books
from handbook.book.commune_file import commune_edition, read_commune
from handbook.book.crew import make_all
from handbook.book.editions import chapter_edition, chapter_editions, ink_saving, large_print, part_edition, task_cards
from handbook.book.jobs import Job, in_share, jobs_of
from handbook.book.links import LinkIndex
from handbook.book.model import Book, BookOptions, Chapter, Part
from handbook.book.publication import Edition, make, published, stands_alone, wish_of
from handbook.book.shards import SHARDS, in_shard
from handbook.book.source import digest_of, read_source, write_source
from handbook.book.tree import build_tree
from handbook.book.typeset import open_press, typeset

__all__ = [
    "Book",
    "BookOptions",
    "Chapter",
    "Commune",
    "Edition",
    "Job",
    "LinkIndex",
    "Part",
    "Press",
    "SHARDS",
    "booklet",
    "build_tree",
    "chapter_edition",
    "chapter_editions",
    "commune_books",
    "commune_edition",
    "digest_of",
    "in_shard",
    "in_share",
    "jobs_of",
    "ink_saving",
    "large_print",
    "make",
    "make_all",
    "open_press",
    "part_edition",
    "published",
    "read_commune",
    "read_source",
    "stands_alone",
    "task_cards",
    "typeset",
    "wish_of",
    "write_source",
]
