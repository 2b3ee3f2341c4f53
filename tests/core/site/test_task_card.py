"""A page's task card is taken out whole, and nothing else with it."""

import pytest
from handbook.site.pages.task_card import card_and_rest

CARD = '<section aria-labelledby="viec-1" class="the-viec"><p class="the-viec-ten" id="viec-1">Việc</p><ol><li>Một</li></ol></section>'


@pytest.mark.parametrize(
    ("html", "card", "rest"),
    [
        (f"<p>Trước</p>\n{CARD}\n<p>Sau</p>", CARD, "<p>Trước</p>\n\n<p>Sau</p>"),
        (f"<section>x</section>{CARD}<section>y</section>", CARD, "<section>x</section><section>y</section>"),
        (f"<p>Một</p>{CARD}{CARD}", CARD, f"<p>Một</p>{CARD}"),
        ("<p>Không có thẻ</p>", "", "<p>Không có thẻ</p>"),
        ('<section class="the-viec"><p>chưa đóng', "", '<section class="the-viec"><p>chưa đóng'),
    ],
)
def test_the_first_card_comes_out_whole(html, card, rest):
    assert card_and_rest(html) == (card, rest)
