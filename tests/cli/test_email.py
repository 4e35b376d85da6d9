"""What the commands about emails print."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli import email_support
from briefing.cli.commands import commands
from briefing.testing import EVERY_FORM, site
from tests.press.test_received import BUILT, RECEIVED

NOW = ("--now", "2031-06-01T12:00")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(commands, arguments)
    return result.exit_code, result.output


def test_support_prints_the_matrix_and_why_each_loss_is_harmless() -> None:
    status, said = run("email", "support")
    assert status == 0
    assert "caniemail, 2026-" in said
    assert "┌ Outlook Windows" in said
    assert "css-white-space" in said
    assert "css-font  " not in said
    assert "css-white-space: a long line of code makes the mail scroll sideways" in said
    assert "NOT REVIEWED" not in said


def test_data_of_last_year_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(email_support, "OLDEST", 100_000)
    assert "days old" not in run("email", "support")[1]
    monkeypatch.setattr(email_support, "OLDEST", -100_000)
    assert "days old: update mkdocs-briefing" in run("email", "support")[1]


def test_support_prints_what_all_programs_have_if_asked() -> None:
    assert "css-font  " in run("email", "support", "--all")[1]


@pytest.mark.parametrize(
    ("message", "status", "expected"),
    [
        (RECEIVED, 0, "the words, links and headers are those that were built"),
        (RECEIVED.replace(b"altered", b"filed", 1), 1, "DIFFERS   the text, after “"),
        (b"nothing", 1, "this is no message that can be compared"),
    ],
)
def test_verify_tells_what_differs(tmp_path: Path, message: bytes, status: int, expected: str) -> None:
    (tmp_path / "received.eml").write_bytes(message)
    (tmp_path / "built.eml").write_bytes(BUILT)
    done = run("email", "verify", str(tmp_path / "received.eml"), "--against", str(tmp_path / "built.eml"))
    assert done[0] == status
    assert expected in done[1]


def test_check_holds_emails_to_the_preflight_if_asked(tmp_path: Path) -> None:
    path = "content/issues/2031-05-16-pilot-hours.md"
    files = {
        **EVERY_FORM,
        path: EVERY_FORM[path].replace("title: ", "title: Very much longer than anything that a subject should be, ", 1),
    }
    config = str(site(tmp_path, files))
    without, with_preflight = (run("check", "-f", config, *NOW, *more) for more in ((), ("--email",)))
    assert "E239" not in without[1]
    assert "E239" in with_preflight[1]
    assert f"{path}:" in with_preflight[1]
