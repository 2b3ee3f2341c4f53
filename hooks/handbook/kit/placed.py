"""Kit blocks with the pages on which they stand, and by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from handbook.catalogue.catalog import Article, Catalog
from handbook.kit.kinds import KitBlock, blocks_in
from handbook.problem import Problem, Severity
from handbook.sections import DEFAULT_LANGUAGE


@dataclass(frozen=True)
class Placed:
    """A block and the page it stands on."""

    article: Article
    block: KitBlock

    @property
    def line(self) -> int:
        return self.article.body_line + self.block.raw.start - 1

    def problem(self, message: str, fix: str, code: str, severity: Severity = Severity.ERROR) -> Problem:
        return Problem(self.article.path, self.line, f"Khối {self.block.kind}: {message}", fix, code, severity)


def placed_blocks(catalog: Catalog) -> Iterator[Placed]:
    """Every block of every page, pages in the order of their addresses."""
    for _, article in sorted(catalog.articles.items()):
        for block in blocks_in(article.body, article.path, article.body_line):
            yield Placed(article, block)


def by_id(placed: Iterable[Placed], language: str = DEFAULT_LANGUAGE) -> Mapping[str, Placed]:
    """Blocks by their ids, in ``language``; those without a translation in the default language."""
    found: dict[str, Placed] = {}
    for one in placed:
        name = one.block.content.id
        fits = one.article.language == language or name not in found
        if name and fits and one.article.language in (language, DEFAULT_LANGUAGE):
            found[name] = one
    return found
