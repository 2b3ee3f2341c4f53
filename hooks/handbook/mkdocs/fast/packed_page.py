"""The text of a page takes little room from when it is converted until it is written, and none after that."""

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

from handbook.cache import unpack


class PackedPage(Page):
    """Holds its text and its table of contents as the store keeps them, and unpacks them for who asks.

    MkDocs holds every page of a language until all are written, as much as the whole site.
    A page becomes one of these by ``pack``; MkDocs sees no difference.
    """

    _packed: bytes
    _given: str | None

    @staticmethod
    def pack(page: Page, html: str, packed: bytes) -> None:
        """``packed`` holds ``html``, and the table of contents; ``page`` has its text from there.

        What the adapters make of ``html`` (``on_page_content``) is held as it is, if it is something else.
        """
        page.__class__ = PackedPage
        vars(page).update(_packed=packed, _given=html, content=None, toc=None)

    @property
    def content(self) -> str:
        """The converted text."""
        if self._given is not None:
            return self._given
        return self._part("content")

    @content.setter
    def content(self, text: str) -> None:
        # The text that MkDocs gives back unchanged is in the store's value already.
        vars(self)["content"] = None if text is self._given else text
        self._given = None

    @property
    def toc(self) -> TableOfContents:
        """The table of contents."""
        return self._part("toc")

    @toc.setter
    def toc(self, toc: TableOfContents) -> None:
        vars(self)["toc"] = toc

    def _part(self, name: str) -> object:
        own = vars(self)
        if own[name] is None:
            value = unpack(self._packed)
            own["toc"] = own["toc"] or get_toc(value["toc"])
            own["content"] = value["html"] if own["content"] is None else own["content"]
        return own[name]


def hold(page: Page, value: dict, packed: bytes, unpacked: bool) -> None:
    """Give ``page`` the text of ``value``, which is ``packed`` in the cache; ``unpacked`` for a preview, which asks for every text."""
    if unpacked:
        page.content, page.toc = value["html"], get_toc(value["toc"])
    else:
        PackedPage.pack(page, value["html"], packed)


def let_go(page: Page) -> None:
    """Forget the text of a page that has been written."""
    page.__class__ = Page
    vars(page).pop("_packed", None)
    page.content, page.toc = "", TableOfContents([])
