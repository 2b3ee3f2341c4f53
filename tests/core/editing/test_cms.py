"""The web editor's forms say what the schemas say; its package is used only if its sum is right."""

import http.server
import io
import tarfile
import threading

import pytest
from handbook.editing.cms import sveltia_package
from handbook.editing.cms.forms import collections, fields
from handbook.sections import SECTIONS, Kind
from handbook.source.schema import model_for

FORMS = {item["name"]: item for item in collections()}


@pytest.mark.parametrize(
    "section", [section for section in SECTIONS if section.folder in FORMS], ids=lambda section: section.folder
)
def test_a_form_has_every_key_of_its_schema_and_no_other(section):
    model = model_for(section.kind)
    named = {field["name"]: field for field in FORMS[section.folder]["fields"]}
    aliases = {info.alias or name: info for name, info in model.model_fields.items()}
    assert set(named) == {*aliases, "body"}
    for key, info in aliases.items():
        assert named[key].get("required", False) == info.is_required(), key
        assert named[key]["widget"] == "hidden" or named[key]["label"] != key, key


def test_topics_stand_first_and_every_text_section_has_a_form():
    assert next(iter(FORMS)) == "chuyen-de"
    assert set(FORMS) == {
        section.folder for section in SECTIONS if section.kind in (Kind.TOPIC, Kind.STORY, Kind.CHAPTER, Kind.LESSON)
    }


def test_kinds_of_fields_follow_the_types():
    topic = {field["name"]: field for field in fields(model_for(Kind.TOPIC))}
    assert (
        topic["ngay"]["widget"] == "datetime"
        and topic["ngay"]["format"] == "YYYY-MM-DD"
        and topic["ngay"]["default"] == "{{now}}"
    )
    assert "default" not in topic["ra_soat"]
    assert {"value": "ky-nang", "label": "Kỹ năng số"} in topic["nhom"]["options"]
    source = {field["name"]: field for field in topic["nguon"]["fields"]}
    assert (
        source["ten"]["required"]
        and source["url"]["pattern"][0].startswith("^https?")
        and source["ngay"]["default"] == "khong-ro"
    )
    assert {field["name"]: field for field in fields(model_for(Kind.CHAPTER))}["thu_tu"]["value_type"] == "int"


def tarball(files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


GOOD = tarball(
    {
        "package/npm/index.js": b"url(https://cdn.jsdelivr.net/fontsource/fonts/noto-mono@5.3.0/latin-400-normal.woff2) import './chunks/a.js'",
        "package/npm/index.js.map": b"x",
        "package/npm/assets/noto-mono-latin-400-normal-AbC.woff2": b"font",
        "package/LICENSE.txt": b"MIT",
        "package/locales/vi.json": b'{"a":"b"}',
        "package/locales/ar.json": b"{}",
        "package/../../ngoai.js": b"x",
        "package/dist/x.js": b"x",
    }
)


def test_only_what_the_page_needs_is_published():
    files = sveltia_package.files_of(GOOD)
    assert set(files) == {
        "npm/index.js",
        "npm/assets/noto-mono-latin-400-normal-AbC.woff2",
        "LICENSE.txt",
        "locales/vi.js",
    }
    assert files["npm/index.js"].startswith(b"url(sveltia/npm/assets/noto-mono-latin-400-normal-AbC.woff2)")
    assert files["locales/vi.js"] == b'export default {"a":"b"};\n'


@pytest.fixture
def registry(monkeypatch):
    """A registry beside us, for a machine without npm."""
    served = {}

    class Registry(http.server.BaseHTTPRequestHandler):
        def do_GET(self):  # noqa: N802 (library's name)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(served["data"])
            served["asked"] = served.get("asked", 0) + 1

        def log_message(self, *arguments):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Registry) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setattr(sveltia_package, "ADDRESS", f"http://127.0.0.1:{server.server_port}/cms.tgz")
        monkeypatch.setattr(sveltia_package, "INTEGRITY", sveltia_package.integrity(GOOD))
        monkeypatch.setattr(sveltia_package.shutil, "which", lambda name: None)
        yield served
        server.shutdown()


def test_the_package_is_fetched_once(registry, tmp_path):
    registry["data"] = GOOD
    assert sveltia_package.cached(tmp_path) == GOOD == sveltia_package.cached(tmp_path) and registry["asked"] == 1


def test_a_package_that_was_changed_is_not_used(registry, tmp_path):
    registry["data"] = GOOD + b"x"
    with pytest.raises(sveltia_package.NotFetchedError, match="không đúng mã băm"):
        sveltia_package.cached(tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_damaged_cache_is_fetched_again(registry, tmp_path):
    registry["data"] = GOOD
    sveltia_package.cached(tmp_path)
    next(tmp_path.iterdir()).write_bytes(b"hong")
    assert sveltia_package.cached(tmp_path) == GOOD


def test_no_network_is_told_in_words(registry, tmp_path, monkeypatch):
    monkeypatch.setattr(sveltia_package, "ADDRESS", "http://127.0.0.1:9/cms.tgz")
    with pytest.raises(sveltia_package.NotFetchedError, match="Kiểm tra mạng"):
        sveltia_package.cached(tmp_path)
