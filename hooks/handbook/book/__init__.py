"""The handbook as a printed book: page HTML → neutral tree → Typst → PDF."""

from handbook.book.booklet import booklet
from handbook.book.editions import chapter_edition, chapter_editions, ink_saving, large_print, part_edition, task_cards
from handbook.book.links import LinkIndex
from handbook.book.model import Book, BookOptions, Chapter, Part
from handbook.book.tree import build_tree
from handbook.book.typeset import typeset

__all__ = [
    "Book", "BookOptions", "Chapter", "LinkIndex", "Part", "booklet", "build_tree", "chapter_edition", "chapter_editions",
    "ink_saving", "large_print", "part_edition", "task_cards", "typeset",
]
