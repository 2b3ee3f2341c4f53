"""The records of the glossary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from handbook.vietnamese.comparable import normal
from handbook.vietnamese.text import fold


@dataclass(frozen=True)
class Term:
    """One row: a term, how else it is written, and what it means."""

    term: str
    abbreviations: tuple[str, ...]
    variants: tuple[str, ...]
    definition: str
    fields: tuple[str, ...]
    sources: tuple[str, ...]
    line: int
    slug: str

    @property
    def forms(self) -> tuple[str, ...]:
        """All ways of writing it that search knows, the term itself first."""
        return tuple(dict.fromkeys((self.term, *self.abbreviations, *self.variants)))

    @property
    def readable_forms(self) -> tuple[str, ...]:
        """The forms that are looked for in pages.

        Variants of several words without any accent are what people type into a
        search box; in a page "tin gia" would be found in "tin gia đình".
        """
        return tuple(form for form in self.forms if form not in self.variants or not _is_typed_without_accents(form))


@dataclass(frozen=True)
class Glossary:
    """All terms in Vietnamese alphabetical order; ``path`` is the table's, for messages."""

    terms: tuple[Term, ...]
    path: str = ""

    @cached_property
    def by_form(self) -> Mapping[str, tuple[tuple[str, Term], ...]]:
        """Normal form in lower case → the spellings it stands for and their terms."""
        found: dict[str, list[tuple[str, Term]]] = {}
        for term in self.terms:
            for form in term.readable_forms:
                found.setdefault(normal(form).lower(), []).append((normal(form), term))
        return {form: tuple(spellings) for form, spellings in found.items()}

    def synonyms(self) -> dict[str, list[str]]:
        """Each form in lower case → the other forms of its term, for search."""
        found: dict[str, set[str]] = {}
        for term in self.terms:
            forms = {normal(form).lower() for form in term.forms}
            for form in forms:
                found.setdefault(form, set()).update(forms - {form})
        return {form: sorted(others) for form, others in sorted(found.items()) if others}


def _is_typed_without_accents(form: str) -> bool:
    return " " in form and form == form.lower() and fold(form) == form
