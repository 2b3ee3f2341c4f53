"""Front matter is text: nothing is made of a value but what the schema says, and nothing can grow, loop or run."""

import datetime as dt
import re
import tracemalloc

import pytest
from handbook.book.editions.commune_file import read_commune
from handbook.checks.prose_mask import COVER, cover
from handbook.markdown.source_scan import block_options, is_convertible
from handbook.source import frontmatter
from handbook.source.schema import LONGEST_TITLE, ChapterMeta, PageMeta, TableMeta, TopicMeta
from handbook.source.yaml_text import DEEPEST, MOST_CHARACTERS, BrokenYaml, read_yaml
from support import ROOT

WRITTEN = ["18:30", "017", "1.10", "12_000", "0x1F", "1e3", "on", "Yes", "NO", "true", "1.", ".5", "+1", "2026-11-24", "0o17",
           "24/11", "=", "<<", "2026-11-24T10:00:00Z", ".inf", "9" * 5000]  # fmt: skip


@pytest.mark.parametrize("value", WRITTEN, ids=lambda value: value[:12])
def test_a_value_is_what_was_written(value):
    assert read_yaml(f"a: {value}\nb: [{value}]\n").data == {"a": value, "b": [value]}
    title = "A" if len(value) > LONGEST_TITLE else value  # of the owner's name nobody counts the letters
    front, problems = frontmatter.split(f"---\ntitle: {title}\nphu_trach: {value}\n---\nx\n", "docs/x.md")
    meta, invalid = frontmatter.validate(front, PageMeta, "docs/x.md")
    assert (problems, invalid, meta.title, meta.owner) == ((), (), title, value)


def test_keywords_and_data_as_of_keep_their_digits():
    front, _ = frontmatter.split(
        "---\ntitle: A\nngay: 2026-11-24\ntu_khoa: [017, 1.10, 18:30]\nso_lieu_den: 2025.10\n---\n", "x"
    )
    meta, problems = frontmatter.validate(front, TableMeta, "x")
    assert problems == () and meta.keywords == ("017", "1.10", "18:30") and meta.as_of == "2025.10"


def test_only_what_is_left_out_is_nothing():
    assert read_yaml("a:\nb: ~\nc: null\nd: ''\ne: \"~\"\n").data == {
        "a": None,
        "b": None,
        "c": None,
        "d": "",
        "e": "~",
    }


def test_the_schema_makes_numbers_dates_and_truth_values():
    front, _ = frontmatter.split("---\ntitle: A\nngay: 2026-11-24\nthu_tu: 10\n---\n", "x")
    meta, _ = frontmatter.validate(front, ChapterMeta, "x")
    assert meta.order == 10 and meta.date == dt.date(2026, 11, 24)
    for word, meant in {"true": True, "no": False, "Có": True, "không": False}.items():
        front, _ = frontmatter.split(f"---\ntitle: A\nngay: 2026-11-24\nin_sach: {word}\n---\n", "x")
        assert frontmatter.validate(front, TableMeta, "x")[0].in_book is meant


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("thu_tu: 017", "“017”"),
        ("thu_tu: 1_000", "“1_000”"),
        ("thu_tu: 10.0", "“10.0”"),
        ("thu_tu: 0", "số từ 1 trở lên"),
        ("thu_tu: on", "“on”"),
        ("thu_tu: " + "9" * 4301, "“9999"),
        ("ra_soat: 1700000000", "“1700000000”"),
        ("ra_soat: 2026-11-24T10:00:00", "“2026-11-24T10:00:00”"),
        ("ra_soat: yes", "“yes”"),
        ("tom_tat: [a, b]", "đang ghi một danh sách"),
        ("tom_tat: {a: b}", "đang ghi một nhóm khóa"),
        ("tu_khoa: true", "“true”"),
    ],
)
def test_messages_quote_what_was_written(line, says):
    head = "" if line.startswith("thu_tu") else "thu_tu: 10\n"
    front, _ = frontmatter.split(f"---\ntitle: A\nngay: 2026-11-24\n{head}{line}\n---\n", "x")
    (problem,) = frontmatter.validate(front, ChapterMeta, "x")[1]
    assert says in problem.message and len(problem.message) < 200
    assert "True" not in str(problem) and "[" not in problem.message


