"""What an edition prints of the site's address."""

import pytest
from handbook.settings import is_public


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("https://cam-nang.example/", True),
        ("https://a.github.io/cam-nang/", True),
        ("http://127.0.0.1:8000/", False),
        ("http://localhost:8000/", False),
        ("", False),
    ],
)
def test_a_previews_address_is_not_printed(address, public):
    assert is_public(address) is public
