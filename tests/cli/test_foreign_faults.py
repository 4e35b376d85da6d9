"""What fails and is neither copy nor ours: a template of the publication's own, a hook."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.press.theme import shipped_theme
from briefing.testing.publication import EVERY_FORM, SURROUNDINGS
from tests.cli.commanded import Finished, briefing, project

ISSUE_PAGE = (shipped_theme() / "web" / "issue.html").read_text(encoding="utf-8")
ADDED = ISSUE_PAGE.replace("</article>", "FAULT</article>", 1)
LINE = ADDED[: ADDED.index("FAULT")].count("\n") + 1


def built(folder: Path, settings: str, files: dict[str, str]) -> Finished:
    mkdocs = SURROUNDINGS["mkdocs.yml"] + settings
    return briefing(project(folder, {**EVERY_FORM, "mkdocs.yml": mkdocs, **files}), "build", "--now", "2031-06-01T12:00")


@pytest.mark.parametrize(
    ("template", "line", "words"),
    [
        (ADDED.replace("FAULT", "{% endblok %}"), LINE, "TemplateSyntaxError: Encountered unknown tag 'endblok'"),
        (ADDED.replace("FAULT", "{{ nothing.here }}"), LINE, "UndefinedError: 'nothing' is undefined"),
        (ADDED.replace("FAULT", "{{ 'x' | nofilter }}"), LINE, "TemplateAssertionError: No filter named 'nofilter'"),
        (ADDED.replace("FAULT", "{{ 1 / 0 }}"), LINE, "ZeroDivisionError: division by zero"),
        (ADDED.replace("FAULT", '{% include "x.html" %}'), LINE, "there is no template “x.html”: names begin with web/"),
        ('{% extends "web/issue.html" %}', 1, "it includes or extends itself"),
    ],
)
def test_a_broken_template_is_named_with_its_line(tmp_path: Path, template: str, line: int, words: str) -> None:
    result = built(tmp_path, "theme: {name: material, custom_dir: overrides}\n", {"overrides/issue.html": template})
    assert result.status == 1
    assert f"the template {tmp_path}/overrides/issue.html, line {line}: {words}" in result.err
    assert "bug" not in result.err
    assert not (tmp_path / "site").exists()


def test_a_template_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides" / "page.html").write_bytes(b"caf\xe9")
    result = built(tmp_path, "theme: {name: material, custom_dir: overrides}\n", {})
    assert result.status == 1
    assert f"the template {tmp_path}/overrides/page.html is not UTF-8 text: byte 3" in result.err


def test_a_hook_that_fails_is_named_with_its_line(tmp_path: Path) -> None:
    hook = "def on_page_markdown(markdown, **_):\n    raise ValueError('boom')\n"
    result = built(tmp_path, "hooks: [hook.py]\n", {"hook.py": hook})
    assert result.status == 1
    assert re.search(r"a hook or another plug-in of MkDocs failed: \S*hook\.py, line 2: ValueError: boom", result.err)
    assert not [path for path in tmp_path.iterdir() if ".briefing-" in path.name]
