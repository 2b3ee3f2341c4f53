"""``/// bai-dang``: a post to copy, with the leaflet that goes along as a picture."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.kit.freetext import split_text
from handbook.kit.markup import Surroundings, foot, rich, tag
from handbook.kit.model import Common, common
from handbook.kit.reader import Reader

KEYS = ("kenh", "anh", "chu-de", "mua")
CHANNELS = ("zalo", "facebook", "tin-nhan")
MOST = {"zalo": 1000, "facebook": 1000, "tin-nhan": 320}


@dataclass(frozen=True)
class Post(Common):
    """``leaflet`` is the id of a leaflet or ``""``."""

    channel: str
    leaflet: str
    theme: str
    paragraphs: tuple[str, ...]

    kind = "bai-dang"
    searchable = False


def read(reader: Reader) -> Post:
    head, paragraphs = split_text(reader, keeps_lines=True)
    entries = reader.entries(KEYS, head)
    channel = reader.choice(entries, "kenh", CHANNELS)
    length = sum(len(paragraph.text) + 2 for paragraph in paragraphs)
    if not paragraphs:
        reader.problem(reader.raw.start, "chưa có lời.", "Sau các khóa để một dòng trống, rồi viết bài.")
    if length > MOST[channel]:
        reader.problem(
            reader.raw.start, f"bài dài {length} ký tự, {channel} chỉ nên {MOST[channel]}.", "Viết ngắn lại."
        )
    return Post(
        **common(reader, entries, 90, needs_id=True),
        channel=channel,
        leaflet=reader.text(entries, "anh", 60),
        theme=reader.text(entries, "chu-de", 40),
        paragraphs=tuple(paragraph.text for paragraph in paragraphs),
    )


def html(post: Post, around: Surroundings) -> str:
    """The post, ready to be copied."""
    words = around.words
    channel = {"tin-nhan": words["sms"], "zalo": words["zalo"], "facebook": words["facebook"]}[post.channel]
    badge = f'<span class="kit-nhan">{words["post"]}: {channel}</span> {rich(post.title)}'
    text = "".join(tag("p", rich(paragraph).replace("\n", "<br>")) for paragraph in post.paragraphs)
    below = tag("p", f"{words['with_picture']}: {post.leaflet}", "kit-chan") if post.leaflet else ""
    return (
        tag("figcaption", badge)
        + f'<div class="kit-chep" data-chep="{words["copy"]}" data-xong="{words["copied"]}">{text}</div>'
        + below
        + foot(post.sources, post.expires, around)
    )
