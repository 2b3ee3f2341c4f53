"""The exported schema says the same as the checks."""

import json

from handbook.jsonschema import FILES, schemas


def test_there_is_one_schema_for_each_kind_of_page():
    assert set(schemas()) == {f"{name}.json" for name in FILES}


def test_it_names_the_keys_that_editors_write():
    topic = json.loads(schemas()["chuyen-de.json"])
    assert {"title", "ngay", "tom_tat", "nhom", "nguon", "ra_soat", "lien_quan"} <= set(topic["properties"])
    assert sorted(topic["required"]) == ["ngay", "title"] and topic["additionalProperties"] is False
    table = json.loads(schemas()["so-lieu.json"])
    assert table["$defs"]["ColumnMeta"]["properties"]["kieu"]["anyOf"][0]["enum"] == ["so", "nam", "ngay", "chu", "nguon"]


def test_the_markdown_of_the_checks_is_that_of_the_site():
    import yaml
    from handbook.markup import EXTENSIONS
    from handbook.settings import _Loader
    from support import ROOT

    listed = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Loader)["markdown_extensions"]
    site = {name: options for item in listed for name, options in (item.items() if isinstance(item, dict) else [(item, {})])}
    assert {name: dict(options) for name, options in EXTENSIONS.items()} == site
