"""No word crosses the text block on any page of the PDFs that the real handbook offers, and none could not be made.

Whole books, parts, print editions, packs and sheets are all made and read.  A chapter alone holds the same pages once more:
of those every eighth is made, unless ``HANDBOOK_EVERY_EDITION`` is set, as it is before publishing (.github/workflows).
"""

import datetime as dt
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from handbook.book.editions.make_all import make_all
from handbook.book.editions.published import published
from handbook.book.press.typeset import open_press
from handbook.load import read_catalog
from handbook.packs import make_packs
from support import AS_OF, ROOT

sys.path.insert(0, str(Path(__file__).parents[1] / "core" / "book"))
from book_samples import outside  # noqa: E402

CARDS = (12.0, 12.0)  # mm, at both edges of a card
BLED = (21.0, 17.0)  # mm, with the 3 mm that a printing house cuts off
EVERY = bool(os.environ.get("HANDBOOK_EVERY_EDITION"))
SHEETS = (8.0, 8.0)  # mm: what any office printer leaves free; sheets are cut, pinned up or shown on a screen


@pytest.fixture(scope="module")
def folder(real_book, real, tmp_path_factory):
    """Editions and every pack of the Vietnamese handbook, made as a build makes them, and the English book."""
    folder = tmp_path_factory.mktemp("tai-ve")
    press = open_press(tmp_path_factory.mktemp("press"))
    editions = [
        edition
        for number, edition in enumerate(published(real_book))
        if EVERY or edition.group not in ("chapter", "large") or number % 8 == 0
    ]
    made = [(name, problems) for name, _, problems in make_all(editions, press, folder)]
    catalog = read_catalog(ROOT / "docs", dt.date.fromisoformat(AS_OF))
    packs = make_packs(catalog, real_book, press, folder, pictures=False)  # PNGs have no text to look at
    made += [(file.name, problems) for file, problems in packs]
    assert [one for one in made if one[1] or not one[0]] == []
    for path in (real.out / "tai-ve").glob("*.en.pdf"):
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def leaving(folder, path):
    """The words of one PDF that leave its text block."""
    name = path.relative_to(folder).as_posix()
    is_card = name.startswith(("the-viec", "the/"))
    is_sheet = name.startswith(("bo-in/", "to/"))
    margins = CARDS if is_card else SHEETS if is_sheet else BLED if "nha-in" in name else None
    has_cover = path.parent == folder and not is_card
    return name, outside(path.read_bytes(), cover=has_cover, margins=margins)


def test_no_word_leaves_the_text_block(folder):
    paths = [
        path for path in sorted(folder.rglob("*.pdf")) if "in-gap-doi" not in path.name
    ]  # two pages of another to a side
    with ProcessPoolExecutor(os.cpu_count()) as crew:
        found = dict(crew.map(leaving, [folder] * len(paths), paths, chunksize=8))
    assert len(found) > (500 if EVERY else 250)
    assert {name: words for name, words in found.items() if words} == {}
