"""The search index: each entry also in letters without accents."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.sections import DEFAULT_LANGUAGE, LANGUAGES
from handbook.text import fold, nfc

_TRANSLATED = tuple(f"{language}/" for language in LANGUAGES if language != DEFAULT_LANGUAGE)


def fold_entries(entries: Iterable[dict]) -> list[dict]:
    """The entries in NFC with a ``folded`` field, fallback copies left out.

    An untranslated page stands in the index twice with the same text, once for
    each language; the reader wants one result, in the default language.
    """
    entries = list(entries)
    originals = {(entry["location"], entry["title"], entry["text"]) for entry in entries}
    kept = []
    for entry in entries:
        base = next((entry["location"][len(prefix):] for prefix in _TRANSLATED
                     if entry["location"].startswith(prefix)), None)
        if base is not None and (base, entry["title"], entry["text"]) in originals:
            continue
        text = f"{entry['title']} {entry['text']}"
        kept.append({**entry, "title": nfc(entry["title"]), "text": nfc(entry["text"]), "folded": fold(text)})
    return kept
