"""Words of the glossary's page, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "letters": "Đến chữ cái",
        "filter": "Tìm thuật ngữ (không cần gõ dấu)",
        "found": "thuật ngữ",
        "notes": "Hiện cả cách viết khác, nguồn",
        "also": "Còn viết",
        "field": "Lĩnh vực",
        "source": "Nguồn",
    },
    "en": {
        "letters": "Go to letter",
        "filter": "Find a term (accents not needed)",
        "found": "terms",
        "notes": "Show other spellings, sources",
        "also": "Also written",
        "field": "Field",
        "source": "Source",
    },
}
