"""The glossary: terms with variants and abbreviations, their page, tooltips and search synonyms.

Beside it, for search alone: how people say things and what they ask (:mod:`~handbook.glossary.vocabulary`).
"""

from handbook.glossary.model import Glossary, Term
from handbook.glossary.reader import read_glossary
from handbook.glossary.vocabulary import (
    IN_ENGLISH,
    OLD_DOCUMENT,
    OUTSIDE,
    Saying,
    Situation,
    Vocabulary,
    read_sayings,
    read_situations,
)

__all__ = [
    "IN_ENGLISH",
    "OLD_DOCUMENT",
    "OUTSIDE",
    "Glossary",
    "Saying",
    "Situation",
    "Term",
    "Vocabulary",
    "read_glossary",
    "read_sayings",
    "read_situations",
]
