"""The project as it is now, and what was made of it: what the desk keeps between one look and the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from time import monotonic

from briefing import press
from briefing.cli.watching import Watch
from briefing.desk import FrontMatter
from briefing.media import BrokenMediaError, stripped
from briefing.model import Tree
from briefing.press.content import Kind
from briefing.press.desk_preview import Equipment, Preview, preview
from briefing.press.images import picture
from briefing.press.project import Means, settings_in
from briefing.press.rereading import Rereading, Understanding
from briefing.press.templates import TemplateFailedError
from briefing.press.text_files import read_text
from briefing.press.theme import load_theme
from briefing.reading.front_matter import read_front_matter

_FRESH = 0.25
"""Seconds; whoever asks later than that after the last look sees how things are, even where no system tells of changes."""
_NEVER = -_FRESH


@dataclass(slots=True)
class Studio:
    """Looks at the project, and makes a preview of an issue once for each state of it; several threads may ask."""

    config: Path
    now: datetime | None
    embargoed: bool
    watch: Watch = field(default_factory=Watch)
    state: str = ""
    """Another word after each change of anything that is shown."""
    project: press.Project = field(default_factory=lambda: press.Project(""))
    broken: str = ""
    """Why the publication's own theme cannot be used; until it can, the last one that could is."""
    use: Equipment = field(default_factory=lambda: Equipment(load_theme()))
    _made: dict[str, Preview] = field(default_factory=dict)
    _last: Preview | None = None
    """What was shown last: a page that is still loading has its files until there is another one."""
    _fronts: dict[str, tuple[str, FrontMatter | None]] = field(default_factory=dict)
    _means: Means = field(default_factory=lambda: Means(Rereading(read_text), Rereading(picture), Understanding(settings_in)))
    _looked: float = _NEVER
    _count: int = 0
    _lock: Lock = field(default_factory=Lock)

    def look(self) -> str:
        """See whether anything changed, and tell the state."""
        with self._lock:
            changed = self.watch.taken()
            if changed or monotonic() - self._looked > _FRESH:
                self._read(changed)
                self._looked = monotonic()
            return self.state

    def wait(self, known: str, seconds: float) -> str:
        """The state, as soon as it is another one than ``known``; after ``seconds`` at the latest."""
        if self.look() == known:
            self.watch.wait(seconds, lambda: self.state != known)
        return self.look()

    def preview(self, path: str) -> Preview:
        """What can be shown of an issue."""
        with self._lock:
            if path not in self._made:
                made = preview(self.project, path, self._moment, self.use, embargoed=self.embargoed)
                self.use = replace(self.use, theme=replace(self.use.theme, drawn=made.cards))
                self._made, self._last = {path: made}, made
            return self._made[path]

    def fronts(self) -> Mapping[str, FrontMatter | None]:
        """What stands at the head of each issue."""
        with self._lock:
            if (settings := self.project.settings) is None:
                return {}
            for path, text in self.project.issues.items():
                known = self._fronts.get(path)
                if known is None or known[0] != text:
                    self._fronts[path] = (text, read_front_matter(path, text, settings).value)
            return {path: self._fronts[path][1] for path in self.project.issues}

    def file(self, name: str) -> bytes | None:
        """A file of the website, as the last preview has it or as the content folder gives it to every site."""
        made = self._last.files.get((Tree.SITE, name)) if self._last else None
        static = next((one for one in self.project.files if one.kind is Kind.STATIC and one.output == name), None)
        if made is not None or static is None:
            return made
        try:
            return stripped(static.output, static.absolute.read_bytes())
        except (BrokenMediaError, OSError):
            return None

    @property
    def _moment(self) -> datetime:
        return self.now or datetime.now(UTC)

    def _read(self, changed: frozenset[Path]) -> None:
        before, project = self.project, self._reread(changed) or press.read_project(self.config, means=self._means)
        theme = project.folders.theme if project.folders else None
        restyled = not self.state or project.config_text != before.config_text or _is_below(theme, changed)
        if restyled:
            self._load(theme)
        if restyled or project != before or not changed.isdisjoint(file.absolute for file in project.files):
            self._count += 1
            self.state = f"{id(self):x}-{self._count}"
            self.project = project
            self._made.clear()
            self.watch.tell()
        if project.settings != before.settings:
            self._fronts.clear()
        if project.folders:
            self.watch.over(self.config, (*project.folders.inputs, *filter(None, [theme])))

    def _reread(self, changed: frozenset[Path]) -> press.Project | None:
        """The project with the new words of what changed; None where that may be more than words."""
        root = self.project.folders.root if self.project.folders else None
        paths = {place.relative_to(root).as_posix(): place for place in changed if root and root in place.parents}
        words = self.project.texts.keys() - {self.config.name}
        if not paths or len(paths) < len(changed) or not paths.keys() <= words:
            return None
        readings = {path: self._means.read(place, path) for path, place in paths.items()}
        texts = {path: reading.value for path, reading in readings.items() if reading.value is not None}
        return self.project.with_texts(texts) if len(texts) == len(paths) else None

    def _load(self, theme: Path | None) -> None:
        """Take up the publication's own theme as it is now."""
        try:
            self.use = replace(self.use, theme=load_theme(theme))
            self.broken = ""
        except TemplateFailedError as error:
            self.broken = f"{error}; until that is mended, pages look as they did before"


def _is_below(folder: Path | None, changed: frozenset[Path]) -> bool:
    return folder is not None and any(folder == path or folder in path.parents for path in changed)
