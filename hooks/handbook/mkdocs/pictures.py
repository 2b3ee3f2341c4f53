"""Adapter: the images of a page get their size and, in a build, lighter versions in ``assets/anh/``, where hosts keep files
for ever.  The book and the other copies are made from the text before that and get the originals."""

import posixpath
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from handbook.mkdocs.reporting import report
from handbook.mkdocs.session import Session
from handbook.mkdocs.work_folders import cache_folder
from handbook.site.assets import hashed_name
from handbook.site.pictures import RASTERS, Drawn, Shown, Version, lighter_versions, measure, with_pictures
from handbook.source.web_address import is_file, split_address

_FOLDER = "assets/anh"


def with_lighter_versions(session: Session, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    def find(address: str) -> Shown | None:
        parts = split_address(address)
        uri = posixpath.normpath(posixpath.join(posixpath.dirname(page.file.dest_uri), unquote(parts.path)))
        if parts.scheme or parts.netloc or not uri.lower().endswith(RASTERS):
            return None
        if uri not in session.pictures:
            session.pictures[uri] = _look_at(session, uri, config, files)
        if session.pictures[uri] is None:
            return None
        width, height, versions = session.pictures[uri]
        return Shown(
            width,
            height,
            tuple(Version(one.type, get_relative_url(one.address, page.url), one.width) for one in versions),
        )

    return with_pictures(html, find)


def _look_at(
    session: Session, uri: str, config: MkDocsConfig, files: Files
) -> tuple[int, int, tuple[Version, ...]] | None:
    source = next((file.abs_src_path for file in files if file.dest_uri == uri and file.abs_src_path), None)
    original = Path(source or Path(config.docs_dir, uri))
    if not is_file(original):
        return None  # told with its line by handbook/checks
    told = (
        f"docs/{original.relative_to(config.docs_dir).as_posix()}" if original.is_relative_to(config.docs_dir) else uri
    )
    data = original.read_bytes()
    raster, problems = measure(data, told)
    drawn: tuple[Drawn, ...] = ()
    if raster and not raster.moves and not session.is_preview:
        drawn, problems = lighter_versions(data, told, cache_folder(config) / "anh")
    report(problems, "pictures")
    return (raster.width, raster.height, tuple(_write(one, uri, config) for one in drawn)) if raster else None


def _write(drawn: Drawn, uri: str, config: MkDocsConfig) -> Version:
    name = hashed_name(f"{_FOLDER}/{PurePosixPath(uri).stem}.{drawn.kind}", drawn.data)
    target = Path(config.site_dir, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(drawn.data)
    return Version(f"image/{drawn.kind}", name, drawn.width)
