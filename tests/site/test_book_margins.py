"""Every page of every PDF that the real site offers: no word crosses the text block."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "core" / "book"))
from book_samples import outside  # noqa: E402

CARDS = (12.0, 12.0)  # mm, at both edges of a card
BLED = (21.0, 17.0)  # mm, with the 3 mm that a printing house cuts off


def test_no_word_leaves_the_text_block(real):
    folder = real.out / "tai-ve"
    wrong = {}
    for path in sorted(folder.rglob("*.pdf")):
        if "in-gap-doi" in path.name:  # the pages of another file, two to a side
            continue
        is_card = path.name.startswith("the-viec")
        margins = CARDS if is_card else BLED if "nha-in" in path.name else None
        found = outside(path.read_bytes(), cover=path.parent == folder and not is_card, margins=margins)
        if found:
            wrong[path.relative_to(folder).as_posix()] = found
    assert wrong == {}
