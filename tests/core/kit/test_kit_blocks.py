"""Each kind of kit block: what is right is read and drawn, what is wrong is told with its line and cure."""

import datetime as dt
import re
from html import unescape
from pathlib import Path

import brotli
import pytest
import yaml
from handbook.kit.kinds import KINDS, blocks_in, data_of
from handbook.kit.markdown import KitBlocks
from handbook.kit.markup import Surroundings
from handbook.kit.source import ids_in, marked_up, without_blocks
from handbook.search import units_of
from markdown import Markdown

FOLDER = Path(__file__).parent
CASES = yaml.safe_load((FOLDER / "cases.yaml").read_text(encoding="utf-8"))
SAMPLE = (FOLDER / "sample.md").read_text(encoding="utf-8")


def each(side):
    return [
        pytest.param(case["kind"], one, id=f"{case['kind']}-{number}")
        for case in CASES
        for number, one in enumerate(case[side], start=1)
    ]


def drawn(text, **around):
    extension = KitBlocks(lambda: Surroundings(**around))
    return Markdown(extensions=["md_in_html", "admonition", "pymdownx.superfences", extension]).convert(text)


def test_every_kind_has_its_cases():
    assert [case["kind"] for case in CASES] == list(KINDS)
    assert all(case["good"] and case["bad"] for case in CASES)


@pytest.mark.parametrize(("kind", "text"), each("good"))
def test_what_is_right_is_read_and_drawn(kind, text):
    [block] = blocks_in(text)
    assert block.kind == kind and not block.problems
    html = drawn(text)
    assert f'class="kit kit-{kind}' in html and "///" not in html


@pytest.mark.parametrize(("kind", "case"), each("bad"))
def test_what_is_wrong_is_told_with_its_line_and_cure(kind, case):
    [block] = blocks_in(case["text"], "docs/a.md", 11)
    problems = sorted(block.problems)
    assert [case["line"] + 10] == [p.line for p in problems if case["says"] in f"{p.message} {p.fix}"][:1]
    for problem in problems:
        assert problem.path == "docs/a.md" and problem.message.endswith(".") and problem.fix.endswith((".", "?", "…"))
    assert drawn(case["text"])  # an editor still sees the page


@pytest.mark.parametrize("block", blocks_in(SAMPLE), ids=lambda block: f"{block.kind}-{block.raw.start}")
def test_a_drawing_holds_every_word_and_weighs_less_than_two_kilobytes(block):
    html = KINDS[block.kind].html(block.content, Surroundings())
    assert len(brotli.compress(html.encode())) <= 2048
    text = unescape(re.sub(r"<[^>]+>", " ", html))
    shown = set(re.findall(r"[^\W\d]{2,}", text))
    for line in block.raw.lines:
        key, _, value = line.text.partition(":")
        if block.kind in ("so-do", "the-cat", "cau-hoi") and line.text.lstrip().startswith("-"):
            value = line.text
        elif key.strip("* ") not in ("tieu-de", "chu", "o", "nut", "muc", "den", "cau", "buoc", "giai-thich", "hoi"):
            continue
        assert set(re.findall(r"[^\W\d]{2,}", value)) - {"tự", "làm", "đến", "nơi", "gọi", "tổ"} <= shown


@pytest.mark.parametrize(("kind", "text"), each("good"))
def test_only_what_explains_is_searched(kind, text):
    [block] = blocks_in(text)
    found = "".join(unit.text for unit in units_of(drawn(f"Trước.\n\n{text}\n\nSau.")))
    assert "Trước." in found and "Sau." in found
    assert (rich_words(block.content.title) <= set(found.split())) is (kind not in PRINTED)


#: To print, to read out or to practise with.
PRINTED = {"the-cat", "bai-loa", "bai-dang", "cau-hoi", "bieu-mau"}


def rich_words(text):
    return set(text.replace("**", "").split())


def test_screens_that_follow_each_other_are_one_sequence_and_a_sentence_parts_them():
    one = "/// man-hinh | A\nchu: B\n///\n"
    assert [block.sequence for block in blocks_in(f"{one}\n{one}\nMột câu.\n\n{one}")] == [1, 1, 2]
    html = drawn(f"{one}\n{one}\nMột câu.\n\n{one}")
    assert html.count("kit-chuoi") == 1 and "Bước 2/2" in html and "Bước 1/1" not in html
    assert html.count("Hình vẽ, không phải ảnh chụp") == 1  # told once a page


def test_code_is_left_alone_and_a_block_may_stand_in_a_box():
    assert "kit-man-hinh" not in drawn("```\n/// man-hinh | A\nchu: B\n///\n```\n")
    html = drawn('!!! note "Hộp"\n    Chữ.\n\n    /// man-hinh | A\n    chu: B\n    ///\n\n    Sau.\n')
    assert re.search(r'<div class="admonition note">.*kit-man-hinh.*Sau\..*</div>', html, re.DOTALL)


def test_nothing_in_a_block_becomes_markup():
    html = drawn("/// man-hinh | <b>A</b>\nchu: <script>x</script> **đậm** [a](b)\n///\n")
    assert "<script" not in html and "<b>đậm</b>" in html and "[a](b)" in html


def test_a_block_that_is_too_old_says_so():
    text = "/// bai-dang | A\nid: a\nkenh: zalo\nhet_han: 2026-11-01\n\nChữ.\n///"
    assert "Đã hết hạn" in drawn(text, as_of=dt.date(2026, 11, 30))
    assert "Dùng đến hết ngày 01/11/2026" in drawn(text, as_of=dt.date(2026, 11, 1))


def test_the_data_for_the_templates_is_json_and_complete():
    import json

    for block in blocks_in(SAMPLE):
        data = json.loads(json.dumps(data_of(block.content)))
        assert data["kind"] == block.kind and data["title"] == block.content.title


def test_keys_and_names_are_no_prose_and_lists_in_blocks_are_no_lists():
    text = "/// so-do | Tên\nid: ket-otp\n- Có không?\n    - Có: A.\n    - Không: B.\n///\n"
    covered = [text[start:end] for start, end in marked_up(text)]
    assert "id: ket-otp" in covered and not any("Tên" in piece for piece in covered)
    assert len(without_blocks(text)) == len(text) and "Có không" not in without_blocks(text)
    assert ids_in(text) == {"ket-otp"}
