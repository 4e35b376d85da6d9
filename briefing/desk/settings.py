"""The publication's settings, typed and closed: what stands under ``plugins: - briefing:`` in mkdocs.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from types import MappingProxyType
from typing import Any

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
    """This and the other folders: relative to mkdocs.yml, or absolute."""
    sources_dir: str = "sources"
    site_dir: str = "site"
    dist_dir: str = "dist"
    drafts_dir: str = "drafts"
    publish: tuple[str, ...] = ()
    """Globs of further static files under ``docs_dir`` that are published as they are."""
    issue_time: time = time(0, 0)
    """``cadence.at``: when an issue with a date only comes out."""
    repo_is_private: bool = False
    house_style: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
