"""The editions in shares that separate machines typeset; a PDF is kept by all that went into it,
so the machine that has every share's PDFs only joins them, and what a share missed it makes itself.

Measured (2 cores, cold): of the processor's time for a whole build nearly three quarters is typesetting,
see BENCHMARKS.md; so the books are shared out, by language and by edition, and the web pages are not.
"""

from __future__ import annotations

from collections.abc import Iterable

from handbook.book.editions.published import Edition
from handbook.sections import LANGUAGES

# Large print is in the share of the other prints. A folded copy goes with the book that it folds, or that would be set twice.
EDITIONS = ("whole", "print", "part", "chapter")
SHARDS = tuple(
    shard for language in LANGUAGES for shard in (language, *(f"{language}-{edition}" for edition in EDITIONS))
)


def editions_in_shard(editions: Iterable[Edition], shard: str) -> tuple[Edition, ...]:
    """The editions of ``shard``: ``vi-print``, or ``vi`` for a whole language; all of them with ``""``."""
    return tuple(edition for edition in editions if shard in ("", edition.book.language, shard_of(edition)))


def shard_of(edition: Edition) -> str:
    """The smallest share that ``edition`` is in: each is in exactly one."""
    group = "whole" if edition.folded else "print" if edition.group == "large" else edition.group
    return f"{edition.book.language}-{group}"
