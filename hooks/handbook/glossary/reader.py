"""The glossary's table → its terms, with every mistake and its line."""

from __future__ import annotations

from pathlib import Path

from handbook.glossary.model import Glossary, Term
from handbook.problem import Problem, Severity, in_reading_order
from handbook.tables.named_rows import Record, read_records
from handbook.vietnamese.comparable import normal
from handbook.vietnamese.text import collation_key, slug

COLUMNS = ("thuat_ngu", "viet_tat", "bien_the", "giai_nghia", "linh_vuc", "nguon")
LONGEST_DEFINITION = 300  # characters: a tooltip on a small screen


def read_glossary(path: Path, display_path: str) -> tuple[Glossary, tuple[Problem, ...]]:
    """The glossary in ``path``; rows without a term or a definition are left out with a problem."""
    records, found = read_records(path, display_path, COLUMNS, ())
    problems = list(found)
    terms: list[Term] = []
    for record in records:
        term = _term(record)
        problems += _check(term, display_path)
        if term.term and term.definition:
            terms.append(term)
    terms, repeated = _without_repetitions(terms, display_path)
    ordered = tuple(sorted(terms, key=lambda term: collation_key(term.term)))
    return Glossary(ordered, display_path), in_reading_order([*problems, *repeated])


def _term(record: Record) -> Term:
    name = record["thuat_ngu"]
    return Term(
        name,
        record.many("viet_tat"),
        record.many("bien_the"),
        record["giai_nghia"],
        record.many("linh_vuc"),
        record.many("nguon"),
        record.line,
        slug(name),
    )


def _check(term: Term, path: str) -> list[Problem]:
    problems = []
    if not term.term:
        problems.append(
            Problem(
                path,
                term.line,
                "Dòng này chưa có thuật ngữ.",
                "Điền cột thuat_ngu, hoặc xóa cả dòng.",
                "thuat-ngu-thieu",
            )
        )
    elif not term.definition:
        problems.append(
            Problem(
                path,
                term.line,
                f"“{term.term}” chưa có giải nghĩa.",
                "Điền cột giai_nghia, một hai câu dễ hiểu.",
                "thuat-ngu-thieu",
            )
        )
    if len(term.definition) > LONGEST_DEFINITION:
        problems.append(
            Problem(
                path,
                term.line,
                f"Giải nghĩa của “{term.term}” dài {len(term.definition)} chữ cái.",
                f"Rút xuống dưới {LONGEST_DEFINITION} để vừa khung gợi ý trên điện thoại.",
                "thuat-ngu-dai",
                Severity.INCOMPLETE,
            )
        )
    for column, value in (("linh_vuc", term.fields), ("nguon", term.sources)):
        if term.term and not value:
            problems.append(
                Problem(
                    path,
                    term.line,
                    f"“{term.term}” chưa có “{column}”.",
                    "Điền vào ô này.",
                    "thuat-ngu-thieu",
                    Severity.INCOMPLETE,
                )
            )
    return problems


def _without_repetitions(terms: list[Term], path: str) -> tuple[list[Term], list[Problem]]:
    problems = []
    kept: dict[str, Term] = {}
    owners: dict[str, Term] = {}
    for term in terms:
        other = kept.setdefault(term.slug, term)
        if other is not term:
            problems.append(
                Problem(
                    path,
                    term.line,
                    f"“{term.term}” trùng với “{other.term}” ở dòng {other.line}.",
                    "Gộp hai dòng làm một.",
                    "thuat-ngu-trung",
                )
            )
            continue
        for form in term.forms:
            owner = owners.setdefault(normal(form).lower(), term)
            if owner is not term:
                problems.append(
                    Problem(
                        path,
                        term.line,
                        f"“{form}” vừa thuộc “{term.term}” vừa thuộc “{owner.term}” (dòng {owner.line}).",
                        "Để cách viết này ở một thuật ngữ thôi.",
                        "thuat-ngu-trung",
                    )
                )
    return list(kept.values()), problems
