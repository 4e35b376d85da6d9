"""``briefing build``: MkDocs in this process with the plug-in, so that it gives the bytes of ``mkdocs build`` (decision 0001)."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from traceback import walk_tb

import click
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import BuildError, MkDocsException, PluginError

import briefing
from briefing import press
from briefing.cli.telling import Teller, shown
from briefing.diagnostics import Diagnostic, Severity, worst


@dataclass(frozen=True, slots=True)
class Request:
    """The options of the command; paths are absolute."""

    config: Path
    site: Path | None
    dist: Path | None
    now: datetime | None
    form: str
    strict: bool
    release: bool


@dataclass(slots=True)
class _Heard:
    """What the build and its carrier said, to be told at once when it is over."""

    findings: list[Diagnostic] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    summary: press.Summary | None = None
    noted: Path | None = None
    carrier: list[str] = field(default_factory=list)
    """Warnings and errors of MkDocs and of other plug-ins, and why the build stopped."""

    def report(self, build: press.Build) -> None:
        """Take in what a step found."""
        self.findings += build.findings
        self.texts = build.project.texts
        self.summary = build.summary
        self.noted = build.noted


class _Relay(logging.Handler):
    """Takes in what MkDocs and other plug-ins warn of."""

    def __init__(self, heard: _Heard) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self._heard.carrier.append(record.getMessage())


def run(request: Request) -> bool:
    """Whether the build was written."""
    teller = Teller(request.config, request.form)
    project = press.read_config(request.config, site=request.site, dist=request.dist)
    if worst(project.findings) is Severity.ERROR:
        teller.findings(project.findings, project.texts)
        teller.say(press.tally(project.findings))
        return False
    heard = _Heard()
    with _relaying(heard), _blaming_others(heard), _without_collecting():
        wishes = press.Wishes(heard.report, teller.progress, request.dist, request.now, _scan(request, project), request.release)
        _carry(request, wishes, heard)
    teller.progress("")
    teller.findings(heard.findings, heard.texts)
    for line in heard.carrier:
        click.echo(line, err=True)
    for line in _closing(heard.summary, heard.findings, project):
        teller.say(line)
    if heard.noted:
        teller.say(f"lock     {shown(heard.noted)}: what is out now; commit it")
    return heard.summary is not None


def _scan(request: Request, project: press.Project) -> Callable[[Mapping[str, Path]], tuple[Diagnostic, ...]]:
    """A release is looked through for what the vault keeps, if the vault is at hand; its place is learnt before it is put away."""
    vault = press.known_vault(request.config.parent)
    if vault is None or not vault.is_dir() or not request.release:
        return lambda _trees: ()
    place, public = vault.resolve(), press.named_openly(project)

    def scan(trees: Mapping[str, Path]) -> tuple[Diagnostic, ...]:
        from briefing.verification.scan.apart import scan_apart  # noqa: PLC0415  # only a release with a vault needs it

        return scan_apart(place, trees.items(), public)

    return scan


def _carry(request: Request, wishes: press.Wishes, heard: _Heard) -> None:
    """Let MkDocs carry the build."""
    site = str(request.site) if request.site else None
    try:
        config = load_config(str(request.config), site_dir=site, strict=request.strict or request.release or None)
        plugin = config.plugins["briefing"]
        if not isinstance(getattr(plugin, "wishes", None), press.Wishes):
            raise PluginError("briefing: another plug-in of MkDocs is called briefing, too")
        own = vars(plugin)["wishes"]
        vars(plugin)["wishes"] = wishes
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
            vars(plugin)["wishes"] = (
                own  # MkDocs keeps the plug-in for the next build in this process, and that has wishes of its own
            )
    except MkDocsException as error:
        if not isinstance(error.__context__, BuildError):  # those MkDocs has logged already
            heard.carrier.append(str(error))


@contextmanager
def _blaming_others(heard: _Heard) -> Iterator[None]:
    """What a hook or somebody else's plug-in raises is told as their fault, with its place."""
    try:
        yield
    except Exception as error:
        if (place := _elsewhere(error)) is None:
            raise
        heard.carrier.append(f"a hook or another plug-in of MkDocs failed: {place}: {type(error).__name__}: {error}")


def _elsewhere(error: Exception) -> str | None:
    """Where an exception was raised by what MkDocs called and is not ours; None where it may be our fault."""
    frames = [(Path(frame.f_code.co_filename), frame.f_code.co_name, line) for frame, line in walk_tb(error.__traceback__)]
    events = [number for number, (path, name, _) in enumerate(frames) if name == "run_event" and path.parent.name == "mkdocs"]
    if not events or events[-1] + 1 == len(frames):
        return None
    called, _, line = frames[events[-1] + 1]
    return None if Path(briefing.__file__).parent in called.parents else f"{called}, line {line}"


@contextmanager
def _without_collecting() -> Iterator[None]:
    """A build keeps nearly all that it makes until it ends: looking for garbage in it again and again took a tenth of the time.

    What is garbage all the same, and in circles, is a twentieth of the memory.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()  # so that all there is counts as old and is not looked through at once, while the process is about to end
        gc.enable()


@contextmanager
def _relaying(heard: _Heard) -> Iterator[None]:
    logger, relay = logging.getLogger("mkdocs"), _Relay(heard)
    logger.addHandler(relay)
    try:
        yield
    finally:
        logger.removeHandler(relay)


def _closing(summary: press.Summary | None, findings: list[Diagnostic], project: press.Project) -> Iterator[str]:
    """The figures of the build and where to look; nothing where there is no build, as that was said already."""
    if summary is None or project.folders is None:
        return
    yield press.tally(findings)
    yield from press.summary_lines(summary)
    yield f"website  {shown(project.folders.site / 'index.html')}"
    if summary.emails:
        yield f"emails   {shown(project.folders.dist)}/"
