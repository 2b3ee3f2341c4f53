"""Vietnamese words on a page in another language say that they are Vietnamese (WCAG 2.2, SC 3.1.2 "Language of Parts").

Titles of untranslated pages in the navigation, names of documents, quoted phrases: a screen reader speaks them with a
voice of their language, and a browser breaks and translates them rightly.  A text is looked at sentence by sentence;
a name or two inside an English sentence is left to the sentence, as the rule allows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.cache.memo import memo
from handbook.vietnamese.syllables import is_syllable

_LETTERS = "ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
_BOTH = _LETTERS + _LETTERS.upper()
_ACCENTED = re.compile(f"[{_BOTH}]")
_OPAQUE = r"<(?:script|style|pre|textarea|title)\b.*?</(?:script|style|pre|textarea|title)>"
_TOKEN = re.compile(rf"{_OPAQUE}|<[^>]*>", re.DOTALL)
# The tags that matter where the page's own language is spoken: those that say a language, that may hold a Vietnamese name,
# that stand before an accented letter.  A look at every tag would take four times as long.
_TOKEN_THAT_MATTERS = re.compile(
    rf"{_OPAQUE}|<(?:nav class=\"md-nav\"|div class=\"so-lieu\")[^>]*>"
    rf"|<[^>\s]*+(?:\s++(?!lang=)[^>\s]*+)*+(?:\s++lang=[^>]*>|>(?=[^<{_BOTH}]*+[{_BOTH}]))",
    re.DOTALL,
)
_SAYS_LANGUAGE = r"<[^>\s]*+(?:\s++(?!lang=)[^>\s]*+)*+\s++lang=[^>]*>"
# Named after what they hold: a part of the contents, a table.
_LABELLED = re.compile(
    r'(?P<tag><(?:nav class="md-nav"|div class="so-lieu"))(?![^>]*\slang=)[^>]* aria-label="(?P<words>[^"]*)"'
)
_TITLE = re.compile(r"(?P<tag><title)>(?P<words>[^<]*?)(?: - [^<-]*)?</title>")
_OPENING = re.compile(r"<([a-zA-Z][\w-]*)")
_LANG = re.compile(r"""\slang=["']?([a-z-]+)""")
_SENTENCE = re.compile(r"[^.!?;:]*(?:[.!?;:](?!\s|$)[^.!?;:]*)*(?:[.!?;:]+\s*|$)")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile("“([^“”]+)”")
_CURRENCY = "đồng"  # a word of English sentences too
# Where one of these stands the sentence is English, whatever names it tells of.
_ENGLISH = frozenset(
    [
        "and",
        "are",
        "as",
        "at",
        "by",
        "for",
        "from",
        "has",
        "have",
        "is",
        "it",
        "its",
        "of",
        "or",
        "that",
        "the",
        "their",
        "this",
        "was",
        "were",
        "who",
        "with",
        "within",
        "above",
        "below",
    ]
)
# Spelt like syllables, at the end of a phrase rather English.
_EITHER = frozenset(["a", "an", "be", "can", "do", "go", "he", "in", "me", "no", "on", "so", "than", "the", "to"])
# Elements that hold text and no other element.
_TEXT_ONLY = frozenset(("option", "text", "tspan", "desc", "title"))
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


def with_vietnamese_marked(html: str) -> str:
    """``html``, a page in another language, with ``lang="vi"`` around what is Vietnamese and does not say so yet."""
    parts: list[str] = []
    # Elements that say their language, the innermost last: name, how many of the name are open in it, language.
    around: list[list] = []
    end = 0
    while token := _tokens(around).search(html, end):
        tag = token[0]
        is_ours = not around or around[-1][2] != "vi"
        tag = _named(tag) if is_ours else tag
        parts += html[end : token.start()], tag
        _enter(around, tag)
        end = html.find("<", token.end())
        end = end if end >= 0 else len(html)
        text = html[token.end() : end]
        if text and (not around or around[-1][2] != "vi") and _ACCENTED.search(text):
            _mark(parts, text, html[end : html.find(">", end) + 1])
        else:
            parts.append(text)
    return "".join((*parts, html[end:]))


def _tokens(around: list[list]) -> re.Pattern[str]:
    """The tags to look at inside ``around``."""
    if not around or around[-1][0] == "html":
        return _TOKEN_THAT_MATTERS
    return _tokens_within(around[-1][0]) if around[-1][2] == "vi" else _TOKEN


@memo(64)
def _tokens_within(name: str) -> re.Pattern[str]:
    """Tags inside an element ``name`` that is Vietnamese: those that lead out of it, those that say another language."""
    return re.compile(rf"{_OPAQUE}|</?{re.escape(name)}(?![\w-])[^>]*>|{_SAYS_LANGUAGE}", re.DOTALL)


def _named(tag: str) -> str:
    """``tag``, marked where what it is called, or the title it holds, is Vietnamese."""
    label = _LABELLED.match(tag) or _TITLE.match(tag)
    if not label or not all(is_vietnamese for is_vietnamese, _ in _pieces(label["words"])):
        return tag
    return f'{label["tag"]} lang="vi"{tag[label.end("tag") :]}'


