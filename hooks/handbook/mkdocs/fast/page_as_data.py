"""A converted page as a JSON value, and back."""

from collections.abc import Mapping

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink


def as_data(page: Page, uris: Mapping[File, str]) -> dict:
    """What ``Page.render`` made of ``page``; ``uris`` are the paths by which it found other files."""
    return {
        "html": page.content,
        "toc": [_token(link) for link in page.toc],
        "anchors": sorted(page.present_anchor_ids),
        "links": [[uris[file], links] for file, links in (page.links_to_anchors or {}).items()],
    }


def fill_in(page: Page, data: dict, files: Files) -> None:
    """Give ``page`` what ``as_data`` noted, but for its text and table of contents."""
    page.present_anchor_ids = set(data["anchors"])
    page.links_to_anchors = {files.get_file_from_path(uri) if uri else page.file: links for uri, links in data["links"]}


def _token(link: AnchorLink) -> dict:
    return {
        "name": link.title,
        "id": link.id,
        "level": link.level,
        "children": [_token(child) for child in link.children],
    }
