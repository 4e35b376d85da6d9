"""The plug-in under MkDocs' own commands; what a build makes is tested through ``briefing build``, which is the same build."""

from __future__ import annotations

import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin

from briefing import mkdocs_plugin
from briefing.model import Tree
from briefing.press.finished import BUILD_ID, Finished, build_id, digests_of
from briefing.testing.publication import EVERY_FORM, SURROUNDINGS
from briefing.testing.sites import site

MKDOCS = str(Path(sys.executable).parent / "mkdocs")
PAST = {path.replace("2031-", "2021-"): text.replace("2031", "2021") for path, text in {**SURROUNDINGS, **EVERY_FORM}.items()}
ISSUE = "content/issues/2021-05-16-pilot-hours.md"


def built(config_file: Path, *, strict: bool = False, plugins: tuple[BasePlugin, ...] = ()) -> MkDocsConfig:  # type: ignore[type-arg]  # as MkDocs has it
    """A build as ``mkdocs build`` does it, with further plug-ins that need no distribution."""
    config = load_config(str(config_file), strict=strict)
    for number, plugin in enumerate(plugins):
        config.plugins[f"other-{number}"] = plugin
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    return config


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def left_over(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_after_the_build_the_configuration_names_the_real_site_again(tmp_path: Path) -> None:
    """What runs then, gh-deploy for one, takes the site from there."""
    assert built(site(tmp_path, PAST)).site_dir == str(tmp_path / "site")
    assert left_over(tmp_path) == []


def test_issues_are_not_in_the_navigation_and_pages_are_in_its_order(tmp_path: Path) -> None:
    nav = "nav:\n  - Method: method.md\n  - About us: about.md\n"
    pages = {"content/about.md": "# About\n", "content/method.md": "# Method\n"}
    built(site(tmp_path, {**PAST, **pages, "mkdocs.yml": PAST["mkdocs.yml"] + nav}), strict=True)
    page = (tmp_path / "site/about/index.html").read_text(encoding="utf-8")
    assert "Content-Security-Policy" in page
    assert 0 < page.index(">Method</a>") < page.index(">About us</a>")
    assert "2021-05-16-pilot-hours" not in page


def test_a_page_may_link_to_issues_pages_and_files(tmp_path: Path) -> None:
    about = "[one](issues/2021-05-16-pilot-hours.md) [two](index.md) [three](data.csv) ![four](assets/rests.png)\n"
    built(site(tmp_path, {**PAST, "content/about.md": about, "content/data.csv": "a,b\n"}), strict=True)
    page = (tmp_path / "site/about/index.html").read_text(encoding="utf-8")
    for address in ("../issues/pilot-hours/", "../data.csv", "../assets/rests.png"):
        assert f'"{address}"' in page
    assert (tmp_path / "site/data.csv").read_text() == "a,b\n"


def test_a_page_that_links_to_a_withheld_issue_is_warned_of(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    files_ = {**PAST, "content/about.md": "[next](issues/2021-06-20-next.md)\n"}
    files_["content/issues/2021-06-20-next.md"] = (
        EVERY_FORM["drafts/2031-06-13-tugs.md"].replace("issue: 3", "issue: 4").replace("2031", "2021")
    )
    with pytest.raises(Abort):
        built(site(tmp_path, files_), strict=True)
    assert "2021-06-20-next.md" in caplog.text
    assert not (tmp_path / "site").exists()


def test_findings_go_to_mkdocs_log_at_their_level(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "mkdocs")
    built(site(tmp_path, {**PAST, "content/.notes": "x"}))
    levels = {record.getMessage(): record.levelname for record in caplog.records if record.name == "mkdocs.plugins.briefing"}
    (warning,) = (text for text, level in levels.items() if level == "WARNING")
    assert warning.startswith("briefing: content/.notes:1:1: warning[P406]")
    assert any("quotations" in text for text, level in levels.items() if level == "INFO")


def test_an_error_stops_mkdocs_before_anything_is_written(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Abort):
        built(site(tmp_path, {**PAST, "content/reply.eml": "x"}))
    assert "content/reply.eml:1:1: error[P406]" in caplog.text
    assert "nothing was written" in caplog.text
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "drafts", "mkdocs.yml", "sources"]


class _Late(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # as MkDocs has it
    """Somebody else's plug-in that acts after the pages are built."""

    def __init__(self, action: str) -> None:
        self.action = action

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        page = Path(config.site_dir) / "issues/pilot-hours/index.html"
        if self.action == "warn":
            logging.getLogger("mkdocs.plugins.late").warning("late")
        elif self.action == "edit":
            page.write_text(page.read_text(encoding="utf-8").replace("<strong>nobody</strong>", ""), encoding="utf-8")
        elif self.action == "add":
            (page.parent / "late.txt").write_bytes(b"late")
        elif self.action == "fail":
            raise RuntimeError("late")


@pytest.mark.parametrize("action", ["warn", "edit", "fail"])
def test_what_other_plug_ins_do_last_is_seen_before_the_swap(tmp_path: Path, action: str) -> None:
    config_file = site(tmp_path, PAST)
    built(config_file)
    good = files(tmp_path / "site"), files(tmp_path / "dist")
    (tmp_path / "content/about.md").write_text("New.\n", encoding="utf-8")
    with pytest.raises((MkDocsException, RuntimeError)):
        built(config_file, strict=action == "warn", plugins=(_Late(action),))
    assert (files(tmp_path / "site"), files(tmp_path / "dist")) == good
    assert left_over(tmp_path) == []


def test_the_id_of_a_build_is_made_of_all_that_lies_there_in_the_end(tmp_path: Path) -> None:
    built(site(tmp_path, PAST), plugins=(_Late("add"),))
    there = Finished({Tree.SITE: tmp_path / "site", Tree.DIST: tmp_path / "dist"})
    assert there[Tree.SITE, "issues/pilot-hours/late.txt"] == b"late"
    assert (tmp_path / "site" / BUILD_ID).read_text(encoding="ascii") == f"{build_id(digests_of(there))}\n"


def test_a_plug_in_that_does_nothing_changes_no_byte(tmp_path: Path) -> None:
    config_file = site(tmp_path, PAST)
    built(config_file)
    plain = files(tmp_path / "site")
    built(config_file, plugins=(_Late("nothing"),))
    assert files(tmp_path / "site") == plain


def test_a_partial_build_is_refused(tmp_path: Path) -> None:
    site(tmp_path, PAST)
    result = subprocess.run([MKDOCS, "build", "--dirty"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "--dirty" in result.stdout + result.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("theme", ["theme: {name: material, font: false}\n", "theme: {name: mkdocs}\n"])
def test_the_theme_of_mkdocs_makes_no_difference(tmp_path: Path, theme: str) -> None:
    built(site(tmp_path / "a", PAST))
    built(site(tmp_path / "b", {**PAST, "mkdocs.yml": PAST["mkdocs.yml"] + theme}), strict=True)
    assert files(tmp_path / "a/site") == files(tmp_path / "b/site")


def test_the_publications_own_templates_take_the_place_of_ours(tmp_path: Path) -> None:
    own = {"overrides/assets/mine.css": "a{}", "overrides/page.html": "{{ page.title }}: mine\n"}
    config_file = site(
        tmp_path,
        {
            **PAST,
            **own,
            "content/about.md": "x\n",
            "mkdocs.yml": PAST["mkdocs.yml"] + "theme: {name: mkdocs, custom_dir: overrides}\n",
        },
    )
    built(config_file)
    assert (tmp_path / "site/about/index.html").read_text() == "About: mine"
    assert (tmp_path / "site/assets/mine.css").read_text() == "a{}"


def test_the_shell_is_thin() -> None:
    assert len(Path(mkdocs_plugin.__file__).read_text(encoding="utf-8").splitlines()) <= 150


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = folder / "serve.log"
    with log.open("w") as output:
        command = [MKDOCS, "serve", "--dev-addr", f"127.0.0.1:{port}"]
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background ignores it, and so would its children
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output, env={**os.environ, "PYTHONUNBUFFERED": "1"})
        try:
            wait_for(lambda: "Serving on" in log.read_text(), process)
            yield f"http://127.0.0.1:{port}/bulletin/"
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(20)
            finally:
                process.kill()
                process.wait()


def wait_for(true: object, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while not true():  # type: ignore[operator]  # a function without arguments
        assert process.poll() is None, "mkdocs serve has ended"
        assert time.monotonic() < deadline, "mkdocs serve did not get there"
        time.sleep(0.1)


def page(address: str) -> str:
    with urlopen(address, timeout=5) as answer:  # noqa: S310  # our own server
        return str(answer.read().decode()).partition("livereload(")[0]


@pytest.mark.slow
def test_a_preview_follows_changes_and_keeps_the_last_good_one_through_a_fault(tmp_path: Path) -> None:
    site(tmp_path, PAST)
    with serving(tmp_path) as base:
        address = f"{base}issues/pilot-hours/"
        first = page(address)
        assert "Content-Security-Policy" not in first
        assert "https://lantern.example/bulletin/" in page(f"{base}feed.xml")
        log = tmp_path / "serve.log"
        text = (tmp_path / ISSUE).read_text(encoding="utf-8")
        (tmp_path / ISSUE).write_text(text.replace("[@anon-7k2q]", "[@anon-0000]"), encoding="utf-8")
        deadline = time.monotonic() + 30
        while "error[" not in log.read_text() and time.monotonic() < deadline:
            time.sleep(0.1)
        assert "error[" in log.read_text()
        time.sleep(0.5)
        assert page(address) == first
        source = tmp_path / "sources/anon-7k2q.yml"
        (tmp_path / ISSUE).write_text(text, encoding="utf-8")
        source.write_text(
            source.read_text(encoding="utf-8").replace("a person who has seen", "somebody who has seen"), encoding="utf-8"
        )
        deadline = time.monotonic() + 30
        while "somebody who has seen" not in page(address) and time.monotonic() < deadline:
            time.sleep(0.2)
        assert "somebody who has seen" in page(address)
    assert not (tmp_path / "dist").exists()
    assert not (tmp_path / "site").exists()
    assert left_over(tmp_path) == []
