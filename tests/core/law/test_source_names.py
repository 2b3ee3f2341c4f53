"""Sites that publish laws, by the names that people have for them."""

import pytest
from handbook.law.source_names import source_name


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("www.congbao.chinhphu.vn", "Công báo (congbao.chinhphu.vn)"),
        ("m.thanhnien.vn", "Báo Thanh Niên (m.thanhnien.vn)"),
        ("www.khong-ai-biet.vn", "khong-ai-biet.vn"),
        ("mot.vn", "mot.vn"),
    ],
)
def test_a_site_is_called_by_its_name_and_its_address(host, shown):
    assert source_name(host) == shown
