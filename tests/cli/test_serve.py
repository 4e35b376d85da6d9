"""``briefing serve``: the desk in this process, asked over a socket as a browser asks. Everything quoted here is invented."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pytest

from briefing.cli.serving import Studio, _Server
from tests.cli.commanded import project

NOW = datetime(2031, 6, 1, 12, 0, tzinfo=UTC)
TUGS = "drafts/2031-06-13-tugs.md"
HOURS = "content/issues/2031-05-16-pilot-hours.md"

pytestmark = pytest.mark.slow


@contextmanager
def serving(folder: Path, *, embargoed: bool = False) -> Iterator[_Server]:
    server = _Server(0, Studio(folder / "mkdocs.yml", NOW, embargoed))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def ask(server: _Server, path: str, host: str = "") -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    connection.request("GET", path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    text = answer.read().decode("utf-8", errors="replace")
    assert "default-src 'none'" in (answer.getheader("Content-Security-Policy") or "")
    connection.close()
    return answer.status, text


def page(server: _Server, kind: str, path: str, more: str = "") -> str:
    status, text = ask(server, f"/{kind}?path={quote(path)}{more}")
    assert status == 200, path
    return text


def test_the_desk_shows_an_issue_in_every_form_and_answers_to_nobody_else(tmp_path: Path) -> None:
    folder = project(tmp_path)
    before = {place: place.read_bytes() for place in folder.rglob("*") if place.is_file()}
    with serving(folder) as server:
        assert server.server_address[0] == "127.0.0.1"
        status, front = ask(server, "/")
        assert (status, front.index("Tugs are next") < front.index("Night berthing")) == (200, True)
        desk = page(server, "issue", HOURS)
        assert "not published" not in desk
        for said in ('id="web"', 'id="email"', "“We call it a paper rule", "the same in every edition that was read back"):
            assert said in desk
        assert "a person who has seen the rosters" in desk
        assert "anon-7k2q" not in desk
        assert "a paper rule" in ask(server, "/site/issues/pilot-hours/")[1]
        assert "<style" in (email := page(server, "email", HOURS))
        assert 'src="/site/assets/rests' in email
        assert "F602" not in desk
        assert "<style" not in page(server, "email", HOURS, "&view=no-style")
        assert "<img" not in page(server, "email", HOURS, "&view=no-images")
        assert "A fortnight ago we" in page(server, "feed", HOURS)
        assert "id=L2" in page(server, "source", HOURS)
        for host in ("evil.example", f"evil.example:{server.server_port}", "127.0.0.1"):
            assert ask(server, "/", host) == (421, "this desk answers to 127.0.0.1 only\n")
        for path in ("/source?path=mkdocs.yml", "/source?path=../x", "/site/../mkdocs.yml", "/site/x", "/x", "/issue", "/%00"):
            assert ask(server, path)[0] == 404, path
    assert {place: place.read_bytes() for place in folder.rglob("*") if place.is_file()} == before


def test_a_change_shows_in_every_form_and_a_finding_comes_and_goes(tmp_path: Path) -> None:
    folder = project(tmp_path)
    place = folder / TUGS
    text = place.read_text(encoding="utf-8")
    with serving(folder) as server:
        first, state = page(server, "issue", TUGS), ask(server, "/state")[1]
        assert "Issue 3, 13 June 2031: draft, not published" in first
        assert "Nothing is to be mended." in first
        place.write_text(f"{text}\nA third firm <b>wrote</b>: “We were never asked about tugs.”\n", encoding="utf-8")
        assert ask(server, "/state")[1] != state
        faulty = page(server, "issue", TUGS)
        assert "C202" in faulty
        assert "&lt;b&gt;wrote" in page(server, "source", TUGS)
        place.write_text(f"{text}\nA third firm wrote: “We were never asked about tugs.” [@todo]\n", encoding="utf-8")
        shown = page(server, "issue", TUGS)
        assert "left out here: 1." in shown
        for form in (shown, ask(server, "/site/issues/tugs/")[1], page(server, "email", TUGS), page(server, "feed", TUGS)):
            assert "never asked about tugs" in form
        place.write_text("---\ntitle: [\n---\n\nx\n", encoding="utf-8")
        assert "F1" in page(server, "issue", TUGS)
        place.write_text(text, encoding="utf-8")
        assert "Nothing is to be mended." in page(server, "issue", TUGS)
        assert ask(server, "/state")[1] != ""


def test_an_embargoed_issue_is_shown_only_where_that_was_asked_for(tmp_path: Path) -> None:
    folder = project(tmp_path)
    place = folder / TUGS
    place.write_text(place.read_text(encoding="utf-8").replace("draft: true", "embargo: 2031-06-12T00:01"), encoding="utf-8")
    with serving(folder) as server:
        assert "Two firms were asked" not in page(server, "issue", TUGS)
        assert ask(server, "/site/issues/tugs/")[0] == 404
    with serving(folder, embargoed=True) as server:
        assert "Two firms were asked" in page(server, "issue", TUGS)
        assert "embargo, not published" in page(server, "issue", TUGS)
