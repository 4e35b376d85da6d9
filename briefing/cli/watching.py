"""Learn that files of a project changed: at once where the system tells, after a moment of quiet, for editors write in several steps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Condition
from time import monotonic, sleep

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

_QUIET = 0.03
"""Seconds without another change, after which a file is taken to be written as a whole."""
_PATIENCE = 0.3
"""Seconds after which it is looked at even if something still writes."""
_EVENTS: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
_SCRATCH = re.compile(r"\..*|.*~|#.*#|.*\.(tmp|bak|sw[a-z]|crswap)|4913|.*___jb_(tmp|old)___|__pycache__")
"""Names of what editors put beside a file while they work on it (Vim, Emacs, Nano, VS Code, JetBrains) and of hidden files."""


class Watch(FileSystemEventHandler):
    """Watches the folders of one project; several may wait for it."""

    def __init__(self) -> None:
        self._told = Condition()
        self._changed: set[Path] = set()
        self._last = 0.0
        self._closed = False
        self._places: frozenset[Path] = frozenset()
        self._seen: frozenset[tuple[Path, int]] = frozenset()
        self._observer: BaseObserver | None = None
        self.slow = ""
        """Why the system does not tell of changes, so that files are compared every second instead; "" where it does."""

    def over(self, config: Path, folders: Iterable[Path]) -> None:
        """Watch the settings file and all that lies below ``folders``; anew only where a folder came, went or was replaced."""
        root, folders = config.parent.resolve(), tuple(folders)
        seen = frozenset((folder, folder.stat().st_ino) for folder in (root, *folders) if folder.is_dir())
        if seen == self._seen or self._closed:
            return
        self._stop()
        self._seen, self._places = seen, frozenset((root / config.name, *folders))
        there = [folder for folder, _ in seen if folder != root]
        try:
            self._observer = self._start(Observer(), root, there)
        except OSError as error:  # no room for another watch (inotify(7): max_user_watches, max_user_instances)
            self.slow = error.strerror or "it cannot be watched"
            self._observer = self._start(PollingObserver(timeout=1), root, there)

    def wait(self, seconds: float, until: Callable[[], bool] = lambda: False) -> None:
        """Return when something changed and is quiet again, when ``until`` holds, when ``seconds`` are over, or at the end of all."""
        with self._told:
            self._told.wait_for(lambda: bool(self._changed) or self._closed or until(), seconds)
        late = monotonic() + _PATIENCE
        while self._changed and (rest := min(self._last + _QUIET, late) - monotonic()) > 0:
            sleep(rest)

    def tell(self) -> None:
        """Let those who wait see whether what they wait for holds now."""
        with self._told:
            self._told.notify_all()

    def taken(self) -> frozenset[Path]:
        """What changed since this was asked for the last time."""
        with self._told:
            changed, self._changed = frozenset(self._changed), set()
            return changed

    def close(self) -> None:
        """Watch no more; whoever waits is let go."""
        with self._told:
            self._closed = True
            self._told.notify_all()
        self._stop()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Keep what happened to files of the project, and tell those who wait."""
        paths = {Path(str(path)) for path in (event.src_path, event.dest_path) if path}
        if counted := {path for path in paths if self._counts(path)}:
            with self._told:
                self._changed |= counted
                self._last = monotonic()
                self._told.notify_all()

    def _counts(self, path: Path) -> bool:
        return not _SCRATCH.fullmatch(path.name) and not self._places.isdisjoint((path, *path.parents))

    def _start(self, observer: BaseObserver, root: Path, folders: Iterable[Path]) -> BaseObserver:
        try:
            observer.schedule(self, str(root), recursive=False, event_filter=_EVENTS)
            for folder in folders:
                observer.schedule(self, str(folder), recursive=True, event_filter=_EVENTS)
            observer.start()
        except OSError:
            observer.unschedule_all()
            raise
        return observer

    def _stop(self) -> None:
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
            self._observer = None
