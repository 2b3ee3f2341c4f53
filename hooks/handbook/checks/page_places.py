"""Where things are: files that links lead to, pages that stand in no list."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from handbook.checks.links import link_targets
from handbook.checks.page import Content
from handbook.problem import Problem
from handbook.sections import BY_FOLDER
from handbook.source.file_names import IMAGE_SUFFIXES
from handbook.source.web_address import is_file, split_address

# Pages are looked after by handbook.checks.links, pictures by the rules of images.
_OTHERS = ("", ".md", ".html", ".htm", *IMAGE_SUFFIXES)


def missing_file(content: Content) -> Iterator[Problem]:
    published = {
        f"{key}{suffix}" for key in (*content.catalog.tables, "van-ban/van-ban") for suffix in (".csv", ".xlsx")
    }
    for page in content.pages:
        folder = posixpath.dirname(page.article.key)
        for line, target in link_targets(page.article):
            parts = split_address(target)
            if parts.scheme or parts.netloc or PurePosixPath(parts.path).suffix.lower() in _OTHERS:
                continue
            uri = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
            if uri in published or not uri.startswith("..") and is_file(content.docs / uri):
                continue
            if parts.path.startswith("www."):
                yield Problem(
                    page.article.path,
                    line,
                    f"Địa chỉ “{target}” thiếu https:// nên bị hiểu là tệp trong cẩm nang.",
                    f"Viết https://{target}.",
                )
                continue
            near = difflib.get_close_matches(uri, sorted(published), n=1, cutoff=0.75)
            hint = f"Có phải ý bạn là “{posixpath.relpath(near[0], folder or '.')}”? " if near else ""
            yield Problem(
                page.article.path,
                line,
                f"Liên kết tới tệp “{target}” nhưng không có tệp đó.",
                f"{hint}Cẩm nang chỉ phát bảng số liệu và ảnh; tệp khác thì dẫn địa chỉ nơi công bố, bắt đầu bằng https://.",
            )


def outside(content: Content) -> Iterator[Problem]:
    """A page beside the sections that ``nav`` of mkdocs.yml does not name."""
    if content.top_pages is None:
        return
    for page in content.pages:
        key = page.article.key
        if "/" not in key and f"{key}.md" not in content.top_pages and page.is_vietnamese:
            yield Problem(
                page.article.path,
                0,
                "Trang này nằm ngoài mọi mục nên không có trong mục lục.",
                f"Chuyển vào một trong các thư mục: {', '.join(BY_FOLDER)}.",
            )
