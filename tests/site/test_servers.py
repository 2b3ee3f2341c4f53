"""The files for hosts in the hosts themselves: nginx and Caddy serve the tiny site; ``_headers`` keeps the documented limits."""

import gzip
import http.client
import re
import shutil
from urllib.parse import urlsplit

import brotli
import pytest
from handbook.site.assets import pack
from handbook.site.host.host_files import ASK_FIRST, FOR_EVER, Hosting, host_files
from servers import SERVERS

META = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')


@pytest.fixture(scope="module")
def packed(built_tiny, tmp_path_factory):
    """The tiny site with compressed copies, and a file of each kind that only ``make offline`` writes."""
    site = tmp_path_factory.mktemp("host") / "site"
    shutil.copytree(built_tiny.out, site)
    for name in ("tai-ve/thu.epub", "tai-ve/thu.zim", "tai-ve/thu.zip"):
        (site / name).write_bytes(bytes(range(256)))
    assert pack(site)
    return site


@pytest.fixture(scope="module", params=SERVERS)
def ask(request, packed):
    """Ask the server for a path: status, headers, body."""
    snippet = packed / "may-chu" / {"nginx": "nginx.conf", "caddy": "Caddyfile"}[request.param]
    with SERVERS[request.param](packed, snippet) as address:
        connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)

        def ask(path, **headers):
            connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()

        yield ask
        connection.close()


def address_of(file, packed):
    return "/" + file.relative_to(packed).as_posix().removesuffix("index.html")


def test_every_file_is_there_with_the_headers_that_it_needs(ask, packed):
    former = {line.split()[0] for line in (packed / "_redirects").read_text("utf-8").splitlines()}
    files = {
        address_of(file, packed): file
        for file in packed.rglob("*")
        if file.is_file() and file.suffix not in (".br", ".gz")
    }
    assert former < set(files) and len(files) > 80
    for address in sorted(set(files) - former - {"/may-chu/Caddyfile"}):  # Caddy hides it
        file = files[address]
        status, headers, body = ask(address)
        assert status == 200 and body == file.read_bytes(), address
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "same-origin", address
        assert (
            "frame-ancestors 'none'" in headers["content-security-policy"]
            and "camera=()" in headers["permissions-policy"]
        ), address


def test_the_policy_allows_what_each_page_allows_itself_and_no_more(ask, packed):
    _, headers, _ = ask("/")
    sent = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert sent.pop("frame-ancestors") == "'none'"
    hashed = {"script-src": set(), "style-src": set()}  # of the whole site, since a server has one policy for all pages
    for page in packed.rglob("*.html"):
        found = META.search(page.read_text("utf-8"))
        if found:
            own = dict(part.split(" ", 1) for part in found[1].split("; "))
            for name, found_here in hashed.items():
                found_here |= set(own.pop(name).split())
            assert {name: value for name, value in sent.items() if name not in hashed} == own, page
    assert {name: set(sent[name].split()) for name in hashed} == hashed


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/404.html", "text/html; charset=utf-8"),
        ("/ung-dung.webmanifest", r"application/manifest\+json"),
        ("/sw.js", "(text|application)/javascript; charset=utf-8"),
        ("/search/vi.js", "(text|application)/javascript; charset=utf-8"),
        ("/assets/favicon.svg", r"image/svg\+xml"),
        ("/so-lieu/thue-bao.csv", "text/csv; charset=utf-8"),
        ("/so-lieu/thue-bao.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("/tin-moi.xml", "text/xml; charset=utf-8"),
        ("/pages.json", "application/json(; charset=utf-8)?"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/tai-ve/cam-nang-chuyen-doi-so.pdf", "application/pdf"),
        ("/tai-ve/thu.epub", r"application/epub\+zip"),
        ("/tai-ve/thu.zim", "application/(octet-stream|x-openzim)"),
        ("/tai-ve/thu.zip", "application/zip"),
    ],
)
def test_what_kind_a_file_is(ask, path, kind):
    status, headers, _ = ask(path)
    assert status == 200 and re.fullmatch(kind, headers["content-type"]), headers["content-type"]


