"""Citations of legal documents in running text.

Linear in the text: one regular expression over its normal form, then a
dictionary.  Whatever looks like a citation and is not in the register is
returned too, with what was probably meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbook.law import kinds, numbers
from handbook.law.grammar import AFTER, DATED, citation_pattern
from handbook.law.model import Document, Register
from handbook.law.names import labels_of, names_of
from handbook.law.normal import normal, normalise
from handbook.text import fold

_NUMBER = re.compile(numbers.NUMBER)
_SHORT = re.compile(rf"(\d{{1,4}}) ?/ ?({numbers.YEAR})(?!\w)")
_FORM = re.compile(r"(?i:mẫu|biểu|tờ khai|form)(?: (?:số:?|no\.?))? $")  # "mẫu 01/TT-HKD" is a form
_AROUND = 100  # characters in which the place of a local document must be named


@dataclass(frozen=True)
class Citation:
    """A citation at ``start``–``end`` of the text, or something that looks like one.

    ``document`` is ``None`` when the register has no such document; then
    ``suggestion`` says what may be meant, if anything is near.  With a document,
    ``suggestion`` is its number when the text writes it without its marks.
    ``article`` is the place in the document as the text has it ("khoản 2 Điều 8").
    ``is_local`` tells an unknown document of a province or commune.
    """

    start: int
    end: int
    text: str
    document: Document | None
    article: str = ""
    suggestion: str = ""
    is_local: bool = False


class CitationMatcher:
    """Finds the citations of one register's documents."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._by_number: dict[tuple, list[Document]] = {}
        self._by_serial: dict[tuple, list[Document]] = {}
        self._by_name: dict[str, list[Document]] = {}
        self._others: dict[str, Document] = {}
        for document in register.documents:
            number = document.parsed
            if number:
                self._by_number.setdefault(number.key, []).append(document)
                serial = (kinds.family(document.kind), number.serial, document.year)
                self._by_serial.setdefault(serial, []).append(document)
            for name in names_of(document):
                self._by_name.setdefault(name.lower(), []).append(document)
            self._others |= {normal(name).lower(): document for name in document.confusable}
        self._pattern = citation_pattern(self._by_name, self._others)

    def find(self, text: str) -> tuple[Citation, ...]:
        """All citations in ``text``, in order, none overlapping."""
        source = normalise(text)
        matches = list(self._pattern.finditer(source.text))
        found = []
        for index, match in enumerate(matches):
            meaning = self._meaning(match, source.text)
            if meaning is None:
                continue
            document, suggestion, is_local = meaning
            end, article = match.end(), match["before"] or ""
            after = None if article else AFTER.match(source.text, end)
            following = matches[index + 1].start() if index + 1 < len(matches) else len(source.text)
            if after and after.end() <= following:
                end, article = after.end(), after["after"]
            start, end = source.span(match.start(), end)
            found.append(Citation(start, end, text[start:end], document, article, suggestion, is_local))
        return tuple(found)

    @staticmethod
    def key(citation: Citation) -> str:
        """What two citations of one page share when they are written alike."""
        return normal(citation.text).lower()

    def _meaning(self, match: re.Match[str], text: str) -> tuple[Document | None, str, bool] | None:
        if match["other"]:
            return None, self._others[match["other"].lower()].label, False
        if match["name"]:
            return (*self._named(match["name"], match["qualifier"] or ""), False)
        if match["number"]:
            return self._numbered(match, text)
        return self._short(match["form"], int(match["serial"]), int(match["year"]))

    def _named(self, name: str, qualifier: str) -> tuple[Document | None, str]:
        documents = self._by_name[name.lower()]
        number, short, year = _NUMBER.search(qualifier), _SHORT.search(qualifier), re.search(numbers.YEAR, qualifier)
        if number and (parsed := numbers.parse(number[0])):
            fitting = [document for document in documents if document.parsed and document.parsed.key == parsed.key]
        elif short:
            wanted = int(short[1]), int(short[2])
            fitting = [doc for doc in documents if doc.parsed and (doc.parsed.serial, doc.year) == wanted]
        elif year:
            fitting = [document for document in documents if document.year == int(year[0])]
        else:
            # The name alone means the law that now bears it.
            fitting = [doc for doc in documents if not self.register.state(doc).status.is_stale] or documents
        return self._only(fitting) or (None, labels_of(fitting or documents))

    def _numbered(self, match: re.Match[str], text: str) -> tuple[Document | None, str, bool] | None:
        written = numbers.tidy(match["number"])
        number = numbers.parse(written)
        if number is None:
            return None
        documents = self._by_number.get(number.key, [])
        if not documents:
            if not number.is_typical and not (match["kind"] and len(number.tokens) > 1):
                return None
            if not match["kind"] and _FORM.search(text[max(0, match.start() - 20):match.start()]):
                return None
            near = numbers.nearest(written, [doc.number for doc in self.register.documents])
            return None, near or "", number.is_local
        fitting = [doc for doc in documents if not (match["kind"] and kinds.contradict(kinds.kind_of(match["kind"]), doc.kind))]
        if not fitting:
            same = [doc for doc in self.register.documents
                    if doc.parsed and (doc.parsed.serial, doc.year) == (number.serial, documents[0].year)]
            return None, labels_of(same), False
        fitting = _of_place(fitting, text[max(0, match.start() - _AROUND):match.end() + _AROUND])
        fitting = _of_date(fitting, number, DATED.match(text, match.end()))
        only = self._only(fitting)
        if only is None:
            return None, labels_of(fitting or documents), number.is_local
        return only[0], only[0].number if only[0].parsed.suffix != number.suffix else "", False

    def _short(self, word: str, serial: int, year: int) -> tuple[Document | None, str, bool] | None:
        documents = self._by_serial.get((kinds.family(kinds.kind_of(word)), serial, year), [])
        local = [document for document in documents if document.place]
        only = self._only([document for document in documents if document not in local])
        if only:
            return (*only, False)
        if not (word[0].isupper() and kinds.is_plain(word)):
            return None
        near = [doc for doc in self.register.documents if doc.parsed and (doc.parsed.serial, doc.year) == (serial, year)]
        return None, labels_of(documents or near), bool(local)

    @staticmethod
    def _only(documents: list[Document]) -> tuple[Document, str] | None:
        return (documents[0], "") if len(documents) == 1 else None


def _of_place(documents: list[Document], around: str) -> list[Document]:
    folded = fold(around)
    return [document for document in documents if not document.place or fold(document.place) in folded]


def _of_date(documents: list[Document], number: numbers.Number, dated: re.Match[str] | None) -> list[Document]:
    """Those of the year that follows the number, where the number itself has none."""
    if number.year or dated is None:
        return documents
    year = int(dated["day"] or dated["bracket"] or dated["loose"])
    fitting = [document for document in documents if document.year in (year, None)]
    # "… năm 2026" may also tell when something happened: it only chooses among several.
    return fitting if fitting or not dated["loose"] else documents
