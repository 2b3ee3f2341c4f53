"""A full disk, a file in the way, a wrong setting, a second build: a sentence, never a traceback."""

import errno
import os
import subprocess
import sys

import pytest
from handbook.cache.lock import hold, let_go
from handbook.source.failures import sentence_for
from support import ENVIRONMENT, ROOT, TINY, make_site


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/a/b"), "Ổ đĩa đầy, không ghi tiếp được “/a/b”"),
        (PermissionError(errno.EACCES, "Permission denied", "/a/b"), "Không có quyền ghi vào “/a/b”"),
        (OSError(errno.EROFS, "Read-only file system", "/a/b"), "Không có quyền ghi"),
        (KeyboardInterrupt(), "Đã dừng."),
        (MemoryError(), "hết bộ nhớ"),
        (ValueError("wrong"), "chưa lường trước (mã ValueError)"),
    ],
)
def test_each_failure_has_its_sentence(error, says):
    assert says in sentence_for(error) and sentence_for(error).endswith(".")


def test_a_file_where_a_folder_should_be_is_named(tmp_path):
    (tmp_path / ".cache").write_text("")
    with pytest.raises(OSError) as raised:
        (tmp_path / ".cache" / "book" / "kept").mkdir(parents=True)
    assert f"“{tmp_path / '.cache'}” đang là một tệp" in sentence_for(raised.value)


def build(site, **more):
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"],
        cwd=site.root,
        env={**ENVIRONMENT, "HANDBOOK_BOOK": "false", "HANDBOOK_ENGLISH": "false", **more},
        capture_output=True,
        check=False,
    )
    return done.returncode, (done.stdout + done.stderr).decode()


@pytest.fixture
def site(tmp_path):
    return make_site(tmp_path / "project", TINY)


@pytest.mark.parametrize("value", ["hai", "-1", "0", "2.5", "99999999999999999999"])
def test_a_wrong_number_of_workers(site, value):
    status, text = build(site, HANDBOOK_WORKERS=value)
    assert status == 1 and text.strip().startswith("HANDBOOK_WORKERS là số tiến trình") and "Traceback" not in text


def test_a_cache_that_is_a_file(site):
    (site.root / ".cache").write_text("")
    status, text = build(site, HANDBOOK_CACHE=str(site.root / ".cache"))
    assert status == 1 and ".cache” đang là một tệp" in text and "Traceback" not in text


@pytest.mark.skipif(sys.platform != "linux" or not os.path.exists("/dev/full"), reason="needs a full disk")
def test_a_disk_that_is_full_ends_with_a_sentence(site):
    (site.root / "hooks").unlink()
    (site.root / "hooks").mkdir()
    for name in os.listdir(ROOT / "hooks"):
        if name != "mkdocs_hooks.py":
            (site.root / "hooks" / name).symlink_to(ROOT / "hooks" / name)
    text = (ROOT / "hooks" / "mkdocs_hooks.py").read_text(encoding="utf-8")
    (site.root / "hooks" / "mkdocs_hooks.py").write_text(
        text.replace(
            "def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:\n",
            'def on_env(env, config, files):\n    open("/dev/full", "w", buffering=1).write("x\\n")\n',
        )
    )
    status, text = build(site)
    assert status == 1 and "Ổ đĩa đầy" in text and "Traceback" not in text


def test_one_process_at_a_time(tmp_path):
    place = tmp_path / "a" / "khoa.lock"
    code = f"import sys; sys.path.insert(0, {str(ROOT / 'hooks')!r}); from pathlib import Path; from handbook.cache.lock import hold; print(hold(Path({str(place)!r})))"

    def other():
        return subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.decode().strip()

    assert hold(place) and hold(place) and other() == "False"
    let_go(place)
    assert other() == "True" and hold(place)  # let go when the other process ended
    let_go(place)


def test_a_second_build_into_the_same_folder_waits_for_nobody(site):
    import hashlib

    cache = site.root / ".cache"
    name = hashlib.sha256(str((site.root / "site").resolve()).encode()).hexdigest()[:12]
    assert hold(cache / f"dang-dung-{name}.lock")
    status, text = build(site, HANDBOOK_CACHE=str(cache))
    let_go(cache / f"dang-dung-{name}.lock")
    assert status == 1 and "Một lượt dựng khác đang ghi vào" in text and "Traceback" not in text
    assert build(site, HANDBOOK_CACHE=str(cache))[0] == 0


def test_make_hands_no_title_to_the_shell(tmp_path):
    (tmp_path / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / "requirements.txt").write_text("")
    fake = tmp_path / ".venv" / "bin" / "python"
    fake.write_text('#!/bin/sh\nprintf "%s" "$NEW"\n')
    fake.chmod(0o755)
    (tmp_path / ".venv" / "site.ok").write_text("")
    title = f"a\"; touch {tmp_path}/hong; echo $(touch {tmp_path}/hong) `touch {tmp_path}/hong` 'x"
    # As an editor types it, not as a make inside of `make test`.
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    done = subprocess.run(["make", "new", "topic", title], cwd=tmp_path, capture_output=True, check=False, env=outside)
    assert done.stdout.decode() == f"topic {title}" and not (tmp_path / "hong").exists()


def test_the_title_comes_through_the_environment(tmp_path):
    docs = tmp_path / "docs"
    done = subprocess.run(
        [sys.executable, str(ROOT / "hooks"), "new"],
        env={**os.environ, "NEW": 'topic "Ký số" $(ls); x --date', "FROM": ""},  # make exports both
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    made = ROOT / "docs" / "chuyen-de" / "ky-so-ls-x-date.md"
    try:
        assert done.returncode == 0 and 'title: "\\"Ký số\\" $(ls); x --date"' in made.read_text(encoding="utf-8")
    finally:
        made.unlink(missing_ok=True)
    assert not docs.exists()
