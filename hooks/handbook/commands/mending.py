"""What ``check --fix`` writes: mended pages, cleaned images, pictures taken out of the text."""

from __future__ import annotations

from pathlib import Path

from handbook.checks import Content
from handbook.checks.autofix import mend_content
from handbook.checks.embedded_pictures import save_pictures
from handbook.checks.image_metadata import clean_images


def save_embedded(content: Content) -> str:
    """Write the pictures that stand inside of pages beside them; what was done, a line each."""
    lines: list[str] = []
    for saved in save_pictures(content):
        for uri, data in saved.pictures:
            (content.docs / uri).write_bytes(data)
        (content.docs / saved.uri).write_bytes(saved.text.encode("utf-8"))
        lines.append(f"{saved.done}\n")
    return "".join(lines)


def mend(content: Content) -> str:
    """Write the pages and images that can be mended; what was done, a line each."""
    lines: list[str] = []
    for page, text, done in mend_content(content):
        path = content.docs / Path(page.article.path).relative_to(content.docs.name)
        path.write_bytes(text.encode("utf-8"))
        lines += (f"{item}\n" for item in sorted(set(done)))
    for cleaned, data in clean_images(content):
        (content.docs / Path(cleaned.path).relative_to(content.docs.name)).write_bytes(data)
        lines.append(f"{cleaned}\n")
    return "".join(lines)
