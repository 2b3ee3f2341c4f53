"""Citations of legal documents in running text.

Linear in the text: one regular expression over its normal form, then a
dictionary.  Whatever looks like a citation and is not in the register is
returned too, with what was probably meant.
"""

from __future__ import annotations

import re

from handbook.cache.last_result import Latest
from handbook.law import kinds, numbers
from handbook.law.ambiguous_numbers import of_date, of_place, only_one
from handbook.law.citation import Citation
from handbook.law.grammar import AFTER, DATED, citation_pattern
from handbook.law.model import Document, Register
from handbook.law.names import labels_of, names_of
from handbook.vietnamese.comparable import normal, normalise

_NUMBER = re.compile(numbers.NUMBER)
_SHORT = re.compile(rf"({numbers.SERIAL}) ?/ ?({numbers.YEAR})(?!\w)")
_FORM = re.compile(r"(?i:mẫu|biểu|tờ khai|form)(?: (?:số:?|no\.?))? $")  # "mẫu 01/TT-HKD" is a form
_SMALL = re.compile(r"(?<!\w)(?:bộ luật|luật) (?=(\w))")
_matchers: Latest[CitationMatcher] = Latest()
_AROUND = 100  # characters in which the place of a local document must be named


def matcher_of(register: Register) -> CitationMatcher:
    """The matcher of ``register``, made once for the same documents."""
    return _matchers.of("register", register, lambda: CitationMatcher(register))


class CitationMatcher:
    """Finds the citations of one register's documents."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._by_number: dict[tuple, list[Document]] = {}
        self._squeezed: dict[tuple, list[Document]] = {}
        self._by_serial: dict[tuple, list[Document]] = {}
        self._by_name: dict[str, list[Document]] = {}
        self._others: dict[str, Document] = {}
        for document in register.documents:
            number = document.parsed
            if number:
                self._squeezed.setdefault(numbers.squeezed(document.number), []).append(document)
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
        # "luật Trẻ em" is the law, "luật trẻ em" may be any law about children.
        normal_text = _SMALL.sub(lambda match: match[0].capitalize() if match[1].isupper() else match[0], source.text)
        matches = list(self._pattern.finditer(normal_text))
        found = []
        for index, match in enumerate(matches):
            meaning = self._meaning(match, normal_text)
            if meaning is None:
                continue
            document, suggestion, is_local = meaning
            end, article = match.end(), match["before"] or ""
            after = None if article else AFTER.match(normal_text, end)
            following = matches[index + 1].start() if index + 1 < len(matches) else len(normal_text)
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
        if match["loose"]:
            return self._loose(match["loose"], match["loose_kind"])
        return self._short(match["form"], numbers.plain(match["serial"]), int(match["year"]))

    def _named(self, name: str, qualifier: str) -> tuple[Document | None, str]:
        documents = self._by_name[name.lower()]
        number, short, year = _NUMBER.search(qualifier), _SHORT.search(qualifier), re.search(numbers.YEAR, qualifier)
        if number and (parsed := numbers.parse(number[0])):
            fitting = [document for document in documents if document.parsed and document.parsed.key == parsed.key]
        elif short:
            wanted = numbers.plain(short[1]), int(short[2])
            fitting = [doc for doc in documents if doc.parsed and (doc.parsed.serial, doc.year) == wanted]
        elif year:
            fitting = [document for document in documents if document.year == int(year[0])]
        else:
            # The name alone means the law that now bears it.
            fitting = [doc for doc in documents if not self.register.state(doc).status.is_stale] or documents
        return only_one(fitting) or (None, labels_of(fitting or documents))

    def _numbered(self, match: re.Match[str], text: str) -> tuple[Document | None, str, bool] | None:
        written = numbers.tidy(match["number"])
        number = numbers.parse(written)
        if number is None:
            return None
        documents = self._by_number.get(number.key, [])
        if not documents:
            if "." in number.serial and not (match["kind"] or number.is_in_series):
                return None  # "1.13/2023/NĐ-CP": a decree after the number of a list
            if not number.is_typical and not (match["kind"] and len(number.tokens) > 1):
                return self._loose(match["number"], None)
            if not match["kind"] and _FORM.search(text[max(0, match.start() - 20) : match.start()]):
                return None
            near = numbers.nearest(written, [doc.number for doc in self.register.documents])
            return None, near or "", number.is_local
        fitting = [
            doc for doc in documents if not (match["kind"] and kinds.contradict(kinds.kind_of(match["kind"]), doc.kind))
        ]
        if not fitting:
            same = [
                doc
                for doc in self.register.documents
                if doc.parsed and (doc.parsed.serial, doc.year) == (number.serial, documents[0].year)
            ]
            return None, labels_of(same), False
        fitting = of_place(fitting, text[max(0, match.start() - _AROUND) : match.end() + _AROUND])
        fitting = of_date(fitting, number, DATED.match(text, match.end()))
        only = only_one(fitting)
        if only is None:
            return None, labels_of(fitting or documents), number.is_local
        parsed = only[0].parsed
        return only[0], only[0].number if parsed and parsed.suffix != number.suffix else "", False

    def _short(self, word: str, serial: str, year: int) -> tuple[Document | None, str, bool] | None:
        documents = self._by_serial.get((kinds.family(kinds.kind_of(word)), serial, year), [])
        local = [document for document in documents if document.place]
        only = only_one([document for document in documents if document not in local])
        if only:
            return (*only, False)
        if not (word[0].isupper() and kinds.is_plain(word)):
            return None
        near = [
            doc for doc in self.register.documents if doc.parsed and (doc.parsed.serial, doc.year) == (serial, year)
        ]
        return None, labels_of(documents or near), bool(local)

    def _loose(self, written: str, kind: str | None) -> tuple[Document | None, str, bool] | None:
        """A number written amiss: of a document in the register, or with the word and the year of some other."""
        key = numbers.squeezed(written)
        only = only_one(self._squeezed.get(key, []))
        if only:
            return only[0], only[0].number, False
        near = numbers.nearest(written, [document.number for document in self.register.documents])
        return (None, near or "", False) if kind and key[1] else None
