"""Adapter: the web editor at ``/bien-tap/``, only where ``extra.cms`` (``HANDBOOK_CMS``) asks for it."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from handbook.editing.cms.editor_site import editor_files
from handbook.editing.cms.sveltia_package import NotFetchedError, cached
from handbook.editing.edit_links import repository
from handbook.mkdocs.work_folders import cache_folder
from handbook.settings import is_public

_TRIAL = "thu"  # HANDBOOK_CMS=thu: a repository in the browser's memory


def write(config: MkDocsConfig) -> None:
    extra = config.extra
    wanted = extra.get("cms")
    if not wanted or not config.use_directory_urls:
        return
    found, _ = repository(extra.get("repo", ""), extra.get("repo_host", ""), extra.get("repo_branch", "main"))
    if found is None and wanted != _TRIAL:
        raise PluginError(
            "HANDBOOK_CMS=true cần biết kho: đặt HANDBOOK_REPO=to-chuc/ten-kho, hoặc HANDBOOK_CMS=thu để chạy thử."
        )
    try:
        package = cached(cache_folder(config) / "cms")
    except NotFetchedError as error:
        raise PluginError(str(error)) from error
    url = config.site_url if is_public(config.site_url) else ""
    for uri, data in editor_files(
        package, None if wanted == _TRIAL else found, config.site_name, url, extra.get("cms_auth", "")
    ).items():
        target = Path(config.site_dir, uri)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