def _enter(around: list[list], tag: str) -> None:
    """Note in ``around`` that ``tag`` begins or ends an element."""
    if around and "lang=" not in tag and not tag.removeprefix("</").removeprefix("<").startswith(around[-1][0]):
        return  # as most tags
    closed = tag[2:-1].strip() if tag.startswith("</") else ""
    name = "" if "</" in tag else _name(tag)  # a whole title or script is one token
    if around:
        around[-1][1] += (name == around[-1][0]) - (closed == around[-1][0])
        if not around[-1][1]:
            around.pop()
    if name and name not in _VOID and not tag.endswith("/>") and (lang := _LANG.search(tag)):
        if around and name == around[-1][0]:
            around[-1][1] -= 1  # its own end is counted apart
        around.append([name, 1, lang[1]])


def _name(tag: str) -> str:
    found = _OPENING.match(tag)
    return found[1] if found else ""


def _mark(parts: list[str], text: str, following: str) -> None:
    """Add ``text``; an element that holds nothing else and is all Vietnamese is marked itself."""
    before = parts[-1]
    name = _name(before)
    is_leaf = bool(name) and following == f"</{name}>" and not _LANG.search(before)
    pieces = _pieces(text)
    if is_leaf and all(is_vietnamese or not piece.strip() for is_vietnamese, piece in pieces):
        parts[-1] = f'{before[:-1]} lang="vi">'
        parts.append(text)
    elif name in _TEXT_ONLY:
        parts.append(text)
    else:
        parts += [_wrapped(piece) if is_vietnamese else piece for is_vietnamese, piece in pieces]


def _wrapped(piece: str) -> str:
    bare = piece.strip()
    start = piece.index(bare)
    return f'{piece[:start]}<span lang="vi">{bare}</span>{piece[start + len(bare) :]}'


@memo(1 << 14)  # titles stand in the navigation of many pages
def _pieces(text: str) -> tuple[tuple[bool, str], ...]:
    """``text`` in pieces: whether Vietnamese, and the piece."""
    pieces: list[tuple[bool, str]] = []

    def add(is_vietnamese: bool, piece: str) -> None:
        if pieces and pieces[-1][0] is is_vietnamese:
            pieces[-1] = (is_vietnamese, pieces[-1][1] + piece)
        elif piece:
            pieces.append((is_vietnamese, piece))

    first = ""
    for sentence in _SENTENCE.findall(text):
        words = _WORD.findall(sentence)
        if _is_neutral(words) and not pieces:
            first += sentence  # of the language of what follows
        elif _is_neutral(words):
            add(pieces[-1][0], sentence)
        elif _is_vietnamese(words):
            add(True, first + sentence)
        else:
            add(False, first)
            for is_vietnamese, piece in _phrases(sentence):
                add(is_vietnamese, piece)
        first = first if not pieces else ""
    add(False, first)
    return tuple(pieces)


def _is_neutral(words: list[str]) -> bool:
    """A date, an abbreviation, a name such as "Nam Ka": of any language."""
    return not any(map(_ACCENTED.search, words)) and all(
        is_syllable(word.lower()) or word[1:] != word[1:].lower() or (len(words) > 1 and word[0].isupper())
        for word in words
    )


def _is_vietnamese(words: list[str]) -> bool:
    accented = sum(bool(_ACCENTED.search(word)) for word in words)
    small = [word.lower() for word in words]
    if not accented or _ENGLISH.intersection(small):
        return False
    own = sum(word[1:] == word[1:].lower() for word in words)  # VNeID and OTP are of no language, nor is a name
    common = [word for word in words if word.islower() or _ACCENTED.search(word)]
    is_named = all(map(is_syllable, filter(str.islower, words))) and accented * 2 > len(common)
    return is_named or all(map(is_syllable, small)) or 2 * accented >= own


def _phrases(sentence: str) -> Iterator[tuple[bool, str]]:
    """What is quoted in Vietnamese inside an English sentence, and other Vietnamese phrases of it."""
    end = 0
    for quoted in _QUOTED.finditer(sentence):
        if _is_vietnamese(_WORD.findall(quoted[1])):
            yield from _unquoted(sentence[end : quoted.start(1)])
            yield True, quoted[1]
            end = quoted.end(1)
    yield from _unquoted(sentence[end:])


def _unquoted(sentence: str) -> Iterator[tuple[bool, str]]:
    """Phrases of at least two accented words, or of one that begins small, as no name does."""
    end = 0
    for start, stop in _runs(sentence):
        yield False, sentence[end:start]
        yield True, sentence[start:stop]
        end = stop
    yield False, sentence[end:]


def _runs(sentence: str) -> Iterator[tuple[int, int]]:
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(sentence):
        is_ours = _may_be_vietnamese(sentence, word)
        # Not ",": the names of a list are apart.
        if is_ours and (not run or "," not in sentence[run[-1].end() : word.start()]):
            run.append(word)
            continue
        yield from _trimmed(run)
        run = [word] if is_ours else []
    yield from _trimmed(run)


def _may_be_vietnamese(sentence: str, word: re.Match[str]) -> bool:
    small = word[0].lower()
    is_end_of_name = sentence[: word.start()].endswith(("’", "'"))  # "Ch’ơm"
    return small not in _ENGLISH and is_syllable(small) and not is_end_of_name


def _trimmed(run: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    while run and not _ACCENTED.search(run[0][0]):
        run = run[1:]
    while run and not _ACCENTED.search(run[-1][0]) and run[-1][0].lower() in _EITHER:
        run = run[:-1]
    accented = [word[0] for word in run if _ACCENTED.search(word[0])]
    if len(accented) >= 2 or any(word.islower() and word != _CURRENCY for word in accented):
        yield run[0].start(), run[-1].end()
