"""One record, four files for hosts; the browser tests hold the real ones against the real site."""

import re

from handbook.site.host.host_files import (
    ASK_FIRST,
    FOR_EVER,
    Hosting,
    hashes_in,
    host_files,
    kept_addresses,
    security_headers,
)

HOSTING = Hosting(
    "/kho/",
    ("'sha256-abc='",),
    ("/kho/assets/x.0123abcd.css", "/kho/assets/anh/*"),
    (("/kho/chuyen-de/cu/", "/kho/chuyen-de/moi/"),),
    ("'sha256-def='",),
)


def test_the_policy_of_the_headers_is_that_of_the_pages_and_forbids_frames():
    headers = security_headers(HOSTING)
    assert headers["Content-Security-Policy"].startswith(
        "default-src 'none'; script-src 'self' 'sha256-abc='; style-src 'self' 'sha256-def=';"
    )
    assert headers["Content-Security-Policy"].endswith("; frame-ancestors 'none'")
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_every_host_gets_every_header_and_redirect():
    files = host_files(HOSTING)
    for name in ("_headers", "may-chu/nginx.conf", "may-chu/Caddyfile"):
        for header, value in security_headers(HOSTING).items():
            assert header in files[name] and value in files[name]
        assert FOR_EVER in files[name]
    assert files["_redirects"] == "/kho/chuyen-de/cu/ /kho/chuyen-de/moi/ 301\n"
    assert "location = /kho/chuyen-de/cu/ { return 301 /kho/chuyen-de/moi/; }" in files["may-chu/nginx.conf"]
    assert "redir /kho/chuyen-de/cu/ /kho/chuyen-de/moi/ 301" in files["may-chu/Caddyfile"]


def test_pages_are_asked_about_each_time_and_hashed_files_never():
    nginx = host_files(HOSTING)["may-chu/nginx.conf"]
    pattern = re.search(r'location ~ "(\^.*)" \{', nginx)[1]
    assert re.search(pattern, "/kho/assets/x.0123abcd.css") and re.search(pattern, "/kho/assets/anh/a.webp")
    assert not re.search(pattern, "/kho/assets/xx0123abcd.css") and not re.search(pattern, "/kho/ky-nang/")
    assert f'add_header Cache-Control "{ASK_FIRST}" always;' in nginx.split("location /kho/ {")[1]


def test_a_site_without_hashed_files_or_redirects():
    files = host_files(Hosting("/", (), (), ()))
    assert (
        files["_redirects"] == ""
        and "redir" not in files["may-chu/Caddyfile"]
        and FOR_EVER not in "".join(files.values())
    )


def test_which_files_never_change():
    names = [
        "assets/a.0123abcd.css",
        "assets/a.0123abcd.css.br",
        "assets/b.css",
        "assets/anh/x.0123abcd.webp",
        "assets/anh/y.0123abcd.webp",
        "assets/javascripts/bundle.a5f9d56c.min.js",
        "ky-nang/x.0123abcd.html",
        "assets/c.deadbee.js",
    ]
    assert kept_addresses(names, "/") == (
        "/assets/a.0123abcd.css",
        "/assets/javascripts/bundle.a5f9d56c.min.js",
        "/assets/anh/*",
    )
    many = [f"assets/{i:03}.0123abcd.webp" for i in range(200)] + ["assets/b.css", "assets/z.0123abcd.js"]
    assert len(kept_addresses(many, "/")) < 100 and kept_addresses(many, "/")[0] == "/assets/z.0123abcd.js"


def test_hashes_of_all_pages_together():
    heads = [
        "script-src 'self' 'sha256-b=' 'sha256-a='; style-src 'self' 'sha256-c='",
        "script-src 'self' 'sha256-a='",
        "",
    ]
    assert hashes_in(heads) == (("'sha256-a='", "'sha256-b='"), ("'sha256-c='",))
