"""The search index: pages taken apart into sections, and what the reader's browser searches.

The index of one language is two things.  The first is loaded when the search box
is opened: titles, headings, keywords and, for the running text, which section or
page holds which word (:mod:`~handbook.search.word_lists`).  The second holds summaries
and the sections' text in parts; it only prints the lines around a hit and no result
depends on it.  The engine is ``overrides/assets/search/worker.js``.
"""

from handbook.search.frequent_tasks import frequent_tasks
from handbook.search.index import build_index
from handbook.search.page_record import SearchPage, search_page
from handbook.search.page_sections import Unit, units_of
from handbook.search.word_lists import forget_words

__all__ = ["SearchPage", "Unit", "build_index", "forget_words", "frequent_tasks", "search_page", "units_of"]
