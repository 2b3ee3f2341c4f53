"""Citations in running text, from citations.yaml."""

import unicodedata
from pathlib import Path

import pytest
import yaml
from handbook.law.matcher import CitationMatcher

CASES = yaml.safe_load((Path(__file__).parent / "citations.yaml").read_text(encoding="utf-8"))


def _found(matcher, text):
    return [
        (citation.text, citation.document.slug if citation.document else "?", citation.article, citation.suggestion)
        for citation in matcher.find(text)
    ]


def _expected(case):
    return [tuple(map(str, item + [""] * (4 - len(item)))) for item in case["found"]]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_citations_are_found_as_written(matcher, case):
    assert _found(matcher, case["text"]) == _expected(case)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_decomposed_letters_and_hard_spaces_change_nothing(matcher, case):
    def hard(text):
        return unicodedata.normalize("NFD", text).replace(" ", "\u00a0")

    found = _found(matcher, hard(case["text"]))
    assert [(hard(text), slug) for text, slug, *_ in _expected(case)] == [(text, slug) for text, slug, *_ in found]


def test_there_are_enough_cases():
    assert len(CASES) >= 80
    assert len({case["text"] for case in CASES}) == len(CASES)


def test_positions_are_those_of_the_text(matcher):
    text = "Trước, NĐ\u00a013/2023; sau."
    (citation,) = matcher.find(text)
    assert text[citation.start : citation.end] == citation.text == "NĐ\u00a013/2023"


def test_documents_of_provinces_are_told_apart_from_unknown_ones(matcher):
    local, national = matcher.find("128/2025/QĐ-UBND và 31/QĐ-BYT")
    assert local.is_local and not national.is_local


def test_an_empty_register_still_sees_what_looks_like_a_citation(read):
    register, _ = read()
    (citation,) = CitationMatcher(register).find("Nghị định 13/2023/NĐ-CP, Luật Căn cước")
    assert (citation.text, citation.document) == ("Nghị định 13/2023/NĐ-CP", None)


def test_long_lists_of_articles_are_read_in_one_go(matcher):
    # Bounded repetition: without it this text costs the square of its length.
    assert matcher.find("Điều 1, " * 20_000 + "hết") == ()
