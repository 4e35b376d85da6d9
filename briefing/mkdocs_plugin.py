"""The plug-in: MkDocs' events to the press, and the press's values to MkDocs. Nothing is decided here.

MkDocs renders ordinary pages and carries finished files into a temporary folder, swapped in when every proof has passed.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import CountHandler

from briefing import press
from briefing.diagnostics.places import in_order
from briefing.diagnostics.rendering import render_text
from briefing.mkdocs_files import CarriedFile, CarriedFiles
from briefing.model import Html, Page

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer  # a web server, which a build has no use for


def log_findings(build: press.Build) -> None:
    """Tell what a step found in MkDocs' own way; in strict mode its warnings count."""
    log = get_plugin_logger("briefing")
    for finding in in_order(build.findings):
        log.log(logging.INFO + 10 * finding.severity, render_text([finding], build.project.texts).rstrip())
    for line in press.summary_lines(build.summary) if build.summary else ():
        log.info(line)


class BriefingPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # MkDocs types neither its settings nor its hooks
    """A build is one value, and each step makes a new one of it."""

    build: press.Build  # set by every step, first in on_config

    def __init__(self) -> None:
        self.wishes = press.Wishes(report=log_findings)
        self.serving = False
        self.nav: tuple[str, ...] = ()

    def load_config(self, options: dict[str, Any], config_file_path: str | None = None) -> tuple[list[Any], list[Any]]:
        """Accept anything: the press reads mkdocs.yml itself, strictly and with positions."""
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether this is a preview; a partial build cannot be proven."""
        if dirty:
            raise PluginError("briefing: --dirty builds only some pages, and feeds and proofs need all of them")
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Read and check the project, and let MkDocs build into the temporary folder."""
        site, config_file = Path(config.site_dir), Path(config.config_file_path).absolute()
        order = press.Order(config_file, site, self.wishes, strict=config.strict, preview=self.serving)
        self.wishes.progress("reading and checking")
        build = self._step(lambda: press.begin(order))
        config.site_dir = str(build.stage.site.temporary) if build.stage else config.site_dir
        config.theme.static_templates.clear()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep ordinary pages and what they may link to; no file of a theme, nothing that is not allowed."""
        allowed = press.ordinary_files(self.build)
        pages = (file for file in files.documentation_pages() if file.src_uri in allowed)
        others = (file for file in files.media_files() if file.src_uri in allowed and file.src_dir == config.docs_dir)
        issues = (CarriedFile(uri, config.site_dir, dest=dest) for uri, dest in press.issue_files(self.build).items())
        generated = (file for file in files if file.generated_by)
        site = Path(config.site_dir)
        return CarriedFiles(
            [*pages, *others, *issues, *generated], lambda carried: press.write_site_files(self.build, site, carried)
        )

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Learn in which order pages stand in the navigation."""
        self.nav = tuple(page.file.src_uri for page in nav.pages)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Every page has its content now: print all editions, and hand the finished files to MkDocs."""
        self.wishes.progress("printing every edition")
        build = self._step(lambda: press.fill(self.build, tuple(self._pages(files)), config.theme.custom_dir))
        pages = {file.dest_uri: file.page for file in files.documentation_pages()}
        for file in [file for file in files if file.dest_uri not in pages and not file.generated_by]:
            files.remove(file)
        for path, content in press.site_files(build).items():
            if page := pages.pop(path, None):
                page.meta = {"template": "finished", "finished": content.decode()}
            else:
                files.append(CarriedFile(path, config.site_dir, content))
        if pages:
            raise PluginError(f"briefing: no edition renders {', '.join(sorted(pages))}")
        env.loader = ChoiceLoader([DictLoader({"finished": "{{ page.meta.finished | safe }}"}), *filter(None, [env.loader])])
        return env

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Prove what lies on the disk when all other plug-ins are done, and swap it in if nothing counts."""
        self.wishes.progress("proving every edition")
        warned = any(one.get_counts() for one in logging.getLogger("mkdocs").handlers if isinstance(one, CountHandler))
        build = self._step(lambda: press.finish(self.build, held=warned))
        config.site_dir = str(build.stage.site.target) if build.stage else config.site_dir

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing but the last good build."""
        if hasattr(self, "build"):
            press.abandon(self.build)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]) -> None:
        """Watch the register, drafts and the publication's own templates, too; show the last good build until the next."""
        for folder in press.watched(self.build, config.theme.custom_dir):
            server.watch(str(folder))

        def keep_serving() -> None:
            with suppress(MkDocsException):  # told already; MkDocs would answer no request until the fault is gone
                builder()

        server.builder = keep_serving

    def _step(self, step: Callable[[], press.Build]) -> press.Build:
        """Take one step, tell what it found, and stop MkDocs if that counts."""
        try:
            self.build = step()
        except (press.PluginFailedError, OSError) as error:
            raise PluginError(f"briefing: {error}") from error
        self.wishes.report(self.build)
        if press.stops(self.build):
            raise PluginError(f"briefing: {press.verdict(self.build)}")
        return self.build

    def _pages(self, files: Files) -> Iterator[Page]:
        """Ordinary pages as the press knows them, those of the navigation first and in its order."""
        pages = [file.page for file in files.documentation_pages() if file.page]
        order = {uri: place for place, uri in enumerate(self.nav)}
        for page in sorted(pages, key=lambda page: order.get(page.file.src_uri, len(order))):
            title, description = str(page.title or ""), str(page.meta.get("description") or "")
            path, in_nav = page.file.dest_uri.removesuffix("index.html"), page.file.src_uri in order
            yield Page(path, title, description, Html(page.content or ""), in_nav)