HOSTILE = {
    "a tag": ("a: !!int x", "!!int"),
    "a Python object": ("a: !!python/object/apply:os.system [ls]", "!!python"),
    "a local tag": ("a: !x y", "!x"),
    "an alias that follows itself": ("a: &t [*t]", "&t"),
    "an alias": ("a: *t", "*t"),
    "the billion laughs": ("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]", "&a"),
    "depth": ("a: " + "[" * 100_000, "lồng nhau"),
    "depth of mappings": ("a: " + "{b: " * 1000, "lồng nhau"),
    "depth of lines": ("\n".join(" " * depth + "a:" for depth in range(500)), "lồng nhau"),
    "a list for a key": ("? [a, b]\n: c", "tên khóa"),
    "a mapping for a key": ("{a: b}: c", ""),
    "length": ("a: " + "x" * MOST_CHARACTERS, "quá mức"),
    "two documents": ("a: b\n--- \nc: d", "---"),
    "a null sign": ("a: \0", ""),
    "half a pair": ("a: \ud800", ""),
}


@pytest.mark.parametrize(("text", "says"), HOSTILE.values(), ids=HOSTILE)
def test_what_could_grow_loop_or_run_is_refused_with_its_line(text, says):
    tracemalloc.start()
    with pytest.raises(BrokenYaml) as refused:
        read_yaml(text)
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()
    assert says in refused.value.message and refused.value.line >= 0


@pytest.mark.parametrize(("text", "says"), HOSTILE.values(), ids=HOSTILE)
def test_the_same_in_pages_blocks_and_communes(text, says):
    if "---" not in text:
        front, problems = frontmatter.split(f"---\n{text}\n---\nThân\n", "docs/x.md")
        assert (
            problems and all(str(problem).startswith("docs/x.md:") for problem in problems) and front.body == "Thân\n"
        )
    commune, _, problems = read_commune(text, "xa.yml")
    assert commune is None and [problem.path for problem in problems] == ["xa.yml"]
    body = "/// the-viec | A\n" + "".join(f"    {line}\n" for line in text.split("\n")) + "\n///\n"
    assert not is_convertible(body) and block_options(body)[0].broken


def test_as_deep_as_it_may_be():
    assert read_yaml("[" * DEEPEST + "]" * DEEPEST).data


def test_lines_and_places():
    text = "a: 1\nb:\n  - ten: Ế x\n    url: ế\n  - c\na: 2\n"
    document = read_yaml(text, 2)
    assert document.lines == {("a",): 7, ("b",): 3, ("b", 0): 4, ("b", 0, "ten"): 4, ("b", 0, "url"): 5, ("b", 1): 6}
    assert [(key.name, key.line, key.earlier) for key in document.repeated] == [("a", 7, 2)]
    assert [text[value.first : value.last] for value in document.scalars] == ["1", "Ế x", "ế", "c", "2"]


def test_prose_of_a_head_stays_where_it_was():
    text = '---\ntitle: "Ế một"\ntom_tat: >-\n  Hai dòng\n  chữ.\nngay: 2026-11-24\n---\nThân.\n'
    covered = cover(text)
    assert len(covered) == len(text) and "Ế một" in covered and "Hai dòng" in covered and "2026" not in covered
    assert covered.replace(COVER, "").replace("\n", "") == "Ế một  Hai dòng  chữ.Thân."


def test_a_broken_head_shows_the_page_and_the_other_mistakes_are_told_as_well():
    front, problems = frontmatter.split("---\ntitle: &a B\n---\nThân\n", "docs/x.md")
    assert frontmatter.validate(front, TopicMeta, "docs/x.md") and problems[0].line == 2


def test_no_keyword_of_the_handbook_is_a_number_for_the_web_editor():
    """It reads YAML 1.2, where 156 without quotes is a number, and its list of words takes none."""
    number = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?|0x[0-9a-fA-F]+|0o[0-7]+|true|false", re.IGNORECASE)
    for path in sorted((ROOT / "docs").rglob("*.md")):
        head = re.match(r"---\n(.*?)^---", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
        bare = [value.text for value in read_yaml(head[1]).scalars if value.key == "tu_khoa" and not value.style]
        assert not [text for text in bare if number.fullmatch(text)], path
