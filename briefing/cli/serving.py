"""``briefing serve``: the desk, for the one who sits at this machine. Bound to 127.0.0.1, answers only to that name, writes nothing."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Lock
from urllib.parse import parse_qs, unquote, urlsplit

import click

from briefing import press
from briefing.cli import desk_pages
from briefing.cli.telling import Teller
from briefing.diagnostics.rendering import render_text
from briefing.model import Tree
from briefing.press.desk_preview import Equipment, Preview, preview, watched_state
from briefing.press.theme import load_theme
from briefing.reading.front_matter import read_front_matter

_HTML = "text/html; charset=utf-8"
_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'"
_FRAMED = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; sandbox allow-same-origin"
"""What is previewed runs nothing and loads nothing from elsewhere."""


@dataclass(slots=True)
class Studio:
    """The project as it is now, and what was made of it; made anew when a file changed."""

    config: Path
    now: datetime | None
    embargoed: bool
    state: str = ""
    project: press.Project = field(default_factory=lambda: press.Project(""))
    made: dict[str, Preview] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)
    use: Equipment = field(default_factory=lambda: Equipment(load_theme(None)))

    def look(self) -> str:
        """See whether anything changed; a word that stands for how things are."""
        with self.lock:
            state = sha256(repr(watched_state(self.project, self.config, None)).encode()).hexdigest()[:16]
            if state != self.state:
                self.project = press.read_project(self.config)
                self.made.clear()
                self.state = sha256(repr(watched_state(self.project, self.config, None)).encode()).hexdigest()[:16]
            return self.state

    def preview(self, path: str) -> Preview:
        """What can be shown of an issue."""
        with self.lock:
            if path not in self.made:
                now = self.now or datetime.now(UTC)
                self.made = {path: preview(self.project, path, now, self.use, embargoed=self.embargoed)}
            return self.made[path]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int, studio: Studio) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.studio = studio
        self.hosts = {f"{name}:{self.server_port}" for name in ("127.0.0.1", "localhost")}


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:  # the name is http.server's
        """Answer, or say that there is nothing; a page of another site that resolves to this machine gets nothing at all."""
        if self.headers.get("Host", "") not in self.server.hosts:
            self._send(HTTPStatus.MISDIRECTED_REQUEST, "text/plain; charset=utf-8", b"this desk answers to 127.0.0.1 only\n")
            return
        try:
            self._give()
        except BrokenPipeError:
            pass  # the page was reloaded meanwhile
        except Exception as error:  # noqa: BLE001 - the desk goes on: the next change may mend it
            click.echo(f"briefing serve: {type(error).__name__} while a page was made", err=True)
            self._send(
                HTTPStatus.INTERNAL_SERVER_ERROR,
                "text/plain; charset=utf-8",
                b"this cannot be shown: briefing check may say why\n",
            )

    def _give(self) -> None:
        parts = urlsplit(self.path)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        answer = self._answer(unquote(parts.path), query)
        if answer is None:
            self._send(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"there is nothing here\n")
        else:
            kind, content = answer
            framed = parts.path.startswith(("/site/", "/email", "/feed"))
            self._send(HTTPStatus.OK, kind, content, _FRAMED if framed else _POLICY)

    def _answer(self, path: str, query: dict[str, str]) -> tuple[str, bytes] | None:
        studio = self.server.studio
        state = studio.look()
        match path:
            case "/state":
                return "text/plain; charset=utf-8", state.encode()
            case "/desk.css" | "/desk.js":
                kind = "text/css" if path.endswith("css") else "text/javascript"
                return f"{kind}; charset=utf-8", (files("briefing.cli") / path[1:]).read_bytes()
            case "/":
                return self._front(state)
            case _:
                pass
        if path.startswith("/site/"):
            return self._file(path.removeprefix("/site/"))
        issue = query.get("path", "")
        if issue not in studio.project.issues:
            return None
        return self._of_issue(path, issue, query, state)

    def _front(self, state: str) -> tuple[str, bytes]:
        project = self.server.studio.project
        if project.settings is None:
            return "text/plain; charset=utf-8", render_text(project.findings, project.texts).encode()
        zone = project.settings.publication.timezone
        now = self.server.studio.now or datetime.now(UTC)
        now = now if now.tzinfo else now.replace(tzinfo=zone)
        fronts = {path: read_front_matter(path, text, project.settings).value for path, text in project.issues.items()}
        return _HTML, desk_pages.front(project.settings.publication.title, fronts, now, state).encode()

    def _of_issue(self, path: str, issue: str, query: dict[str, str], state: str) -> tuple[str, bytes] | None:
        studio = self.server.studio
        texts = studio.project.texts
        match path:
            case "/source":
                title = studio.project.settings.publication.title if studio.project.settings else ""
                return _HTML, desk_pages.source_page(issue, texts[issue], title).encode()
            case "/issue":
                return _HTML, desk_pages.issue_page(studio.preview(issue), texts, state).encode()
            case "/email":
                return _HTML, desk_pages.email(studio.preview(issue), query.get("view", "desktop")).encode()
            case "/feed":
                return _HTML, desk_pages.feed_entry(studio.preview(issue)).encode()
            case _:
                return None

    def _file(self, path: str) -> tuple[str, bytes] | None:
        """A file of the website as it was last made; addresses of pages end in a slash."""
        name = f"{path}index.html" if not path or path.endswith("/") else path
        for made in self.server.studio.made.values():
            if (content := made.files.get((Tree.SITE, name))) is not None:
                kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
                return (_HTML if kind == "text/html" else kind), content
        return None

    def _send(self, status: HTTPStatus, kind: str, content: bytes, policy: str = _POLICY) -> None:
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind),
            ("Content-Length", str(len(content))),
            ("Content-Security-Policy", policy),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: addresses of drafts belong in no log."""


def run(config: Path, port: int, now: datetime | None, *, embargoed: bool) -> bool:
    """Serve until interrupted."""
    studio = Studio(config, now, embargoed)
    studio.look()
    if studio.project.settings is None:
        Teller(config, "text").findings(studio.project.findings, studio.project.texts)
        return False
    try:
        server = _Server(port, studio)
    except OSError as error:
        raise click.ClickException(
            f"port {port} cannot be used ({error.strerror}); name another one: --port {port + 1}"
        ) from error
    with server:
        click.echo(f"the desk: http://127.0.0.1:{server.server_port}/   (Ctrl-C ends it)")
        try:
            server.serve_forever(poll_interval=0.2)
        except KeyboardInterrupt:
            click.echo()
    return True
