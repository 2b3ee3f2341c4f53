"""The preview renders what changed and shows what a preview from nothing shows."""

import json
import shutil
import subprocess
import sys

from support import ENVIRONMENT, ROOT

# As `mkdocs serve` does: one process, several builds; after each edit what was rendered and whether
# a build that remembers nothing gives the same files.
STEPS = """
import hashlib, json, logging, pathlib, sys
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
preview("xem")
for uri, old, new in json.loads(sys.argv[1]):
    path = pathlib.Path("docs", uri)
    path.write_text(path.read_text("utf-8").replace(old, new) if path.exists() else new, "utf-8")
    seen, pages = preview("xem"), sorted(rendered)
    sys.modules["hooks/preview.py"]._rendered.clear()
    sys.stdout.write(json.dumps([pages, len(rendered), preview("moi") == seen, len(rendered)]) + chr(10))
"""


def test_only_what_changed_is_rendered_and_nothing_is_stale(tiny):
    (tiny.root / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", tiny.root / "overrides")
    edits = [("ky-nang/mot.md", "Đoạn mở đầu", "Đoạn sửa"), ("ky-nang/mot.md", "title: Định danh", "title: Danh tính"),
             ("so-lieu/thue-bao.csv", "2000000", "4000000"), ("../overrides/main.html", "lang.t(\"action.skip\")", "\"Bỏ qua\"")]
    done = subprocess.run([sys.executable, "-c", STEPS, json.dumps(edits)], cwd=tiny.root, text=True, capture_output=True,
                          env={**ENVIRONMENT, "HANDBOOK_ENGLISH": "false"}, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    text, title, table, template = (json.loads(line) for line in done.stdout.splitlines())
    every = text[3]
    assert all(same for _, _, same, _ in (text, title, table, template)), done.stdout
    assert "ky-nang/mot/" in text[0] and text[1] < every / 2
    assert title[1] == every  # a title stands in the navigation of every page
    assert {"so-lieu/thue-bao/", "ky-nang/mot/"} <= set(table[0]) and table[1] < every / 2
    assert template[1] == every
