"""Adapter: ``mkdocs serve`` sees a saved file at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_LOOK_EVERY = 0.1  # seconds; MkDocs looks every half second, and once through the folders takes a few milliseconds


def watch_closely(server: LiveReloadServer, config: MkDocsConfig) -> None:
    from watchdog.observers.polling import PollingObserver  # a build, which loads this file too, watches nothing

    # Only these are watched yet; what `watch` in mkdocs.yml names comes later.
    watched = (config.docs_dir, config.config_file_path)
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=_LOOK_EVERY)
    for path in watched:
        server.watch(path)
