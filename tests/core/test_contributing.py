"""CONTRIBUTING.md names only what is there: files, commands, keys, codes."""

import re
import subprocess
import sys
from typing import get_args

import pytest
import yaml
from handbook.law.parts import read_change
from handbook.law.register_rows import OPTIONAL
from handbook.source.field_help import WORDS
from handbook.source.schema import PageMeta
from handbook.source.schema_types import Competence, LegalTask
from support import ROOT, needs_make

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
HEADINGS = {
    re.sub(r"[^\w -]", "", line.lstrip("# ")).strip().lower().replace(" ", "-")
    for line in TEXT.splitlines()
    if line.startswith("#")
}


@pytest.mark.parametrize(
    "target", sorted(set(re.findall(r"\]\((?!https?:)([^)\s]+)\)", re.sub(r"```.*?```", "", TEXT, flags=re.S))))
)
def test_links_and_pictures_lead_somewhere(target):
    if target.startswith("#"):
        assert target[1:] in HEADINGS
    elif not target.endswith(("khong-dau.md", "tep-anh.png")):
        assert (ROOT / target).exists()


@needs_make
@pytest.mark.parametrize("target", sorted(set(re.findall(r"`make ([a-z-]+)", TEXT))))
def test_every_make_target_exists(target):
    assert (
        subprocess.run(
            ["make", "--dry-run", target], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
        ).returncode
        == 0
    )


@pytest.mark.parametrize("command", sorted(set(re.findall(r"python hooks (\w+)", TEXT))))
def test_every_command_exists(command):
    done = subprocess.run(
        [sys.executable, str(ROOT / "hooks"), command, "--help"], stdout=subprocess.DEVNULL, check=False
    )
    assert done.returncode == 0


def test_the_four_ways_in_are_told():
    assert all(f"### {way}" in TEXT for way in ("Chỉ có trình duyệt", "Windows", "macOS, Linux", "Dùng VS Code"))


def test_every_key_of_a_topic_is_explained():
    for key in (
        "title",
        "ngay",
        "tom_tat",
        "nhom",
        "tu_khoa",
        "nguon",
        "ra_soat",
        "phu_trach",
        "lien_quan",
        "thu_tu",
        "nhiem_vu_to",
        "nang_luc",
        "chua_ro",
        "da_thu",
        "tinh",
    ):
        assert f"`{key}`" in TEXT and key in WORDS


def test_what_contributing_shows_of_the_new_keys_passes_the_check():
    (block,) = re.findall(r"```yaml\n(chua_ro:.*?)```", TEXT, re.S)
    meta = PageMeta.model_validate({"title": "A", **yaml.safe_load(block)})
    assert meta.open_questions[0].by and meta.tried[0].how == "tren-may"
    for values, key in ((LegalTask, "nhiem_vu_to"), (Competence, "nang_luc")):
        (row,) = re.findall(rf"^\| `{key}` \| (.+) \|$", TEXT, re.M)
        assert re.findall(r"`([a-z-]+)`", row) == list(get_args(values))


def test_what_contributing_shows_of_the_register_is_read():
    for cell in re.findall(r"`(Điều 5, [^`]+)`", TEXT):
        assert all(read_change(part.strip())[1] == "" for part in cell.split(";"))
    assert {"dieu_het_hieu_luc", "dieu_sua_doi"} <= set(OPTIONAL) and "`dieu_sua_doi`" in TEXT
