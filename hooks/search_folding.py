"""Adapter: search also finds Vietnamese typed without accents (pitfalls P4, P5)."""

import json
from pathlib import Path

from build_session import is_very_end
from handbook.searchindex import fold_entries
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority


@event_priority(-101)  # after static-i18n (-100) has written the index of all languages
def on_post_build(config: MkDocsConfig) -> None:
    path = Path(config.site_dir, "search", "search_index.json")
    if not is_very_end(config) or not path.exists():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    index["docs"] = fold_entries(index["docs"])
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
