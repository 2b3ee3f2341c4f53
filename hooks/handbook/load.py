"""``docs/`` as a catalogue with every problem: read, generate, check."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from handbook.catalogue.addresses import check_moved
from handbook.catalogue.catalog import Catalog
from handbook.catalogue.generated import generated_articles
from handbook.catalogue.reader import read_files
from handbook.checks.links import check_links
from handbook.checks.related_pages import check_related
from handbook.checks.situations import check_situations
from handbook.checks.table_references import check_tables
from handbook.checks.unsafe_html import check_html
from handbook.checks.unsafe_svg import check_svgs
from handbook.kit.checks import check_kit
from handbook.pagekeys.map_page import map_articles
from handbook.places.articles import place_articles
from handbook.places.checks import check_places
from handbook.problem import in_reading_order


def read_catalog(docs: Path, as_of: dt.date) -> Catalog:
    """Read every file below ``docs``; problems name paths as ``docs/…``.

    ``as_of`` is the day on which the law stands as the pages say.
    """
    written = read_files(docs, as_of)
    pages = (*generated_articles(written), *map_articles(written), *place_articles(written))
    generated = {(page.key, page.language): page for page in pages}
    catalog = replace(written, articles={**written.articles, **generated})
    problems = (
        *written.problems,
        *check_related(catalog),
        *check_situations(catalog),
        *check_links(catalog),
        *check_tables(catalog),
        *check_kit(catalog, as_of),
        *check_html(catalog),
        *check_moved(catalog),
        *check_places(written),
        *check_svgs(docs),
    )
    return replace(catalog, problems=in_reading_order(problems))
