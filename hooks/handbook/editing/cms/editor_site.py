"""All files of the web editor: page, policy, configuration and the program itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from handbook.editing.cms.forms import collections
from handbook.editing.cms.sveltia_package import files_of
from handbook.editing.edit_links import Repository
from handbook.sections import DEFAULT_LANGUAGE, LANGUAGES
from handbook.site.host.content_security import source_hash

_HERE = Path(__file__).parent
FOLDER = "bien-tap"
_IMPORTS = json.dumps({"imports": {"./sveltia/locales/vi.json": "./sveltia/locales/vi.js"}})
_GITHUB = ("https://api.github.com", "https://www.githubstatus.com")
_MESSAGES = {
    "create": "Thêm bài “{{slug}}” ({{collection}})",
    "update": "Sửa bài “{{slug}}” ({{collection}})",
    "delete": "Xóa bài “{{slug}}” ({{collection}})",
    "uploadMedia": "Thêm tệp “{{path}}”",
    "deleteMedia": "Xóa tệp “{{path}}”",
}


def configuration(repository: Repository | None, site_name: str, site_url: str, auth: str = "") -> dict:
    """Sveltia's configuration; without a repository, one that keeps nothing (to try it out).

    ``auth`` is the address of an OAuth helper; without one, editors sign in with an access token.
    """
    return {
        "load_config_file": False,
        "backend": _backend(repository, auth),
        # Every change is a pull request that somebody else reads and `make check` judges.
        "publish_mode": "editorial_workflow" if repository else "simple",
        "app_title": f"Biên tập: {site_name}",
        **({"site_url": site_url} if site_url else {}),
        "media_folder": "docs/chuyen-de",
        "public_folder": "",
        "show_preview_links": False,
        # File names as handbook.source.file_names wants them.
        "slug": {
            "encoding": "ascii",
            "clean_accents": True,
            "sanitize_replacement": "-",
            "lowercase": True,
            "maxlength": 80,
        },
        "i18n": {
            "structure": "multiple_files",
            "locales": list(LANGUAGES),
            "default_locale": DEFAULT_LANGUAGE,
            "initial_locales": [DEFAULT_LANGUAGE],
            "omit_default_locale_from_file_path": True,
        },
        "output": {"omit_empty_optional_fields": True},
        "collections": collections(),
    }


def _backend(repository: Repository | None, auth: str) -> dict:
    if repository is None:
        return {"name": "test-repo"}
    name = urlsplit(repository.url).path.strip("/")
    sign_in = {"base_url": auth} if auth else {"auth_methods": ["token"]}
    return {
        "name": "github",
        "repo": name,
        "branch": repository.branch,
        "open_authoring": True,
        "automatic_deployments": False,
        "commit_messages": _MESSAGES,
        **sign_in,
    }


def policy(repository: Repository | None) -> str:
    """What this page alone may do: styles written by the program, previews from memory, GitHub and nobody else."""
    github = " ".join(_GITHUB) if repository else ""
    pictures = "https://avatars.githubusercontent.com" if repository else ""
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' {source_hash(_IMPORTS)}",
        "style-src": "'self' 'unsafe-inline' blob:",
        "img-src": f"'self' data: blob: {pictures}",
        "font-src": "'self' data:",
        "connect-src": f"'self' blob: data: {github}",
        "media-src": "'self' blob:",
        "frame-src": "blob:",
        "worker-src": "'self' blob:",
        "manifest-src": "'self' blob: data:",
        "base-uri": "'none'",
        "form-action": "'self'",
    }
    return "; ".join(f"{name} {sources.strip()}" for name, sources in rules.items())


def editor_files(
    package: bytes, repository: Repository | None, site_name: str, site_url: str, auth: str = ""
) -> Mapping[str, bytes]:
    """Site path → bytes of everything below ``/bien-tap/``."""
    page = (
        (_HERE / "page.html")
        .read_text(encoding="utf-8")
        .replace("POLICY", policy(repository))
        .replace("IMPORTS", _IMPORTS)
    )
    config = json.dumps(configuration(repository, site_name, site_url, auth), ensure_ascii=False, indent=1) + "\n"
    own = {
        "index.html": page.encode(),
        "config.json": config.encode(),
        "start.js": (_HERE / "start.js").read_bytes(),
    }
    return {
        f"{FOLDER}/{name}": data
        for name, data in (*own.items(), *((f"sveltia/{path}", data) for path, data in files_of(package).items()))
    }
