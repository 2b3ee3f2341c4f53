"""The snippets that VS Code offers are those of the schemas: after changing one run this file."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "hooks"))
from handbook.editing.vscode_snippets import snippets  # noqa: E402

FILE = ROOT / ".vscode" / "cam-nang.code-snippets"


def test_the_file_is_up_to_date():
    assert FILE.read_text(encoding="utf-8") == snippets()


def test_every_key_that_editors_write_is_offered_with_its_meaning():
    offered = {row["prefix"]: row for row in json.loads(snippets()).values()}
    assert {"title", "tom_tat", "ngay", "nhom", "nguon", "ra_soat", "thu_tu", "tinh", "so_lieu_den", "bieu_do"} <= set(
        offered
    )
    assert offered["nhom"]["body"] == ["nhom: ${1|chinh-sach,phap-luat,nhiem-vu,ky-nang,san-xuat,tuyen-truyen|}"]
    assert offered["dinh_dang_so"]["body"] == ['dinh_dang_so: ${1|"1234.5","1234\\,5","1\\,234.5","1.234\\,5"|}']
    assert offered["lien_quan"]["body"] == ["lien_quan: [${1}]"] and "docs/" in offered["lien_quan"]["description"]


def test_what_a_snippet_writes_passes_the_check(tmp_path):
    """Placeholders at their defaults: a whole page of snippets has only blanks to fill in."""
    import datetime as dt
    import re

    from handbook.load import read_catalog

    rows = {row["prefix"]: "\n".join(row["body"]) for row in json.loads(snippets()).values()}

    def filled(text):
        text = re.sub(r"\$\{\d+\|((?:[^|,\\]|\\.)*)[^|]*\|\}", lambda choice: choice[1].replace("\\,", ","), text)
        return re.sub(r"\$\{\d+:?([^{}]*)\}", lambda blank: blank[1] or "x", text)

    head = (
        "\n".join(filled(rows[key]) for key in ("title", "ngay", "tom_tat", "nhom", "tu_khoa", "ra_soat", "phu_trach"))
        + "\n"
        + filled(rows["nguon"]).replace("https://", "https://a.vn")
    )
    page = tmp_path / "docs/chuyen-de/a.md"
    page.parent.mkdir(parents=True)
    page.write_text(
        f"---\n{head}\n---\n{filled(rows['the-viec'])}\n\n{filled(rows['luu-y'])}\n\n{filled(rows['cau-hoi'])}\n",
        encoding="utf-8",
    )
    assert [str(problem) for problem in read_catalog(tmp_path / "docs", dt.date(2026, 11, 23)).problems] == []


if __name__ == "__main__":
    FILE.write_text(snippets(), encoding="utf-8", newline="\n")
