"""What a record says of a story: where and when it happened."""

from __future__ import annotations

from handbook.catalogue.catalog import Article
from handbook.labels import LABELS


def facts_of(article: Article, language: str) -> tuple[tuple[str, str], ...]:
    """Where and when a story happened, as pairs of label and value."""
    label = LABELS[language]
    meta = article.meta
    province = getattr(meta, "province", None)
    former = getattr(meta, "former_province", None)
    if province and former:
        province = f"{province} ({label['former']}: {former})"
    rows = (
        (label["province"], province),
        (label["place"], getattr(meta, "place", None)),
        (label["when"], getattr(meta, "when", None)),
    )
    return tuple((name, value) for name, value in rows if value)
