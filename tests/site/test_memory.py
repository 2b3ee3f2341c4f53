"""A build that uses what an earlier one made gives the same bytes, and nothing stale."""

import hashlib
import os

from support import ROOT
from test_law import AFTER, BEFORE, PAGE

HOOKS = ROOT / "hooks"

PAGE_OF = "---\ntitle: {title}\nngay: 2026-01-01\nnguon: [{{ten: Nguồn thử, ngay: 2026}}]\n---\n{text}\n"
GLOSSARY = "thuat_ngu,viet_tat,bien_the,giai_nghia,linh_vuc,nguon\nMã OTP,OTP,,{meaning},an toàn,Cẩm nang giải nghĩa\n"


def files(site):
    return {
        str(path.relative_to(site.out)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.out.rglob("*"))
        if path.is_file()
    }


def built(site, cache=True, strict=True):
    site.environment = {
        "HANDBOOK_BOOK": "false",
        "HANDBOOK_PACK": "false",
        **({} if cache else {"HANDBOOK_MEMORY": "false"}),
    }
    assert site.build(strict=strict) == 0, site.log
    return files(site)


REFUSE = """import mkdocs.structure.pages as pages
def refuse(*arguments):
    raise SystemExit("converted again")
pages.Page.render = refuse
import handbook.mkdocs.search as search
import handbook.mkdocs.table_downloads as tables
search.build_index = tables.downloads = tables.register_downloads = refuse
"""


def flip(site, stage, strict):
    """Make the changes of a stage: each shows what it changes, before and after one build."""
    for address, before, after, _ in stage:
        assert before in site.html(address) and after not in site.html(address), (address, before)
    for *_, change in stage:
        change()
    built(site, strict=strict)
    for address, before, after, _ in stage:
        assert after in site.html(address) and before not in site.html(address), (address, after)


def test_nothing_is_made_twice_and_nothing_is_stale(tiny):
    def rewrite(uri, old, new):
        path = tiny.docs / uri
        tiny.write(uri, path.read_text("utf-8").replace(old, new))

    tiny.write("van-ban/van-ban.csv", BEFORE)
    tiny.write("thuat-ngu/thuat-ngu.csv", GLOSSARY.format(meaning="Nghĩa thứ nhất."))
    tiny.write("chuyen-de/dan-luat.md", PAGE.format(title="Bài dẫn luật", citation="Nghị định 13/2023/NĐ-CP"))
    tiny.write("chuyen-de/bi-xoa.md", PAGE_OF.format(title="Sẽ bị xóa", text="Bài."))
    tiny.write("chuyen-de/doi-chu.md", PAGE_OF.format(title="Đổi chữ", text="Chữ cũ."))
    tiny.write(
        "chuyen-de/trich-so.md",
        PAGE_OF.format(
            title="Trích số", text="Có {{so-lieu | thue-bao | thoi_diem=2025 | so_thue_bao}} và [bài kia](bi-xoa.md)."
        ),
    )

    first = built(tiny)
    (tiny.root / "sitecustomize.py").write_text(REFUSE)
    tiny.environment["PYTHONPATH"] = f"{tiny.root}{os.pathsep}{HOOKS}"
    assert tiny.build() == 0, tiny.log  # every page is found, and so are the search index and the tables' files
    assert "sitecustomize" not in tiny.log  # what refuses was loaded
    assert files(tiny) == first

    flip(
        tiny,
        [
            ("chuyen-de/doi-chu", "Chữ cũ", "Chữ mới", lambda: rewrite("chuyen-de/doi-chu.md", "Chữ cũ", "Chữ mới")),
            (
                "chuyen-de/trich-so",
                "2.000.000",
                "4.000.000",
                lambda: rewrite("so-lieu/thue-bao.csv", "2000000", "4000000"),
            ),
            ("ky-nang/mot", "2.000.000", "4.000.000", lambda: None),  # a block with the same table
            ("chuyen-de/trich-so", 'href="../bi-xoa/"', 'href="bi-xoa.md"', (tiny.docs / "chuyen-de/bi-xoa.md").unlink),
            (
                "en/ky-nang/mot",
                'id="dieu-1-dinh-danh"',
                'id="dieu-3-dinh-danh"',
                lambda: rewrite("ky-nang/mot.md", "## Điều 1", "## Điều 3"),
            ),
        ],
        strict=False,
    )
    flip(
        tiny,
        [
            (
                "thuat-ngu",
                "Nghĩa thứ nhất",
                "Nghĩa thứ hai",
                lambda: tiny.write("thuat-ngu/thuat-ngu.csv", GLOSSARY.format(meaning="Nghĩa thứ hai.")),
            )
        ],
        strict=False,
    )
    flip(
        tiny,
        [
            (
                "chuyen-de/dan-luat",
                'data-status="con-hieu-luc"',
                'data-status="het-hieu-luc"',
                lambda: tiny.write("van-ban/van-ban.csv", AFTER),
            )
        ],
        strict=False,
    )
    told, with_memory = tiny.log, files(tiny)

    assert built(tiny, cache=False, strict=False) == with_memory
    assert [line for line in tiny.log.splitlines() if "docs/" in line] == [
        line for line in told.splitlines() if "docs/" in line
    ]

    tiny.environment = {"HANDBOOK_BOOK": "false", "PYTHONPATH": f"{tiny.root}{os.pathsep}{HOOKS}"}
    tiny.write("chuyen-de/moi.md", PAGE_OF.format(title="Mới", text="Bài mới."))
    assert tiny.build(strict=False) != 0 and "converted again" in tiny.log  # the refusal above did refuse
