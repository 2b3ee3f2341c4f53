"""The register that the handbook ships."""

import datetime as dt
import re
from pathlib import Path

from handbook.law.matcher import CitationMatcher
from handbook.law.register import read_register

ROOT = Path(__file__).resolve().parents[3]


def _register():
    as_of = re.search(r"^  as_of: (\d{4}-\d\d-\d\d)", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    return read_register(ROOT / "docs/van-ban/van-ban.csv", "docs/van-ban/van-ban.csv", dt.date.fromisoformat(as_of[1]))


def test_it_is_free_of_problems():
    register, problems = _register()
    assert problems == () and len(register.documents) >= 80


def test_every_document_is_found_by_its_own_label():
    register, _ = _register()
    matcher = CitationMatcher(register)
    for document in register.documents:
        if document.parsed:
            (citation,) = matcher.find(f"{document.label} {document.issuer}")
            assert citation.document is document
        for name in document.short_names:
            assert [citation.document for citation in matcher.find(name)] == [document]
