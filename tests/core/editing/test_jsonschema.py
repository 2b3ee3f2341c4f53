"""The exported schema says the same as the checks."""

import json

import pytest
from handbook.editing.json_schema import FILES, schemas
from handbook.sections import Kind
from jsonschema import Draft202012Validator, FormatChecker


def test_there_is_one_schema_for_each_kind_of_page():
    assert set(schemas()) == {f"{name}.json" for name in FILES}


def test_it_names_the_keys_that_editors_write():
    topic = json.loads(schemas()["chuyen-de.json"])
    assert {"title", "ngay", "tom_tat", "nhom", "nguon", "ra_soat", "lien_quan"} <= set(topic["properties"])
    assert sorted(topic["required"]) == ["ngay", "title"] and topic["additionalProperties"] is False
    table = json.loads(schemas()["so-lieu.json"])
    assert table["$defs"]["ColumnMeta"]["properties"]["kieu"]["anyOf"][0]["enum"] == [
        "so",
        "nam",
        "ngay",
        "chu",
        "nguon",
    ]


def test_the_markdown_of_the_checks_is_that_of_the_site():
    import yaml
    from handbook.checks.cited_law import EXTENSIONS
    from handbook.settings import _Loader
    from support import ROOT

    listed = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Loader)["markdown_extensions"]
    site = {
        name: options for item in listed for name, options in (item.items() if isinstance(item, dict) else [(item, {})])
    }
    assert {name: dict(options) for name, options in EXTENSIONS.items()} == site


def validator(kind):
    name = next(name for name, of in FILES.items() if of is kind)
    return Draft202012Validator(json.loads(schemas()[f"{name}.json"]), format_checker=FormatChecker())


def front_matters():
    """The front matter of every page that editors write, with the schema of its kind."""
    from handbook.load import read_catalog
    from handbook.settings import as_of
    from support import ROOT

    for article in read_catalog(ROOT / "docs", as_of(ROOT / "mkdocs.yml")).articles.values():
        file = ROOT / article.path
        if not article.is_generated and file.suffix == ".md" and not article.is_index:
            yield article, as_tools_read(file.read_text("utf-8").split("\n---", 1)[0])


def as_tools_read(head):
    """As VS Code and the web editor read YAML (1.2): numbers and truth values, but no dates."""
    import yaml

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [pair for pair in pairs if not pair[0].endswith("timestamp")]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(head, Loader)


def test_every_page_of_the_handbook_satisfies_the_schema_that_editors_tools_read():
    validators = {kind: validator(kind) for kind in FILES.values()}
    pages = list(front_matters())
    assert len(pages) > 100
    found = [
        (article.path, error.message)
        for article, data in pages
        for error in validators.get(article.kind, validators[Kind.PLAIN]).iter_errors(data)
    ]
    assert found == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"tieu_de": "A"},
        {"nhom": "khac"},
        {"tu_khoa": "một"},
        {"nguon": [{"url": "https://a.vn"}]},
        {"ngay": "31/02/2026"},
    ],
)
def test_what_the_checks_refuse_the_schema_refuses(wrong):
    data = {"title": "A", "ngay": "2026-11-24"}
    topic = validator(Kind.TOPIC)
    assert topic.is_valid(data) and not topic.is_valid(data | wrong)