@pytest.mark.parametrize(("coding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
@pytest.mark.parametrize("path", ["/", "/ky-nang/mot/", "/sw.js", "/so-lieu/thue-bao.csv", "kept"])
def test_compressed_copies_go_out(ask, packed, path, coding, unpack):
    if path == "kept":
        path = next(address_of(file, packed) for file in packed.glob("assets/cam-nang.*.css"))
    file = packed / f"{path[1:]}index.html" if path.endswith("/") else packed / path[1:]
    suffix = {"br": ".br", "gzip": ".gz"}[coding]
    status, headers, body = ask(path, Accept_Encoding=f"identity, {coding}")
    if not file.with_name(file.name + suffix).is_file():
        assert "content-encoding" not in headers and body == file.read_bytes()
        return
    assert status == 200 and headers["content-encoding"] == coding and "accept-encoding" in headers["vary"].lower()
    assert body == file.with_name(file.name + suffix).read_bytes() and unpack(body) == file.read_bytes()
    assert headers["content-type"] == ask(path)[1]["content-type"]


def test_files_named_after_their_content_are_kept_and_the_rest_is_asked_about(ask, packed):
    hashed = [file for file in packed.rglob("assets/*") if re.search(r"\.[0-9a-f]{8}\.(css|js)$", file.name)]
    assert hashed
    for file in hashed:
        assert ask(address_of(file, packed))[1]["cache-control"] == FOR_EVER
    for path in (
        "/",
        "/ky-nang/mot/",
        "/sw.js",
        "/ung-dung.webmanifest",
        "/search/vi.js",
        "/tai-ve/cam-nang-chuyen-doi-so.pdf",
        "/tai-ve/thu.epub",
    ):
        assert ask(path)[1]["cache-control"] == ASK_FIRST, path


def test_a_page_that_has_not_changed_is_not_sent_again(ask):
    _, headers, _ = ask("/ky-nang/mot/")
    status, _, body = ask("/ky-nang/mot/", If_None_Match=headers["etag"])
    assert status == 304 and body == b""


@pytest.mark.parametrize(
    "path",
    [
        "/khong-co/",
        "/ky-nang/khong-co.pdf",
        "/assets/khong-co.0123abcd.css",
        "/assets/search/khong-co.js",
        "/tai-ve/khong-co.epub",
        "/khong-co.webmanifest",
        "/so-lieu/khong-co.csv",
    ],
)
def test_what_is_not_there_gets_our_page_and_is_not_kept(ask, packed, path):
    status, headers, body = ask(path)
    assert status == 404 and body == (packed / "404.html").read_bytes()
    assert headers["cache-control"] == ASK_FIRST and headers["content-type"] == "text/html; charset=utf-8"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_our_page_for_what_is_not_there_is_compressed_too(ask, packed):
    status, headers, body = ask("/khong-co/", Accept_Encoding="gzip")
    assert status == 404 and headers["content-encoding"] == "gzip" and body == (packed / "404.html.gz").read_bytes()


@pytest.mark.parametrize("path", ["/assets/", "/may-chu/", "/search/", "/schema/", "/assets/search/"])
def test_no_folder_is_listed(ask, packed, path):
    assert (packed / path[1:]).is_dir()
    status, _, body = ask(path)
    assert status in (403, 404) and b"nginx.conf" not in body and b"vi.js" not in body


def test_former_addresses_lead_to_the_new_ones(ask):
    for language in ("", "/en"):
        status, headers, _ = ask(f"{language}/chuyen-de/ky-so/")
        assert status == 301 and urlsplit(headers["location"]).path == f"{language}/chuyen-de/chu-ky-so/"
        assert ask(f"{language}/chuyen-de/chu-ky-so/")[0] == 200


def test_an_address_without_its_slash_gets_it(ask):
    status, headers, _ = ask("/ky-nang/mot")
    assert status in (301, 308) and urlsplit(headers["location"]).path in ("/ky-nang/mot/", "mot/")


def test_a_broken_download_goes_on_where_it_stopped(ask, packed):
    whole = (packed / "tai-ve/cam-nang-chuyen-doi-so.pdf").read_bytes()
    status, headers, body = ask(
        "/tai-ve/cam-nang-chuyen-doi-so.pdf", Range="bytes=1000-1999", Accept_Encoding="gzip, br"
    )
    assert status == 206 and headers["content-range"] == f"bytes 1000-1999/{len(whole)}" and body == whole[1000:2000]
    assert ask("/tai-ve/cam-nang-chuyen-doi-so.pdf", Range=f"bytes={len(whole)}-")[0] == 416


@pytest.mark.parametrize("name", SERVERS)
def test_a_site_in_a_folder_of_the_host(packed, tmp_path, name):
    """As ``SITE_URL=https://…/kho/`` writes the files: every address starts at the folder."""
    root, snippet = tmp_path / "goc", tmp_path / "tep"
    root.mkdir()
    (root / "kho").symlink_to(packed)
    kept = next(file for file in packed.glob("assets/cam-nang.*.css")).name
    hosting = Hosting("/kho/", (), (f"/kho/assets/{kept}",), (("/kho/cu/", "/kho/gioi-thieu/"),))
    snippet.write_text(
        host_files(hosting)[f"may-chu/{ {'nginx': 'nginx.conf', 'caddy': 'Caddyfile'}[name] }"], encoding="utf-8"
    )
    with SERVERS[name](root, snippet) as address:
        connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
        found = {}
        for path in ("/kho/", f"/kho/assets/{kept}", "/kho/cu/", "/kho/khong-co/"):
            connection.request("GET", path)
            answer = connection.getresponse()
            found[path] = (
                answer.status,
                answer.getheader("Cache-Control"),
                answer.read(),
                answer.getheader("Location"),
            )
        connection.close()
    assert found["/kho/"][:2] == (200, ASK_FIRST) and found[f"/kho/assets/{kept}"][:2] == (200, FOR_EVER)
    assert found["/kho/cu/"][0] == 301 and urlsplit(found["/kho/cu/"][3]).path == "/kho/gioi-thieu/"
    assert (
        found["/kho/khong-co/"][::2] == (404, None) or found["/kho/khong-co/"][2] == (packed / "404.html").read_bytes()
    )


def breaches(headers: str, redirects: str) -> list[str]:
    """What Cloudflare Pages or Netlify would not read or would read otherwise.

    Sources: developers.cloudflare.com/pages/configuration/headers and …/redirects (100 rules; 2,000 characters
    a line; one ``*`` an address; 2,000 static redirects; 1,000 characters each), docs.netlify.com/routing/headers.
    """
    found, rules = [], {}
    for line in headers.splitlines():
        if len(line) > 2000:
            found.append(f"long: {line[:40]}")
        if line.startswith(("/", "https://")):
            rules[line] = rules.get(line, [])
            found += [f"stars: {line}"] if line.count("*") > 1 or (line.count("*") and not line.endswith("*")) else []
        elif re.fullmatch(r"[ \t]+[A-Za-z-]+: \S.*", line) and rules:
            rules[next(reversed(rules))].append(line.split(":")[0].strip().lower())
        elif line.strip() and not line.startswith("#"):
            found.append(f"form: {line[:40]}")
    found += [f"empty: {rule}" for rule, names in rules.items() if not names]
    found += [f"rules: {len(rules)}"] if len(rules) > 100 else []
    # Both hosts join the values of all rules that fit: one header from two of them would be two values.
    for rule, names in rules.items():
        others = [
            name
            for other, more in rules.items()
            if other != rule and other.endswith("*") and rule.startswith(other[:-1])
            for name in more
        ]
        found += [f"twice: {rule} {name}" for name in names if name in others or names.count(name) > 1]
    lines = redirects.splitlines()
    found += [
        f"redirect: {line[:40]}"
        for line in lines
        if not re.fullmatch(r"/[^\s*:]* /\S* 30[1278]", line) or len(line) > 1000
    ]
    return found + (
        [f"redirects: {len(lines)}"]
        if len(lines) > 2000 or len({line.split()[0] for line in lines}) < len(lines)
        else []
    )


@pytest.mark.parametrize("name", ["built_tiny", "real"])
def test_other_hosts_read_all_of_their_files(request, name):
    site = request.getfixturevalue(name).out
    headers, redirects = ((site / file).read_text("utf-8") for file in ("_headers", "_redirects"))
    assert headers.startswith("/*\n") and breaches(headers, redirects) == []


@pytest.mark.parametrize(
    ("headers", "redirects", "told"),
    [
        ("/*\n  A: " + "x" * 2000 + "\n", "", ["long"]),
        ("/a/*/*\n  A: b\n", "", ["stars"]),
        ("/*\nA: b\n", "", ["form", "empty"]),
        ("".join(f"/{i}\n  A: b\n" for i in range(101)), "", ["rules"]),
        ("/*\n  A: b\n/x\n  a: c\n", "", ["twice"]),
        ("", "/a /b\n", ["redirect"]),
        ("", "/a /b 301\n/a /c 301\n", ["redirects"]),
        ("", "".join(f"/{i} /b 301\n" for i in range(2001)), ["redirects"]),
    ],
)
def test_a_breach_is_noticed(headers, redirects, told):
    assert [breach.split(":")[0] for breach in breaches(headers, redirects)] == told
