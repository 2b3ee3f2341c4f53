"""The index of stories: by province, one line each, with a filter by words and by theme.

The themes are the four tasks of the team and the seven groups of digital competence that a story declares
(``nhiem_vu_to``, ``nang_luc``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape

from handbook.catalogue.catalog import Article, Catalog
from handbook.places.register import PlaceRegister
from handbook.places.words import WORDS
from handbook.sections import Section
from handbook.vietnamese.text import collation_key

UrlFor = Callable[[str], str]
# Tasks: clause 3 of article 79; competences: clause 2 of article 77 of Decree 224/2026/NĐ-CP.
THEMES: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "huong-dan": "Hướng dẫn dùng dịch vụ số",
        "canh-bao": "Tuyên truyền, cảnh báo lừa đảo",
        "pho-cap": "Hỗ trợ phổ cập năng lực số",
        "phan-anh": "Phản ánh nhu cầu, khó khăn",
        "kien-thuc-chung": "Kiến thức chung",
        "thiet-bi-dich-vu": "Dùng thiết bị, dịch vụ",
        "du-lieu-thong-tin": "Khai thác dữ liệu, thông tin",
        "giao-tiep-hop-tac": "Giao tiếp, hợp tác",
        "sang-tao-noi-dung": "Sáng tạo nội dung số",
        "an-toan": "An toàn trên mạng",
        "giai-quyet-van-de": "Giải quyết vấn đề",
    },
    "en": {
        "huong-dan": "Guiding people to digital services",
        "canh-bao": "Spreading the word, warning of scams",
        "pho-cap": "Teaching digital skills",
        "phan-anh": "Passing on needs and difficulties",
        "kien-thuc-chung": "General understanding",
        "thiet-bi-dich-vu": "Devices and services",
        "du-lieu-thong-tin": "Information and data",
        "giao-tiep-hop-tac": "Communication and cooperation",
        "sang-tao-noi-dung": "Making digital content",
        "an-toan": "Safety",
        "giai-quyet-van-de": "Solving problems",
    },
}
_TASKS = ("huong-dan", "canh-bao", "pho-cap", "phan-anh")


def story_index(section: Section, catalog: Catalog, places: PlaceRegister, language: str, url_for: UrlFor) -> str:
    """HTML of the filter and the list; a story without a known province stands at the end."""
    words = WORDS[language]
    stories = catalog.in_section(section, language)
    groups: dict[str, list[Article]] = {}
    for story in stories:
        found = places.find(getattr(story.meta, "province", None) or "")
        groups.setdefault(found.province.name if found else "", []).append(story)
    names = sorted(filter(None, groups), key=collation_key)
    parts = [_filter(stories, language)]
    for name in [*names, *([""] if "" in groups else [])]:
        found = places.find(name) if name else None
        title = (
            f'<a href="{escape(url_for(found.province.key))}">{escape(name)}</a>'
            if found
            else escape(words["elsewhere"])
        )
        lines = "".join(_line(story, url_for) for story in groups[name])
        parts.append(f"<section><h2>{title}</h2><ul>{lines}</ul></section>")
    return f'<div class="chuyen noprint" lang="vi">{"".join(parts)}</div>'


def _line(story: Article, url_for: UrlFor) -> str:
    themes = " ".join(_themes(story))
    place = getattr(story.meta, "place", None) or ""
    # What is in brackets or after a semicolon says more than a line has room for; the page has it.
    short = place.partition("(")[0].partition(";")[0].strip().rstrip(",")
    where = f" <span>{escape(short)}</span>" if short else ""
    return f'<li data-chu-de="{escape(themes)}"><a href="{escape(url_for(story.key))}">{escape(story.meta.title)}</a>{where}</li>'


def _themes(story: Article) -> tuple[str, ...]:
    return (*story.meta.legal_tasks, *story.meta.competences)


def _filter(stories: Iterable[Article], language: str) -> str:
    """A form that a script shows; without it the whole list stands there."""
    words, labels = WORDS[language], THEMES[language]
    counts: dict[str, int] = {}
    for story in stories:
        for theme in _themes(story):
            counts[theme] = counts.get(theme, 0) + 1

    def options(keys: Iterable[str]) -> str:
        return "".join(
            f'<option value="{key}">{escape(labels[key])} ({counts[key]})</option>' for key in keys if key in counts
        )

    return (
        f'<form class="chuyen-loc tra-cuu" hidden><label>{words["story_find"]}<input type="search" autocomplete="off" '
        f'spellcheck="false"></label><label>{words["story_theme"]}<select><option value="">{words["all_themes"]}</option>'
        f'<optgroup label="{words["by_task"]}">{options(_TASKS)}</optgroup>'
        f'<optgroup label="{words["by_skill"]}">{options(key for key in labels if key not in _TASKS)}</optgroup>'
        f'</select></label><output aria-live="polite" data-don-vi="{words["stories_shown"]}"></output></form>'
    )
