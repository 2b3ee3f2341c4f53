"""A handbook of nothing but the register of places, to which tests add tables."""

import datetime as dt

from handbook.load import read_catalog
from handbook.places.register import places_of


def read(docs):
    catalog = read_catalog(docs, dt.date(2026, 11, 30))
    return catalog, places_of(catalog)


def table(docs, name, text):
    (docs / "so-lieu" / f"{name}.csv").write_text(text, "utf-8")
