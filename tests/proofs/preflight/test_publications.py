"""Every issue of the sample publication, and the acceptance issue where it lies beside the checkout, is fit to send."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.clearance import clear
from briefing.diagnostics import Severity
from briefing.editions.email import EmailEdition
from briefing.model import Archive, Figure, Issue, Tree
from briefing.model.words import words
from briefing.press import Composition, compose, find_checks, preflight, read_project
from briefing.press.theme import load_theme
from tests.acceptance.conftest import FOLDER

ROOT = Path(__file__).parents[3]
PROJECTS = {"sample": ROOT, "acceptance": FOLDER / "mental-health-matters"}
A_WORD, FRAME, NEVER_MORE = 19, 4096, 90_000
NOW = datetime(2031, 6, 1, 12, 0, tzinfo=UTC)

pytestmark = pytest.mark.slow  # whole projects, read from files


@pytest.fixture(scope="module", params=PROJECTS)
def project(request: pytest.FixtureRequest) -> Path:
    folder = PROJECTS[request.param]
    if not folder.is_dir():
        pytest.skip("the acceptance project is not beside this checkout (or where BRIEFING_ACCEPTANCE says)")
    return folder / "mkdocs.yml"


@pytest.fixture(scope="module")
def composition(project: Path) -> Composition:
    return compose(read_project(project), find_checks(), NOW)


@pytest.fixture(scope="module")
def archive(composition: Composition) -> Archive:
    assert composition.desk is not None
    return clear(composition.desk, ())


@pytest.fixture(scope="module")
def emails(archive: Archive) -> list[tuple[Issue, str]]:
    made = {file.path: file.content for file in EmailEdition().render(archive, load_theme()).artifacts if file.tree is Tree.DIST}
    return [(issue, made[f"email/{issue.slug}/email.html"].decode("ascii")) for issue in archive.issues if issue.email.send]


def test_the_preflight_has_nothing_against_any_issue(composition: Composition) -> None:
    assert [finding for finding in preflight(composition) if finding.severity > Severity.NOTE] == []


def test_the_html_is_as_light_as_its_words_allow(emails: list[tuple[Issue, str]]) -> None:
    heavy = {issue.slug: len(html) - len(words(issue)) * A_WORD - FRAME for issue, html in emails}
    assert {slug: over for slug, over in heavy.items() if over > 0} == {}
    assert max(len(html) for _, html in emails) <= NEVER_MORE


def test_there_are_no_anchors_and_no_images_but_an_issues_own(emails: list[tuple[Issue, str]]) -> None:
    for issue, html in emails:
        assert re.findall(r'href="#|<a name|<a id', html) == []
        images = [block for block in issue.body if isinstance(block, Figure)]
        assert html.count("<img") <= len(images)
