"""What must not be published is refused with its place and what to do, and the last good site is still whole."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable

import pytest

from tests.acceptance.conftest import Built
from tests.acceptance.filed import described_keys, quotations
from tests.acceptance.project import Project, tree

pytestmark = pytest.mark.acceptance

Plant = Callable[[Project], tuple[str, int]]
"""Puts one fault into the project and says in which file and on which line."""


def in_issue(project: Project, line: int) -> tuple[str, int]:
    """A place in the issue that quotes."""
    return f"content/issues/{project.issue.name}", line


def a_colon_in_the_title(project: Project) -> tuple[str, int]:
    return in_issue(project, project.edit(r"^title: .*$", "title: SIM: the row"))


def an_unknown_key(project: Project) -> tuple[str, int]:
    return in_issue(project, project.edit(r"^description:", "descripton:"))


def an_unknown_key_beside_the_known(project: Project) -> tuple[str, int]:
    return in_issue(project, project.edit(r"^follows: ", "sent-by: pigeon\nfollows: "))


def a_duplicate_issue_number(project: Project) -> tuple[str, int]:
    """A third issue, later than both, takes the number of the second."""
    text = project.issues[0].read_text(encoding="utf-8")
    name = "content/issues/2021-08-13-another.md"
    changed = re.sub(
        r"^issue: .*$", "issue: 2", re.sub(r"^date: .*$", "date: 2021-08-13", text, flags=re.MULTILINE), flags=re.MULTILINE
    )
    (project.folder / name).write_text(changed, encoding="utf-8")
    return name, changed[: changed.index("\nissue: ") + 1].count("\n") + 1


def a_dangling_follows(project: Project) -> tuple[str, int]:
    return in_issue(project, project.edit(r"^follows: 1$", "follows: 9"))


def an_html_comment(project: Project) -> tuple[str, int]:
    return in_issue(project, project.append("A line of ours. <!-- ring them back -->"))


def an_html_comment_of_its_own(project: Project) -> tuple[str, int]:
    return in_issue(project, project.append("<!--\nring them back\n-->"))


def a_script(project: Project) -> tuple[str, int]:
    return in_issue(project, project.append("<script>alert(1)</script>"))


def a_message_in_content(project: Project) -> tuple[str, int]:
    path = project.folder / "content" / "assets" / "from-the-desk.eml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("From: desk@bulletin.example\n\nNotes.\n", encoding="utf-8")
    return "content/assets/from-the-desk.eml", 1


def a_symlink_in_content(project: Project) -> tuple[str, int]:
    (project.folder / "content" / "people.md").symlink_to(project.folder / "sources" / "people.yml")
    return "content/people.md", 1


def an_attribution_that_says_too_much(project: Project) -> tuple[str, int]:
    (key,) = described_keys(project.folder)
    source = project.folder / "sources" / f"{key}.yml"
    source.write_text(source.read_text(encoding="utf-8").rstrip() + "\ndirect-quote: agreed\n", encoding="utf-8")
    line = project.append(f"> “Nobody had asked them.”\n>\n> — Prudence Makepeace, night porter [@{key}]")
    return in_issue(project, line + 2)


def an_unclosed_quotation(project: Project) -> tuple[str, int]:
    quotation = next(one for one in quotations(project.issue) if len(one.parts) == 1 and one.length > 3)
    lines = project.issue.read_text(encoding="utf-8").splitlines(keepends=True)
    index = quotation.first_line - 1
    before, mark, after = lines[index].partition("”")
    assert mark
    lines[index] = before + after
    project.issue.write_text("".join(lines), encoding="utf-8")
    return in_issue(project, quotation.first_line)


def a_heading_inside_a_running_quotation(project: Project) -> tuple[str, int]:
    quotation = next(one for one in quotations(project.issue) if len(one.parts) > 1)
    lines = project.issue.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[quotation.first_line : quotation.first_line] = ["\n", "## Between\n"]
    project.issue.write_text("".join(lines), encoding="utf-8")
    return in_issue(project, quotation.first_line + 2)


def a_slug_that_climbs_out(project: Project) -> tuple[str, int]:
    return in_issue(project, project.edit(r"^follows: ", "slug: ../../evil\nfollows: "))


FAULTS: tuple[Plant, ...] = (
    a_colon_in_the_title,
    an_unknown_key,
    an_unknown_key_beside_the_known,
    a_duplicate_issue_number,
    a_dangling_follows,
    an_html_comment,
    an_html_comment_of_its_own,
    a_script,
    a_message_in_content,
    a_symlink_in_content,
    an_attribution_that_says_too_much,
    an_unclosed_quotation,
    a_heading_inside_a_running_quotation,
    a_slug_that_climbs_out,
)


@pytest.fixture(params=FAULTS, ids=lambda plant: plant.__name__.replace("_", "-"))
def plant(request: pytest.FixtureRequest) -> Plant:
    """One fault after the other."""
    fault: Plant = request.param
    return fault


def test_a_fault_stops_the_build_and_leaves_the_last_good_site(project: Project, built: Built, plant: Plant) -> None:
    shutil.copytree(built.project.site.parent, project.site.parent)
    good = tree(project.site.parent)
    assert "site/index.html" in good

    path, line = plant(project)
    run = project.build()

    assert run.status == 1, run.output
    assert tree(project.site.parent) == good
    assert [entry.name for entry in project.folder.parent.iterdir() if entry.name not in {"project", "out"}] == []
    assert run.errors, run.output
    first = run.errors[0]
    assert first.path.endswith(path), run.output
    assert first.line == line, run.output
    assert first.column >= 1
    assert first.help, run.output


def test_one_fault_is_one_finding(project: Project, plant: Plant) -> None:
    plant(project)
    assert len(project.check().errors) == 1


def test_an_attribution_that_says_too_much_is_not_echoed(project: Project) -> None:
    an_attribution_that_says_too_much(project)
    run = project.check()
    assert run.errors[0].code == "P410"
    assert "Makepeace" not in run.output
    assert "porter" not in run.output


@pytest.mark.slow
def test_mkdocs_refuses_what_briefing_refuses_and_keeps_its_last_good_site(project: Project) -> None:
    arguments = ("build", "-f", str(project.folder / "mkdocs.yml"))
    assert project.run("mkdocs", *arguments).status == 0
    good = tree(project.folder / "site"), tree(project.folder / "dist")
    project.append("<script>alert(1)</script>")
    run = project.run("mkdocs", *arguments)
    assert run.status != 0
    assert "hint" in run.output
    assert (tree(project.folder / "site"), tree(project.folder / "dist")) == good
