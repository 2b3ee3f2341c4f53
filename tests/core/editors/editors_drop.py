"""Writes the files of ``drop.yaml`` and reads what ``make check`` says of them."""

import base64
import io
import sys
from pathlib import Path

import xlsxwriter
import yaml

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "checks"))
from image_files import image  # noqa: E402 (beside the tests of the rules)

DROP = yaml.safe_load((HERE / "drop.yaml").read_text(encoding="utf-8"))


def content(item):
    if "image" in item:
        return image(item["image"], item.get("size", 0))
    if "base64" in item:
        return base64.b64decode(item["base64"])
    if "sheet" in item:
        out = io.BytesIO()
        with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
            sheet = book.add_worksheet()
            for number, row in enumerate(item["sheet"]):
                sheet.write_row(number, 0, row)
        return out.getvalue()
    return item["text"].encode(item.get("encoding", "utf-8"))


def write(docs, *groups):
    for group in groups:
        for item in DROP[group]:
            path = docs / item["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content(item))
