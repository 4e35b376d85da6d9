"""``briefing serve``: the desk, for the one who sits at this machine. Bound to 127.0.0.1, answers only to that name, writes nothing."""

from __future__ import annotations

import mimetypes
import re
from datetime import UTC, datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import click

from briefing.cli import desk_pages
from briefing.cli.studio import Studio
from briefing.cli.telling import Teller
from briefing.diagnostics.rendering import render_text

_HTML = "text/html; charset=utf-8"
_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'"
_FRAMED = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; sandbox allow-same-origin"
"""What is previewed runs nothing and loads nothing from elsewhere."""
_DIGEST = re.compile(r"[.-][0-9a-f]{10}\.\w+$|^/site/assets/fonts/")
"""Files whose names say what is in them, and fonts, whose names say it as well as one can: browsers need not ask for them again."""
_KEPT = "private, max-age=600, immutable"
_FRAMES = frozenset({"/email", "/feed"})
"""Parts of a page, which show the same state as the page."""
_PATIENCE = 25.0
"""Seconds after which a page that waits for a change asks anew."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int, studio: Studio) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.studio = studio
        self.hosts = {f"{name}:{self.server_port}" for name in ("127.0.0.1", "localhost")}


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    wbufsize = -1  # head and body go out together

    def do_GET(self) -> None:  # the name is http.server's
        """Answer, or say that there is nothing; a page of another site that resolves to this machine gets nothing at all."""
        if self.headers.get("Host", "") not in self.server.hosts:
            self._send(HTTPStatus.MISDIRECTED_REQUEST, "text/plain; charset=utf-8", b"this desk answers to 127.0.0.1 only\n")
            return
        try:
            self._give()
        except ConnectionError:
            pass  # the page was left meanwhile
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
            keep = _KEPT if parts.path.startswith("/site/assets/") and _DIGEST.search(parts.path) else "no-store"
            self._send(HTTPStatus.OK, kind, content, _FRAMED if framed else _POLICY, keep)

    def _answer(self, path: str, query: dict[str, str]) -> tuple[str, bytes] | None:
        studio = self.server.studio
        match path:
            case "/state":
                known = query.get("known", "")
                return "text/plain; charset=utf-8", studio.wait(known, _PATIENCE if known else 0).encode()
            case "/desk.css" | "/desk.js":
                kind = "text/css" if path.endswith("css") else "text/javascript"
                return f"{kind}; charset=utf-8", (files("briefing.cli") / path[1:]).read_bytes()
            case "/":
                return self._front(studio.look())
            case _:
                pass
        if path.startswith("/site/"):
            return self._file(path.removeprefix("/site/"))
        state, issue = studio.state if path in _FRAMES else studio.look(), query.get("path", "")
        return self._of_issue(path, issue, query, state) if issue in studio.project.issues else None

    def _front(self, state: str) -> tuple[str, bytes]:
        project = self.server.studio.project
        if project.settings is None:
            return "text/plain; charset=utf-8", render_text(project.findings, project.texts).encode()
        zone = project.settings.publication.timezone
        now = self.server.studio.now or datetime.now(UTC)
        now = now if now.tzinfo else now.replace(tzinfo=zone)
        title, fronts = project.settings.publication.title, self.server.studio.fronts()
        return _HTML, desk_pages.front(title, fronts, now, state, self.server.studio.broken).encode()

    def _of_issue(self, path: str, issue: str, query: dict[str, str], state: str) -> tuple[str, bytes] | None:
        studio = self.server.studio
        texts = studio.project.texts
        match path:
            case "/source":
                title = studio.project.settings.publication.title if studio.project.settings else ""
                return _HTML, desk_pages.source_page(issue, texts[issue], title).encode()
            case "/issue":
                return _HTML, desk_pages.issue_page(studio.preview(issue), texts, state, studio.broken).encode()
            case "/email":
                return _HTML, desk_pages.email(studio.preview(issue), query.get("view", "desktop")).encode()
            case "/feed":
                return _HTML, desk_pages.feed_entry(studio.preview(issue)).encode()
            case _:
                return None

    def _file(self, path: str) -> tuple[str, bytes] | None:
        """A file of the website as it was last made; addresses of pages end in a slash."""
        name = f"{path}index.html" if not path or path.endswith("/") else path
        content, kind = self.server.studio.file(name), mimetypes.guess_type(name)[0] or "application/octet-stream"
        return None if content is None else ((_HTML if kind == "text/html" else kind), content)

    def _send(self, status: HTTPStatus, kind: str, content: bytes, policy: str = _POLICY, keep: str = "no-store") -> None:
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind),
            ("Content-Length", str(len(content))),
            ("Content-Security-Policy", policy),
            ("Cache-Control", keep),
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
        if studio.watch.slow:
            click.echo(f"changes show after a second: the system does not tell of them ({studio.watch.slow})", err=True)
        try:
            server.serve_forever(poll_interval=0.2)
        except KeyboardInterrupt:
            click.echo()
        finally:
            studio.watch.close()
    return True
