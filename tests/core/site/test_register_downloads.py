"""The register as files to download: columns are found by the names in its first row, however that row is written."""

import csv
import datetime as dt
import io

import pytest
from handbook.law.register_rows import REQUIRED
from handbook.site.pages.register_downloads import register_downloads

ROW = dict.fromkeys(REQUIRED, "") | {"so_hieu": "13/2023/NĐ-CP", "loai": "Nghị định", "trich_yeu": "Bảo vệ, dữ liệu"}


def written(separator: str, quoting: int) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, quoting=quoting)
    writer.writerows([list(ROW), list(ROW.values())])
    return text.getvalue().encode()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
def test_a_number_of_a_document_stays_text_however_the_header_is_written(tmp_path, separator, quoting):
    (tmp_path / "van-ban").mkdir()
    (tmp_path / "van-ban" / "van-ban.csv").write_bytes(written(separator, quoting))
    files = register_downloads(tmp_path, dt.date(2026, 11, 30))
    rows = list(csv.DictReader(io.StringIO(files["van-ban/van-ban.csv"].decode("utf-8-sig"))))
    assert [row["so_hieu"] for row in rows] == ["13/2023/NĐ-CP"]
    assert set(rows[0]) == set(REQUIRED)


def test_a_folder_without_a_register_has_no_files(tmp_path):
    assert register_downloads(tmp_path, dt.date(2026, 11, 30)) == {}
