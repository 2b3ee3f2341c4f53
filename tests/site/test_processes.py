"""Several processes convert and write the pages: the same bytes and the same messages as one process alone."""

import sys

import pytest
from test_memory import PAGE_OF, files

NOTE = """import os, mkdocs.structure.pages as pages, jinja2
def noting(kind, original):
    def noted(self, *arguments, **more):
        with open(os.environ["NOTES"], "a") as notes:
            notes.write(f"{kind} {os.getpid()}\\n")
        return original(self, *arguments, **more)
    return noted
pages.Page.render = noting("convert", pages.Page.render)
jinja2.Template.render = noting("write", jinja2.Template.render)
"""


def built(site, workers):
    notes = site.root / f"notes-{workers}"
    site.environment = {
        "HANDBOOK_BOOK": "false",
        "HANDBOOK_PACK": "false",
        "SITE_URL": "https://cam-nang.example/",
        "HANDBOOK_WORKERS": str(workers),
        "PYTHONPATH": str(site.root),
        "NOTES": str(notes),
    }
    for memory in (site.root / ".cache").glob("pages.sqlite*"):
        memory.unlink()
    assert site.build(strict=False) == 0, site.log
    told = [line for line in site.log.splitlines() if "docs/" in line]
    return (
        files(site),
        told,
        {
            kind: len({line for line in notes.read_text().splitlines() if line.startswith(kind)})
            for kind in ("convert", "write")
        },
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process cannot be copied safely")
def test_several_processes_make_what_one_makes(tiny):
    (tiny.root / "sitecustomize.py").write_text(NOTE)
    for number in range(12):
        tiny.write(
            f"chuyen-de/bai-{number:02}.md", PAGE_OF.format(title=f"Bài số {number}", text=f"Đoạn văn số {number}.")
        )
    # What is wrong with a page must be told once, whoever converts it.
    tiny.write(
        "chuyen-de/zz-sai.md",
        PAGE_OF.format(title="Bài sai", text="Theo Nghị định 9999/2025/NĐ-CP và [bài khác](khong-co.md)."),
    )
    alone, told_alone, by_one = built(tiny, 1)
    together, told_together, by_many = built(tiny, 2)
    assert by_one == {"convert": 1, "write": 1} and min(by_many.values()) > 1, (by_one, by_many)
    assert together == alone
    assert told_together == told_alone and len(told_alone) > 0
    assert len(told_alone) == len(set(told_alone))
