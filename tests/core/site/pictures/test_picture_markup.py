"""What becomes of <img> in a page's text."""

from handbook.site.pictures import Shown, Version, with_pictures

PLAIN = Shown(600, 400)
LIGHTER = Shown(
    1400,
    700,
    (
        Version("image/avif", "../a.1.avif", 1280),
        Version("image/avif", "../a.2.avif", 720),
        Version("image/webp", "../a.3.webp", 1280),
    ),
)
KNOWN = {"a.png": PLAIN, "b c.jpg": LIGHTER}


def made(html):
    return with_pictures(html, KNOWN.get)


def test_all_but_the_first_image_wait():
    assert made('<p><img alt="x" src="a.png" /></p><img alt="y" src="a.png">') == (
        '<p><img alt="x" src="a.png" width="600" height="400" decoding="async"></p>'
        '<img alt="y" src="a.png" width="600" height="400" loading="lazy" decoding="async">'
    )


def test_the_lightest_form_stands_first():
    assert made('<img alt="1 > 0" src="b c.jpg">') == (
        "<picture>"
        '<source type="image/avif" srcset="../a.1.avif 1280w, ../a.2.avif 720w" sizes="(max-width: 800px) 100vw, 800px">'
        '<source type="image/webp" srcset="../a.3.webp 1280w" sizes="(max-width: 800px) 100vw, 800px">'
        '<img alt="1 > 0" src="b c.jpg" width="1400" height="700" decoding="async"></picture>'
    )


def test_what_the_author_wrote_stays():
    assert 'width="350" height="175"' in made('<img src="b c.jpg" width="350">').replace(' decoding="async"', "")
    assert 'sizes="(max-width: 350px) 100vw, 350px"' in made('<img src="b c.jpg" width="350">')
    assert (
        made('<img src="a.png" height="40" loading="eager">')
        == '<img src="a.png" height="40" loading="eager" width="60" decoding="async">'
    )
    assert made('<img src="a.png" width="50%">') == '<img src="a.png" width="50%" decoding="async">'


def test_what_is_not_known_and_what_is_a_picture_already_are_left_alone():
    for html in (
        '<img src="https://x.example/a.png">',
        "<img alt='không có địa chỉ'>",
        '<code>&lt;img src="a.png"&gt;</code>',
        '<picture><source srcset="b c.jpg"><img src="a.png"></picture>',
    ):
        assert made(html) == html
