"""Citations outside a page's text: in its title and summary, in the glossary's explanations.

No mark can be written there, so the sentence itself must say that a document
is an old one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from handbook.law.matcher import CitationMatcher
from handbook.law.page_citations import CitedDocument, PageCitations
from handbook.law.words import change_text, status_text
from handbook.problem import Problem

_SAYS_SO = re.compile(
    r"hết hiệu lực|hết giai đoạn|chưa có hiệu lực|bãi bỏ|\bthay\b|trước đây|\bcũ\b|\btừ ngày\b"
    r"|repealed|replaced|replaces|former|until|from \d",
    re.IGNORECASE,
)


def aside_citations(path: str, texts: Iterable[tuple[str, int]], matcher: CitationMatcher) -> PageCitations:
    """What ``(text, line)`` pairs of the file ``path`` cite that is not in force, with its problems."""
    register = matcher.register
    cited, problems = [], []
    for text, line in texts:
        for citation in matcher.find(text):
            document = citation.document
            if document is None or _SAYS_SO.search(text):
                continue
            state = register.state(document)
            part = None if state.status.is_stale else register.repealed_part(document, citation.article)
            if not (state.status.is_stale or part):
                continue
            others = register.replacements(document)
            now = f"Dẫn {'; '.join(other.label for other in others)} (văn bản thay thế), " if others else "Bỏ chỗ dẫn, "
            cited.append(CitedDocument(document.slug, citation.article, line, False, True))
            problems.append(
                Problem(
                    path,
                    line,
                    f"“{' '.join(citation.text.split())}” ở tên bài, tóm tắt hoặc lời giải nghĩa là "
                    + (
                        f"phần đã hết hiệu lực ({change_text(part, register, 'vi')})."
                        if part
                        else f"văn bản {status_text(state, 'vi')}."
                    ),
                    f"{now}hoặc nói rõ ngay trong câu là đã hết hiệu lực.",
                    "van-ban-cu",
                )
            )
    return PageCitations(path, tuple(cited), tuple(problems))
