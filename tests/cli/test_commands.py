from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing import __version__
from briefing.cli import checking, failing
from briefing.cli.commands import commands
from briefing.press import PluginFailedError
from briefing.testing.publication import EVERY_FORM
from briefing.testing.sites import site
from tests.locks import locked

NOW = ("--now", "2031-06-01T12:00")


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(commands, arguments)
    return result.exit_code, result.stdout, result.stderr


def failing_with(error: Exception, monkeypatch: pytest.MonkeyPatch, *options: str) -> tuple[int, str, str]:
    def fail(*_arguments: object, **_options: object) -> bool:
        raise error

    monkeypatch.setattr(checking, "run", fail)
    config = "pyproject.toml" if Path("pyproject.toml").exists() else __file__
    return run("check", "-f", config, *options)


def test_the_version_is_told() -> None:
    assert run("--version") == (0, f"briefing, version {__version__}\n", "")


def test_a_clean_project_ends_with_nought_and_a_faulty_one_with_one(tmp_path: Path) -> None:
    config = str(site(tmp_path, locked(EVERY_FORM)))
    assert run("check", "-f", config, *NOW) == (0, "0 errors, 0 warnings, 0 notes\n", "")
    (tmp_path / "content/reply.eml").write_text("x")
    status, out, _ = run("check", "-f", config, *NOW)
    assert status == 1
    assert "error[P406]" in out
    assert out.endswith("1 error, 0 warnings, 0 notes\n")


def test_warnings_count_only_where_strict_is_asked_for(tmp_path: Path) -> None:
    config = str(site(tmp_path, {**EVERY_FORM, "content/.notes": "x"}))
    assert run("check", "-f", config, *NOW)[0] == 0
    assert run("check", "-f", config, "--strict", *NOW)[0] == 1


def test_every_form_of_findings_keeps_the_summary_out_of_what_a_program_reads(tmp_path: Path) -> None:
    config = str(site(tmp_path, {**locked(EVERY_FORM), "content/reply.eml": "x"}))
    status, out, err = run("check", "-f", config, "--format", "json", *NOW)
    assert (status, [row["code"] for row in json.loads(out)]) == (1, ["P406"])
    assert err == "1 error, 0 warnings, 0 notes\n"
    assert run("check", "-f", config, "--format", "github", *NOW)[1].startswith("::error file=")


@pytest.mark.parametrize(
    "arguments",
    [("check", "-f", "nowhere.yml"), ("check", "--now", "soon"), ("build", "--format", "pdf"), ("publish",), ("check", "--fast")],
)
def test_wrong_usage_ends_with_two(arguments: tuple[str, ...]) -> None:
    status, _, err = run(*arguments)
    assert status == 2
    assert "Usage:" in err


def test_a_bug_ends_with_three_and_says_what_to_do_without_quoting_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    status, _, err = failing_with(KeyError("a name from the copy"), monkeypatch)
    assert status == failing.BUG == 3
    assert "this is a bug in briefing" in err
    assert f"briefing {__version__}, mkdocs 1." in err
    assert "a name from the copy" not in err
    assert "Traceback" not in err


def test_a_traceback_is_shown_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Traceback" in failing_with(KeyError("x"), monkeypatch, "--traceback")[2]


@pytest.mark.parametrize("error", [PluginFailedError("the plug-in “x” of y failed"), OSError(28, "No space left on device")])
def test_a_broken_plug_in_and_a_full_disk_are_no_bugs(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    status, _, err = failing_with(error, monkeypatch)
    assert status == 1
    assert err == f"briefing: {error}\n"


def imported(*arguments: str) -> set[str]:
    """The modules a run of the command has imported."""
    code = "import sys\nfrom briefing.cli import main\nsys.argv[1:] = sys.argv[2:]\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    result = subprocess.run([sys.executable, "-c", code, "-", *arguments], capture_output=True, text=True, check=False)
    return set(result.stderr.split())


def test_check_imports_neither_mkdocs_nor_any_edition_and_help_not_even_the_reader(tmp_path: Path) -> None:
    config = str(site(tmp_path, EVERY_FORM))
    seen = imported("check", "-f", config, *NOW)
    assert "briefing.checks" in seen
    assert {name for name in seen if name.split(".")[0] in {"mkdocs", "material", "feedgen"}} == set()
    assert "briefing.reading" not in imported("--help")


def test_a_terminal_that_lacks_letters_is_no_reason_to_fail(tmp_path: Path) -> None:
    config = str(site(tmp_path, {**EVERY_FORM, "content/reply.eml": "x"}))
    command = [str(Path(sys.executable).parent / "briefing"), "check", "-f", config, *NOW]
    result = subprocess.run(command, capture_output=True, check=False, env={"PYTHONIOENCODING": "ascii", "PATH": ""})
    assert result.returncode == 1, result.stderr
    assert b"P406" in result.stdout
