"""The glossary: terms with variants and abbreviations, their page, tooltips and search synonyms."""

from handbook.glossary.model import Glossary, Term
from handbook.glossary.reader import read_glossary

__all__ = ["Glossary", "Term", "read_glossary"]
