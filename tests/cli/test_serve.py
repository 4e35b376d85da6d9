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
from watchdog.observers import Observer

from briefing.cli.serving import _Server
from briefing.cli.studio import Studio
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
        server.studio.watch.close()
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


def save(server: _Server, place: Path, text: str) -> str:
    """Write as an editor's program does, and wait until the desk has seen it; the new state."""
    state = ask(server, "/state")[1]
    new = place.with_name(f"{place.name}.tmp")
    new.write_text(text, encoding="utf-8")
    new.replace(place)
    status, changed = ask(server, f"/state?known={state}")
    assert (status, changed != state) == (200, True)
    return changed


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
        feed = page(server, "feed", HOURS)
        assert "A fortnight ago we" in feed
        assert 'src="/site/assets/rests' in feed
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
        first = page(server, "issue", TUGS)
        assert "Issue 3, 13 June 2031: draft, not published" in first
        assert "Nothing is to be mended." in first
        save(server, place, f"{text}\nA third firm <b>wrote</b>: “We were never asked about tugs.”\n")
        faulty = page(server, "issue", TUGS)
        assert "C202" in faulty
        assert "&lt;b&gt;wrote" in page(server, "source", TUGS)
        save(server, place, f"{text}\nA third firm wrote: “We were never asked about tugs.” [@todo]\n")
        shown = page(server, "issue", TUGS)
        assert "left out here: 1." in shown
        for form in (shown, ask(server, "/site/issues/tugs/")[1], page(server, "email", TUGS), page(server, "feed", TUGS)):
            assert "never asked about tugs" in form
        save(server, place, "---\ntitle: [\n---\n\nx\n")
        assert "F1" in page(server, "issue", TUGS)
        save(server, place, text)
        assert "Nothing is to be mended." in page(server, "issue", TUGS)


def test_whatever_a_preview_is_made_from_is_seen_at_once_and_nothing_else_is(tmp_path: Path) -> None:
    folder = project(tmp_path)
    config, theme, state = folder / "mkdocs.yml", folder / "looks", ""
    with serving(folder) as server:
        page(server, "issue", HOURS)
        (folder / "site").mkdir()
        for beside in ("site/index.html", f"{HOURS}~", "drafts/.2031-06-13-tugs.md.swp", "content/issues/4913", "notes.txt"):
            state = ask(server, "/state")[1]
            (folder / beside).write_text("x", encoding="utf-8")
            server.studio.watch.wait(0.2)
            assert not server.studio.watch.taken(), beside
            (folder / beside).unlink()
        state = save(server, config, config.read_text(encoding="utf-8").replace("The Pilotage Lantern", "The Other Lantern"))
        assert "The Other Lantern" in ask(server, "/")[1]
        (folder / "drafts/2031-06-20-new.md").write_text("---\ntitle: A new one\n---\n", encoding="utf-8")
        assert ask(server, f"/state?known={state}")[1] != state
        assert "2031-06-20-new" in ask(server, "/")[1]
        people = folder / "sources/people.yml"
        before, known = page(server, "issue", HOURS), people.read_text(encoding="utf-8")
        save(server, people, known.replace("Harbour Board", "Quay Board"))
        assert "P410" in page(server, "issue", HOURS)
        save(server, people, known)
        assert "P410" not in before
        theme.joinpath("tokens").mkdir(parents=True)
        save(server, config, f"{config.read_text(encoding='utf-8')}theme: {{name: material, custom_dir: looks}}\n")
        for wrong, said in (
            ("{{ x", "404.html, line 1"),
            ("{{ nobody.name }}", "404.html, line 1"),
            ("our own {{ page.path }}", ""),
        ):
            save(server, theme / "404.html", wrong)
            shown = page(server, "issue", HOURS)
            assert said in shown
            assert ('class="halt"' in shown) == bool(said)
        assert ask(server, "/site/404.html")[1] == "our own 404.html"
        save(server, theme / "tokens/own.toml", '[colour.light]\naccent = "#12345"\n')
        assert "a colour is # and six digits" in page(server, "issue", HOURS)
        save(server, theme / "tokens/own.toml", '[colour.light]\naccent = "#123456"\n')
        assert "#123456" in page(server, "email", HOURS)


def test_a_page_that_waits_is_told_of_a_change_and_of_the_end(tmp_path: Path) -> None:
    folder, told = project(tmp_path), []
    with serving(folder) as server:
        state = ask(server, "/state")[1]
        waiting = [Thread(target=lambda: told.append(ask(server, f"/state?known={state}")[1])) for _ in range(3)]
        for one in waiting:
            one.start()
        (folder / TUGS).write_text("x", encoding="utf-8")
        for one in waiting:
            one.join(10)
        assert len(told) == 3
        assert told[0] != state
        assert len(set(told)) == 1
        last = Thread(target=lambda: told.append(ask(server, f"/state?known={told[0]}")[1]))
        last.start()
        server.studio.watch.close()
        last.join(10)
        assert told[3] == told[0]


def test_where_the_system_tells_of_no_changes_files_are_compared_every_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(Observer, "start", no_room)
    folder = project(tmp_path)
    with serving(folder) as server:
        save(server, folder / TUGS, "x")
        assert server.studio.watch.slow == "inotify watch limit reached"


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
