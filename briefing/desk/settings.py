"""The publication's settings, typed and closed: what stands under ``plugins: - briefing:`` in mkdocs.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from types import MappingProxyType

from briefing.desk.house_style import HouseStyle
from briefing.diagnostics import Span
from briefing.model.publication import Publication


@dataclass(frozen=True, slots=True)
class NavEntry:
    """An ordinary page in the site's navigation."""

    title: str
    page: str
    """Path relative to ``docs_dir``."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything mkdocs.yml says that this tool goes by."""

    publication: Publication
    docs_dir: str = "content"
    """MkDocs' own setting; where mkdocs.yml does not give it, it is ``docs``, as MkDocs has it.
    This and the other folders: relative to mkdocs.yml, or absolute."""
    sources_dir: str = "sources"
    """The register; never inside ``docs_dir``. Several bulletins may share one."""
    site_dir: str = "site"
    """MkDocs' own setting: where the website is built."""
    dist_dir: str = "dist"
    """Where emails are built; not part of the website."""
    drafts_dir: str = "drafts"
    """Issues that are not published yet; never inside ``docs_dir``."""
    theme_dir: str = ""
    """MkDocs' own ``theme.custom_dir``: the publication's own templates and design tokens; "" where it has none."""
    publish: tuple[str, ...] = ()
    """Globs of further static files under ``docs_dir`` that are published as they are; none by default."""
    issue_time: time = time(0, 0)
    """``cadence.at``: when an issue with a date only comes out; midnight by default."""
    repo_is_private: bool = False
    """That nobody else can read the repository which ``repo_url`` leads to; not assumed."""
    repo_linked: bool = False
    """Whether ``repo_url`` or ``edit_uri`` is set, so that pages lead to the repository."""
    house_style: HouseStyle = field(default_factory=HouseStyle)
    """Rules of the house; none is checked unless it is set."""
    spans: Mapping[str, Span] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    """Where the value of a setting stands, by its full name: ``site_url``, ``email.provider``; only those that are written."""
