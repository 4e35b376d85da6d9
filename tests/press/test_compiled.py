"""Templates that are kept compiled: the same website sooner, and never one of other templates."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefing.editions.web import WebEdition
from briefing.editions.web.templates import environment_of
from briefing.press.compiled import compiled_templates
from briefing.press.theme import load_theme
from briefing.testing import sample_archive

TEMPLATES = {"web/page.html": "<p>{{ words }}</p>", "web/broken.html": "{% if %}", "email/text": "{% if %}"}


def shown(templates: dict[str, str], kept: Path) -> str:
    return environment_of(templates, compiled_templates(templates, kept)).get_template("web/page.html").render(words="a<b")


def test_a_website_of_kept_templates_is_the_same(tmp_path: Path) -> None:
    first, again = load_theme(kept=tmp_path), load_theme(kept=tmp_path)
    assert first.compiled
    assert again.compiled == first.compiled
    plain = WebEdition().render(sample_archive(), load_theme())
    assert WebEdition().render(sample_archive(), again) == plain


def test_without_a_folder_nothing_is_kept() -> None:
    assert load_theme().compiled == {}


def test_a_template_that_changed_is_compiled_again(tmp_path: Path) -> None:
    assert shown(TEMPLATES, tmp_path) == "<p>a&lt;b</p>"
    assert shown({**TEMPLATES, "web/page.html": "<b>{{ words }}</b>"}, tmp_path) == "<b>a&lt;b</b>"
    other = load_theme(kept=tmp_path)
    changed = {**other.templates, "web/404.html": "changed"}
    files = WebEdition().render(sample_archive(), replace(other, templates=changed)).artifacts
    assert next(file.content for file in files if file.path == "404.html") == b"changed"


def test_what_is_kept_is_made_anew_where_it_was_damaged(tmp_path: Path) -> None:
    shown(TEMPLATES, tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert shown(TEMPLATES, tmp_path) == "<p>a&lt;b</p>"


def test_what_nobody_uses_any_more_does_not_pile_up(tmp_path: Path) -> None:
    for number in range(9):
        shown({"web/page.html": f"{number}"}, tmp_path)
    assert len(list(tmp_path.iterdir())) == 4


def test_where_nothing_can_be_kept_the_website_is_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert shown(TEMPLATES, tmp_path / "file") == "<p>a&lt;b</p>"
