"""The book as EPUB 3.3: one file a chapter, the same bytes for the same book."""

from __future__ import annotations

import uuid
from html import escape
from pathlib import Path

from handbook.book.html_tree.book_links import LinkIndex
from handbook.book.model import Book
from handbook.offline.drawn_pictures import cover_png
from handbook.offline.epub.chapters import Document, documents, wrap
from handbook.offline.epub.elements import PICTURES, image_name
from handbook.offline.reproducible_zip import zip_bytes
from handbook.offline.words import WORDS
from handbook.problem import Problem

_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_STYLE = Path(__file__).with_name("reader.css")


def make_epub(book: Book) -> tuple[bytes, tuple[Problem, ...]]:
    """The EPUB of ``book`` and what in it could not be taken along as meant."""
    links = LinkIndex.of(book.chapters, book.parts)
    chapters, images, problems = documents(book, links)
    words, docs = WORDS[book.language], book.docs_dir or Path()
    cover = wrap(
        words["cover"],
        book.language,
        f'<section epub:type="cover" class="bia"><img src="images/cover.png" alt="{escape(book.title)}"/></section>',
    )
    front = [
        Document("cover.xhtml", words["cover"], cover),
        *chapters[:1],
        Document("nav.xhtml", words["contents"], _nav(book, chapters), is_nav=True),
    ]
    spine = front + chapters[1:]
    files = {
        "META-INF/container.xml": _CONTAINER.encode(),
        "EPUB/package.opf": _package(book, spine, images).encode(),
        "EPUB/reader.css": _STYLE.read_bytes(),
        "EPUB/images/cover.png": cover_png(book),
        **{f"EPUB/{document.name}": document.xhtml.encode() for document in spine},
        **{f"EPUB/{image_name(image)}": (docs / image).read_bytes() for image in images},
    }
    # OCF 3.3, 4.3: the media type stands first and uncompressed.
    ordered = [("mimetype", b"application/epub+zip"), *sorted(files.items())]
    return zip_bytes(ordered, book.date, frozenset(("mimetype",))), problems


def _package(book: Book, spine: list[Document], images: tuple[str, ...]) -> str:
    """The package document (EPUB 3.3, 5), with EPUB Accessibility 1.1 metadata."""
    words = WORDS[book.language]
    languages = dict.fromkeys([book.language, *(document.language or book.language for document in spine)])
    identifier = uuid.uuid5(uuid.NAMESPACE_URL, f"{book.title}/{book.language}/{book.edition}/{book.version}")
    pictured = bool(images) or any(document.has_drawing for document in spine)
    modes = ["textual", *(["visual"] if pictured else [])]
    features = (
        "tableOfContents",
        "readingOrder",
        "structuralNavigation",
        "displayTransformability",
        *(("alternativeText",) if pictured else ()),
    )
    access = [
        *(("accessMode", mode) for mode in modes),
        ("accessModeSufficient", "textual"),
        *(("accessibilityFeature", feature) for feature in features),
        ("accessibilityHazard", "none"),
        ("accessibilitySummary", words["access_summary"]),
    ]
    metadata = [
        f'<dc:identifier id="id">urn:uuid:{identifier}</dc:identifier>',
        f"<dc:title>{escape(book.title)}</dc:title>",
        *(f"<dc:language>{language}</dc:language>" for language in languages),
        f"<dc:description>{escape(book.subtitle)}. {words['as_of']} {book.as_of:%d/%m/%Y}.</dc:description>",
        f"<dc:rights>{escape(words['licence'])}</dc:rights>",
        f"<dc:date>{book.date}</dc:date>",
        f'<meta property="dcterms:modified">{book.date}T00:00:00Z</meta>',
        *(f'<meta property="schema:{name}">{escape(value)}</meta>' for name, value in access),
        '<meta name="cover" content="cover-image"/>',  # EPUB 2 readers
    ]
    manifest = [
        '<item id="css" href="reader.css" media-type="text/css"/>',
        '<item id="cover-image" href="images/cover.png" media-type="image/png" properties="cover-image"/>',
        *(_item(number, document) for number, document in enumerate(spine)),
        *(
            f'<item id="i{number}" href="{escape(image_name(image))}" '
            f'media-type="{PICTURES[Path(image).suffix.lower()]}"/>'
            for number, image in enumerate(images)
        ),
    ]
    order = [f'<itemref idref="d{number}"/>' for number in range(len(spine))]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
            f'xml:lang="{book.language}" prefix="schema: http://schema.org/">',
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
            *metadata,
            "</metadata>",
            "<manifest>",
            *manifest,
            "</manifest>",
            "<spine>",
            *order,
            "</spine>",
            "</package>",
            "",
        ]
    )


def _item(number: int, document: Document) -> str:
    properties = [*(["nav"] if document.is_nav else []), *(["svg"] if document.has_drawing else [])]
    said = f' properties="{" ".join(properties)}"' if properties else ""
    return f'<item id="d{number}" href="{document.name}" media-type="application/xhtml+xml"{said}/>'


def _nav(book: Book, chapters: list[Document]) -> str:
    """The navigation document (EPUB 3.3, 7): parts, and the chapters in each."""
    words = WORDS[book.language]
    lines: list[str] = []
    is_open = False
    for document in chapters:
        entry = f'<a href="{document.name}">{escape(document.title)}</a>'
        if document.is_part:
            lines.append(("</ol></li>" if is_open else "") + f"<li>{entry}<ol>")
            is_open = True
        else:
            lines.append(f"<li>{entry}</li>")
    lines.append("</ol></li>" if is_open else "")
    toc = "\n".join(lines).replace("<ol>\n</ol>", "")
    first = next((document.name for document in chapters[1:]), chapters[0].name)
    marks = (
        ("cover", "cover.xhtml", words["cover"]),
        ("toc", "nav.xhtml", words["contents"]),
        ("bodymatter", first, words["start"]),
    )
    landmarks = "\n".join(f'<li><a epub:type="{kind}" href="{file}">{name}</a></li>' for kind, file, name in marks)
    return wrap(
        words["contents"],
        book.language,
        f'<nav epub:type="toc" id="toc"><h1>{words["contents"]}</h1>\n<ol>\n{toc}\n</ol></nav>\n'
        f'<nav epub:type="landmarks" hidden="hidden"><ol>\n{landmarks}\n</ol></nav>',
    )
