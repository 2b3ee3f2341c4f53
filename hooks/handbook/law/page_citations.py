"""What one page cites, and what is wrong with it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, field

from handbook.labels import show_date
from handbook.law.citation import Citation
from handbook.law.matcher import CitationMatcher
from handbook.law.model import Document, PartChange, Register, Status
from handbook.law.source_lines import raw_citations
from handbook.law.words import change_text, status_text
from handbook.problem import Problem, Severity

#: Class of a mention of a document as history, and of one that will come into force.
HISTORICAL = "lich-su"
UPCOMING = "chua-hieu-luc"


@dataclass(frozen=True)
class PageSource:
    """The page being converted: for messages its path and its text from ``body_line`` on."""

    path: str = ""
    body: str = ""
    body_line: int = 1
    language: str = "vi"


@dataclass(frozen=True)
class Mention:
    """A citation in its page; ``line`` is 0 when it was not looked up or not found."""

    citation: Citation
    historical: bool = False
    announced: bool = False
    line: int = 0


@dataclass(frozen=True)
class CitedDocument:
    """One citation of a register's document, for tables and the annex of the book.

    ``needs_review`` is set where the document is not in force and the page does
    not say so by a mark.  ``line`` is 0 where nothing is to be told of it.
    """

    slug: str
    article: str
    line: int
    historical: bool
    needs_review: bool = False


@dataclass(frozen=True)
class PageCitations:
    """All citations of a page in reading order, and its problems."""

    path: str
    citations: tuple[CitedDocument, ...] = ()
    problems: tuple[Problem, ...] = field(default=(), compare=False)


def citations_as_data(found: PageCitations) -> list:
    """``found`` as a JSON value, from which :func:`citations_from_data` makes it again."""
    return [
        found.path,
        [list(astuple(cited)) for cited in found.citations],
        [
            [problem.path, problem.line, problem.message, problem.fix, problem.code, problem.severity.name]
            for problem in found.problems
        ],
    ]


def citations_from_data(data: Sequence) -> PageCitations:
    """The citations that :func:`citations_as_data` wrote down."""
    path, citations, problems = data
    return PageCitations(
        path,
        tuple(CitedDocument(*cited) for cited in citations),
        tuple(
            Problem(place, line, message, fix, code, Severity[severity])
            for place, line, message, fix, code, severity in problems
        ),
    )


def page_citations(mentions: Sequence[Mention], page: PageSource, matcher: CitationMatcher) -> PageCitations:
    """The record of a page; lines are looked up only where something may be told of them."""
    register = matcher.register
    if any(_may_matter(mention, register) for mention in mentions):
        mentions = _with_lines(mentions, page, matcher)
    cited = tuple(
        CitedDocument(
            document.slug,
            mention.citation.article,
            mention.line,
            mention.historical,
            _needs_review(mention, document, register),
        )
        for mention in mentions
        if (document := mention.citation.document)
    )
    problems = [problem for mention in mentions for problem in _problems(mention, page, register)]
    return PageCitations(page.path, cited, tuple(dict.fromkeys(problems)))


def _may_matter(mention: Mention, register: Register) -> bool:
    document = mention.citation.document
    return (
        document is None
        or bool(mention.citation.suggestion)
        or mention.historical
        or mention.announced
        or (register.state(document).status.is_stale)
        or _repealed_part(mention, register) is not None
    )


def _repealed_part(mention: Mention, register: Register) -> PartChange | None:
    """What has repealed the cited article or clause of a document that is otherwise in force."""
    document = mention.citation.document
    if document is None or register.state(document).status.is_stale:
        return None
    return register.repealed_part(document, mention.citation.article)


def _with_lines(mentions: Sequence[Mention], page: PageSource, matcher: CitationMatcher) -> tuple[Mention, ...]:
    """Each mention with the line of the next place in the page's text that says the same."""
    lines: dict[str, deque[int]] = {}
    for key, line in raw_citations(page.body, matcher):
        lines.setdefault(key, deque()).append(line + page.body_line - 1)
    placed = []
    for mention in mentions:
        waiting = lines.get(matcher.key(mention.citation))
        line = waiting.popleft() if waiting else 0
        placed.append(Mention(mention.citation, mention.historical, mention.announced, line))
    return tuple(placed)


def _needs_review(mention: Mention, document: Document, register: Register) -> bool:
    status = register.state(document).status
    if _repealed_part(mention, register) and not mention.historical:
        return True
    return status.is_stale and not (mention.historical or mention.announced and status is Status.NOT_YET)


def _problems(mention: Mention, page: PageSource, register: Register) -> Iterator[Problem]:
    citation, document = mention.citation, mention.citation.document
    text = " ".join(citation.text.split())
    if document is None:
        hint = f"Có phải ý bạn là “{citation.suggestion}”? " if citation.suggestion else ""
        # Local documents and old ones are not all in the register, on purpose.
        blocks_check = not (mention.historical or citation.is_local)
        yield Problem(
            page.path,
            mention.line,
            f"“{text}” trông như một văn bản nhưng không có trong danh mục.",
            f"{hint}Sửa lại, hoặc thêm một dòng vào {register.path}.",
            "van-ban-la",
            Severity.INCOMPLETE if blocks_check else Severity.HINT,
        )
        return
    if citation.suggestion and page.language == "vi":
        yield Problem(
            page.path,
            mention.line,
            f"Số hiệu “{text}” viết thiếu dấu hoặc sai dạng.",
            f"Viết “{citation.suggestion}”.",
            "van-ban-thieu-dau",
            Severity.HINT,
        )
    state = register.state(document)
    part = _repealed_part(mention, register)
    if part and _needs_review(mention, document, register):
        other = register.get(part.by.slug) if part.by.slug else None
        since = f" từ {show_date(part.since, 'vi')}" if part.since else ""
        yield Problem(
            page.path,
            mention.line,
            f"Trang dẫn {citation.article} của {document.label}, phần đã hết hiệu lực{since} "
            f"({change_text(part, register, 'vi')}).",
            f"Dẫn điều tương ứng của {other.label if other else part.by.label}, hoặc bỏ câu này. "
            f"Nếu cố ý nhắc tới thì nói rõ trong câu và viết *{text}*{{.{HISTORICAL}}}.",
            "van-ban-cu",
        )
    elif _needs_review(mention, document, register):
        others = register.replacements(document)
        now = f"Dẫn {'; '.join(other.label for other in others)} (văn bản thay thế). " if others else ""
        mark = UPCOMING if state.status is Status.NOT_YET else HISTORICAL
        yield Problem(
            page.path,
            mention.line,
            f"Trang dẫn {document.label}, văn bản {status_text(state, 'vi')}.",
            f"{now}Nếu cố ý nhắc tới thì nói rõ trong câu và viết *{text}*{{.{mark}}}.",
            "van-ban-cu",
        )
    if mention.historical and state.status in (Status.IN_FORCE, Status.PARTLY) and not part:
        yield Problem(
            page.path,
            mention.line,
            f"{document.label} được đánh dấu là văn bản cũ nhưng danh mục ghi {status_text(state, 'vi')}.",
            f"Bỏ {{.{HISTORICAL}}}, hoặc cập nhật {register.path}.",
            "van-ban-cu-sai",
        )
    if mention.announced and state.status is not Status.NOT_YET:
        yield Problem(
            page.path,
            mention.line,
            f"{document.label} được đánh dấu chưa có hiệu lực nhưng nay {status_text(state, 'vi')}.",
            f"Bỏ {{.{UPCOMING}}} và sửa câu.",
            "van-ban-cu-sai",
        )
