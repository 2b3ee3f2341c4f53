"""The foot of every real page: edit and report where the repository is known, nothing where it is not."""

from urllib.parse import parse_qs, unquote, urlsplit

from lxml import html as lxml_html
from support import ROOT


def foot(path):
    (found,) = lxml_html.parse(str(path)).getroot().find_class("sua-trang") or [None]
    return found


def test_every_page_offers_a_report_with_its_own_address(real):
    pages = [
        path
        for path in real.pages()
        if path.name == "index.html" and 'http-equiv="refresh"' not in path.read_text("utf-8")
    ]
    assert len(pages) > 200
    for path in pages:
        query = parse_qs(urlsplit(foot(path).findall("a")[-1].get("href")).query)
        address = path.parent.relative_to(real.out).as_posix().removeprefix(".")
        assert query["trang"] == [f"https://cam-nang.example/{address + '/' if address else ''}"], path
        assert query["title"][0].split(": ", 1)[1]


def test_what_is_edited_exists(real):
    for path in real.pages():
        links = foot(path).findall("a") if foot(path) is not None else []
        for link in links:
            parts = urlsplit(link.get("href")).path.split("/", 5)
            if parts[3] in ("edit", "blob"):
                assert (ROOT / unquote(parts[5])).is_file(), link.get("href")


def test_without_a_repository_no_page_has_a_link_that_leads_nowhere(built_tiny):
    assert all(foot(path) is None for path in built_tiny.pages())
    assert not any("/issues/new" in path.read_text("utf-8") for path in built_tiny.pages())
