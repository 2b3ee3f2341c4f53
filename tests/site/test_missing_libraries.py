"""On machines that cannot have pikepdf or Typst: checks and the preview run, the rest is told in a sentence."""

import subprocess
import sys

import pytest
from previewing import free_port, wait_for
from support import ENVIRONMENT, ROOT, TINY, make_site

# As if the library had never been installed.
_BLOCK = """import sys
class Away:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {names!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Away())
"""


@pytest.fixture
def without(tmp_path):
    def make(*names):
        folder = tmp_path / "-".join(names)
        folder.mkdir()
        (folder / "sitecustomize.py").write_text(_BLOCK.format(names=names), encoding="utf-8")
        kept = {name: value for name, value in ENVIRONMENT.items() if name != "NO_MKDOCS_2_WARNING"}
        return {**kept, "HANDBOOK_CACHE": str(tmp_path / ".cache"), "PYTHONPATH": str(folder)}

    return make


def run(folder, environment, *command, **more):
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, env={**environment, **more}, capture_output=True, check=False
    )
    text = (done.stdout + done.stderr).decode("utf-8")
    assert "Traceback" not in text and "No module named" not in text, text
    return done.returncode, text


BUILD = ("-m", "mkdocs", "build", "--strict", "--clean")


@pytest.fixture
def site(tmp_path):
    return make_site(tmp_path / "project", TINY)


def test_a_site_without_books_is_built_without_pikepdf(site, without):
    status, text = run(site.root, without("pikepdf"), *BUILD, HANDBOOK_BOOK="false", HANDBOOK_ENGLISH="false")
    assert status == 0 and "pikepdf" not in text and (site.out / "ky-nang").is_dir(), text
    # Nor does the theme's box in English appear, although nothing hides it from outside.
    assert "Material for MkDocs" not in text and "NO_MKDOCS_2_WARNING" not in text


def test_books_that_cannot_be_made_are_told_of_and_the_site_is_there(site, without):
    environment = without("pikepdf")
    status, text = run(site.root, environment, *BUILD, HANDBOOK_ENGLISH="false")
    assert status != 0 and text.count("không có thư viện pikepdf") == 1 and "HANDBOOK_BOOK=false" in text
    status, text = run(site.root, environment, "-m", "mkdocs", "build", HANDBOOK_ENGLISH="false")
    assert status == 0 and not [*site.out.rglob("*.pdf")] and "chưa dựng" in site.html("tai-ve"), text


def test_a_site_to_publish_needs_the_compiler(site, without):
    status, text = run(site.root, without("typst"), *BUILD, HANDBOOK_BOOK="false")
    assert status == 1 and text.strip().startswith("requirements.txt: Máy này không có thư viện typst")


@pytest.mark.parametrize("command", [("book", "--province", "lao-cai"), ("shard", "vi-part"), ("offline",)])
def test_commands_that_make_books_say_why_they_do_not(tmp_path, without, command):
    status, text = run(tmp_path, without("pikepdf"), str(ROOT / "hooks"), *command)
    assert status == 2 and "không có thư viện pikepdf" in text


def test_the_check_and_the_preview_need_neither(site, without, tmp_path):
    environment = without("pikepdf", "typst", "rjsmin")
    status, text = run(site.root, environment, str(ROOT / "hooks"), "check", "--docs", str(site.docs))
    assert status == 0, text
    port = free_port()
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=site.root,
            env={**environment, "HANDBOOK_ENGLISH": "false"},
            stdout=log,
            stderr=log,
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/so-lieu/thue-bao/", "1.234.567,5")
    finally:
        server.terminate()
        server.wait(timeout=20)
    text = (tmp_path / "log").read_text(encoding="utf-8")
    assert "Traceback" not in text and "WARNING" not in text and "Material for MkDocs" not in text, text
