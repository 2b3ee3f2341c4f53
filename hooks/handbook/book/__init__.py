"""The handbook as a printed book: page HTML → neutral tree → Typst → PDF."""

from handbook.book.links import LinkIndex
from handbook.book.model import Book, BookOptions, Chapter, Part
from handbook.book.tree import build_tree
from handbook.book.typeset import typeset

__all__ = ["Book", "BookOptions", "Chapter", "LinkIndex", "Part", "build_tree", "typeset"]
