"""``/// bai-loa``: a loudspeaker script, counted in syllables and seconds as it will be said."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.kit.freetext import split_text
from handbook.kit.markup import Surroundings, foot, rich, tag
from handbook.kit.model import Common, common
from handbook.kit.reader import Reader
from handbook.kit.spoken import seconds, spoken, syllables

KEYS = ("chu-de", "mua", "doc")
SEASONS = ("quanh-nam", "tet", "mua-vu", "nam-hoc", "bao-lu")
MOST_SECONDS = 60


@dataclass(frozen=True)
class Script(Common):
    """A script with its paragraphs as written and as said."""

    theme: str
    season: str
    paragraphs: tuple[str, ...]
    said: tuple[str, ...]
    syllables: int
    seconds: int

    kind = "bai-loa"
    searchable = False


def read(reader: Reader) -> Script:
    head, paragraphs = split_text(reader)
    entries = reader.entries(KEYS, head)
    own: dict[str, str] = {}
    for entry in entries:
        if entry.key == "doc":
            written, _, way = (piece.strip() for piece in entry.value.partition("="))
            if not written or not way:
                reader.problem(entry.number, f"không hiểu cách đọc “{entry.value}”.", "Viết doc: chữ viết = cách đọc.")
            else:
                own[written] = way
    said = []
    for paragraph in paragraphs:
        text, unknown = spoken(paragraph.text.replace("**", ""), own)
        said.append(text)
        for word in unknown:
            reader.problem(
                paragraph.number,
                f"không biết đọc “{word}” thành tiếng thế nào.",
                f"Thêm dòng doc: {word} = cách đọc, hoặc viết hẳn ra.",
            )
    if not paragraphs:
        reader.problem(reader.raw.start, "chưa có lời.", "Sau các khóa để một dòng trống, rồi viết lời đọc.")
    count = sum(map(syllables, said))
    if seconds(count) > MOST_SECONDS:
        reader.problem(
            reader.raw.start,
            f"đọc hết khoảng {seconds(count)} giây ({count} tiếng), quá {MOST_SECONDS} giây.",
            f"Bớt còn {int(MOST_SECONDS * 3.5)} tiếng, hoặc tách thành hai bài.",
        )
    return Script(
        **common(reader, entries, 90, needs_id=True),
        theme=reader.text(entries, "chu-de", 40),
        season=reader.choice(entries, "mua", SEASONS, SEASONS[0]),
        paragraphs=tuple(paragraph.text for paragraph in paragraphs),
        said=tuple(said),
        syllables=count,
        seconds=seconds(count),
    )


def html(script: Script, around: Surroundings) -> str:
    """The script, how long it takes, and how it is said."""
    words = around.words
    badge = (
        f'<span class="kit-nhan">{words["loudspeaker"]}</span> {rich(script.title)} '
        f"<small>{script.seconds} {words['seconds']}, {script.syllables} {words['syllables']}</small>"
    )
    text = "".join(tag("p", rich(paragraph)) for paragraph in script.paragraphs)
    said = "".join(tag("p", rich(paragraph)) for paragraph in script.said)
    changed = (
        "" if script.said == script.paragraphs else f"<details><summary>{words['spoken']}</summary>{said}</details>"
    )
    return (
        tag("figcaption", badge) + tag("div", text, "kit-chep") + changed + foot(script.sources, script.expires, around)
    )
