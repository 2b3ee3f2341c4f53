"""Adapter: ``mkdocs serve`` sees a saved file at once."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

_LOOK_EVERY = 0.1  # seconds; MkDocs looks every half second, and once through the folders takes a few milliseconds


def watch_closely(server: LiveReloadServer, config: MkDocsConfig) -> None:
    # Only these are watched yet; what `watch` in mkdocs.yml names comes later.
    watched = (config.docs_dir, config.config_file_path)
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=_LOOK_EVERY)
    for path in watched:
        server.watch(path)
