"""The preview renders what changed and shows what a preview from nothing shows."""

import json
import shutil
import subprocess
import sys

from handbook.settings import as_of
from support import ENVIRONMENT, ROOT
from test_law import AFTER, BEFORE, PAGE
from test_memory import GLOSSARY, PAGE_OF

# As `mkdocs serve` does: one process, several builds; after each stage of edits what was rendered and
# whether a build that remembers nothing gives the same files.
STAGES = """
import functools, gc, hashlib, json, logging, os, pathlib, sys
import jinja2
from mkdocs.commands.build import build
from mkdocs.config import load_config
logging.getLogger("mkdocs").setLevel(logging.ERROR)
rendered, render = [], jinja2.Template.render
def counted(self, *args, **kwargs):
    page = dict(*args, **kwargs).get("page")
    rendered.extend([page.url] if page else [])
    return render(self, *args, **kwargs)
jinja2.Template.render = counted
address = "http://127.0.0.1:1/"
def preview(site):
    rendered.clear()
    config = load_config(site_dir=site)
    config.site_url = address
    if not preview.started:
        config.plugins.on_startup(command="serve", dirty=False)
    preview.started = True
    build(config, serve_url=address)
    return {str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in pathlib.Path(site).rglob("*") if path.is_file() and path.suffix != ".gz"}
preview.started = False
def forget():
    from handbook.cache.last_result import Latest
    from handbook.cache.in_memory import Recent
    for thing in gc.get_objects():
        if isinstance(thing, functools._lru_cache_wrapper) and thing.__module__.startswith("handbook"):
            thing.cache_clear()
        elif isinstance(thing, Latest):
            thing.__init__()
        elif isinstance(thing, Recent):
            thing.__init__(remembers=True)
preview("xem")
for stage in json.loads(sys.argv[1]):
    for uri, old, new in stage:
        path = pathlib.Path("docs", uri)
        if new is None:
            path.unlink()
        else:
            path.write_text(path.read_text("utf-8").replace(old, new) if old else new, "utf-8")
    seen, pages = preview("xem"), sorted(rendered)
    forget()
    os.environ["HANDBOOK_MEMORY"] = "false"
    fresh = preview("moi")
    os.environ["HANDBOOK_MEMORY"] = "true"
    different = [name for name in {**fresh, **seen} if fresh.get(name) != seen.get(name)]
    sys.stdout.write(json.dumps([pages, different, len(rendered)]) + chr(10))
"""


def test_only_what_changed_is_rendered_and_nothing_is_stale(tiny):
    (tiny.root / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", tiny.root / "overrides")
    tiny.write("van-ban/van-ban.csv", BEFORE)
    tiny.write("thuat-ngu/thuat-ngu.csv", GLOSSARY.format(meaning="Nghĩa thứ nhất."))
    tiny.write("chuyen-de/dan-luat.md", PAGE.format(title="Bài dẫn luật", citation="Nghị định 13/2023/NĐ-CP"))
    tiny.write("chuyen-de/bi-xoa.md", PAGE_OF.format(title="Sẽ bị xóa", text="Bài."))
    tiny.write(
        "chuyen-de/trich-so.md",
        PAGE_OF.format(
            title="Trích số", text="Có {{so-lieu | thue-bao | thoi_diem=2025 | so_thue_bao}} và [bài kia](bi-xoa.md)."
        ),
    )
    stages = [
        [("ky-nang/mot.md", "Đoạn mở đầu", "Đoạn sửa")],
        [("ky-nang/mot.md", "title: Định danh", "title: Danh tính"), ("ky-nang/mot.md", "## Điều 1", "## Điều 3")],
        [("so-lieu/thue-bao.csv", "2000000", "4000000")],
        [("so-lieu/thue-bao.md", "title: ", "title: Bảng "), ("chuyen-de/bi-xoa.md", "", None)],
        [("thuat-ngu/thuat-ngu.csv", "", GLOSSARY.format(meaning="Nghĩa thứ hai."))],
        [("van-ban/van-ban.csv", "", AFTER)],
        [("../mkdocs.yml", f"as_of: {as_of(ROOT / 'mkdocs.yml')}", "as_of: 2023-01-01")],
        [
            ("../overrides/main.html", 'lang.t("action.skip")', '"Bỏ qua"'),
            ("../overrides/assets/moi.css", "", "p {}\n"),
        ],
    ]
    done = subprocess.run(
        [sys.executable, "-c", STAGES, json.dumps(stages)],
        cwd=tiny.root,
        text=True,
        capture_output=True,
        env={**ENVIRONMENT, "HANDBOOK_ENGLISH": "false"},
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [different for _, different, _ in found] == [[]] * len(stages)
    (text, title, table, _, term, law, day, template), every = zip(
        *((pages, count) for pages, _, count in found), strict=True
    )
    assert "ky-nang/mot/" in text and len(text) < every[0] / 2
    assert len(title) == every[1]  # a title stands in the navigation of every page
    assert {"so-lieu/thue-bao/", "ky-nang/mot/", "chuyen-de/trich-so/"} <= set(table) and len(table) < every[2] / 2
    assert "thuat-ngu/" in term  # and in one script for all pages
    assert "chuyen-de/dan-luat/" in law and "van-ban/13-2023-nd-cp/" in law and day
    assert len(template) == every[-1]
