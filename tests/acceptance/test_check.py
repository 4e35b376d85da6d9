"""What an editor is told about the acceptance copy, as it is and with one thing wrong."""

from __future__ import annotations

import pytest

from tests.acceptance.filed import quotations
from tests.acceptance.project import Project

pytestmark = pytest.mark.acceptance


def test_the_copy_as_filed_has_neither_errors_nor_warnings(project: Project) -> None:
    run = project.check()
    assert run.status == 0, run.output
    assert {finding.severity for finding in run.findings} <= {"note"}


def test_the_space_before_a_closing_mark_is_noted_once(project: Project) -> None:
    text = project.issue.read_text(encoding="utf-8")
    (line,) = [number for number, line in enumerate(text.splitlines(), 1) if " ”" in line or "\u00a0”" in line]
    notes = [finding for finding in project.notes_and_more() if "space" in finding.message]
    assert [(note.severity, note.line, note.path.endswith(project.issue.name)) for note in notes] == [("note", line, True)]


def test_check_writes_nothing(project: Project) -> None:
    before = sorted(project.folder.rglob("*"))
    project.check()
    assert sorted(project.folder.rglob("*")) == before


@pytest.mark.parametrize("number", range(8))
def test_a_quotation_of_four_words_or_more_without_its_citation_is_an_error(project: Project, number: int) -> None:
    quotation = quotations(project.issue)[number]
    text = project.issue.read_text(encoding="utf-8")
    start, end = quotation.citation
    project.issue.write_text(text[:start] + text[end:], encoding="utf-8")
    run = project.check()
    found = [finding for finding in run.findings if finding.severity != "note"]
    if quotation.length < 4:
        assert [finding.severity for finding in found] == ["warning"]
        assert run.status == 0
        return
    (error,) = found
    assert (error.severity, error.code) == ("error", "C202")
    assert (error.line, error.column) == (quotation.first_line, quotation.column)
    assert error.path.endswith(f"content/issues/{project.issue.name}")
    assert error.has_caret
    assert error.help
    assert run.status == 1


def test_most_quotations_of_the_copy_have_four_words_or_more(project: Project) -> None:
    """Else the test above would prove little."""
    assert sum(quotation.length >= 4 for quotation in quotations(project.issue)) == 5


def test_a_misspelt_key_is_an_error_that_names_the_nearest(project: Project) -> None:
    text = project.issue.read_text(encoding="utf-8")
    start = text.index("[@jennings-reply]")
    project.issue.write_text(text[:start] + text[start:].replace("[@jennings-reply]", "[@jenings-reply]", 1), encoding="utf-8")
    run = project.check()
    (error,) = run.errors
    assert error.code == "C201"
    assert error.line == text.count("\n", 0, start) + 1
    assert error.column == start + 1 - text.rfind("\n", 0, start)
    assert error.has_caret
    assert "did you mean @jennings-reply" in "\n".join((error.message, *error.below))
    assert run.status == 1


@pytest.mark.parametrize("form", ["json", "github"])
def test_a_finding_is_the_same_in_every_form(project: Project, form: str) -> None:
    project.edit(r"^title: .*$", "title: SIM: the row")
    (error,) = project.check().errors
    output = project.check("--format", form)
    assert output.status == 1
    assert error.code in output.output
    assert error.message in output.output
