"""Adapter: the data of the lookup "Xã cũ nay là xã nào", once for all languages."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from handbook.mkdocs.session import Session
from handbook.places.lookup_data import DATA_FILE, lookup_script
from handbook.places.register import places_of


def write(session: Session, config: MkDocsConfig) -> None:
    places = places_of(session.catalog)
    if places:
        target = Path(config.site_dir, DATA_FILE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(lookup_script(places), encoding="utf-8")
