"""``briefing import``: a filed text becomes a draft. Everything quoted here is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commanded import briefing, project
from tests.verification.documents import docx, word_xml

NOW = "--now=2031-06-01T12:00"
FILED = """\
The guild wrote to the board again: "Since January no pilot has had the eleven hours…

"We call it a paper rule."\u00a0

Who counts

Ms Venn said it was “not a matter for the board”.\t
"""


def imported(folder: Path) -> str:
    (place,) = (place for place in (folder / "drafts").iterdir() if place.name != "2031-06-13-tugs.md")
    return place.read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_filed_text_becomes_a_draft_and_check_names_what_is_missing(tmp_path: Path) -> None:
    folder, filed = project(tmp_path), tmp_path / "Copy as filed.txt"
    filed.write_text(FILED, encoding="utf-8")
    done = briefing(folder, "import", filed.name, NOW)
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "drafts/2031-06-27-copy-as-filed.md: issue 4, Friday, 27 June 2031",
        "  1 subhead: Who counts",
        "  3 straight marks curled",
        "  2 lines with blanks at the end: taken off",
        "  2 quotations, 1 of them over several paragraphs; 2 citations to fill in",
        "    1. line 10: “Since January no pilot has had the eleven hours…  → @guild-letter",
        "    2. line 16: “not a matter for the board  → Ms Venn?, @venn-reply",
        "next: briefing check says what is to be filled in; the file itself was not touched",
    ]
    assert imported(folder).endswith(
        "\n---\n\nThe guild wrote to the board again: “Since January no pilot has had the eleven hours…\n\n"
        "“We call it a paper rule.” [@todo]\n\n## Who counts\n\nMs Venn said it was “not a matter for the board”. [@todo]\n"
    )
    check = briefing(folder, "check", NOW)
    told = [line.rpartition("note[")[2] for line in check.out.splitlines() if line.startswith("drafts/2031-06-27")]
    assert [line[:4] for line in told] == ["F206", "F206", "C201", "C201"]
    again = briefing(folder, "import", filed.name, "--now=2031-07-20T12:00")
    assert again.status == 2
    assert "drafts/2031-06-27-copy-as-filed.md is there already: nothing was written" in again.err
    assert filed.read_text(encoding="utf-8") == FILED


@pytest.mark.slow
def test_word_files_and_web_pages_are_read_with_their_headings_and_without_what_is_struck(tmp_path: Path) -> None:
    folder = project(tmp_path)
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Who counts the hours?</w:t></w:r></w:p>'
    body = word_xml("The guild {+now+} said {-never-} it rests.\n\nNobody does.").replace("<w:p>", "<w:p >", 1)
    word = docx(body.replace("<w:p>", f"{heading}<w:p>", 1))
    (tmp_path / "word.docx").write_bytes(word)
    assert briefing(folder, "import", "word.docx", NOW).status == 0
    assert imported(folder).endswith("---\n\nThe guild now said it rests.\n\n## Who counts the hours?\n\nNobody does.\n")
    page = "<title>x</title><p>The guild <del>never</del> rests.<h3>Who counts\n the hours?</h3><p>Nobody does."
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    done = briefing(folder, "import", "page.html", NOW, "--dry-run")
    assert "1 struck, hidden or commented passage left out" in done.out
    assert "The guild rests.\n\n## Who counts the hours?\n\nNobody does.\n\nnothing was written" in done.out


@pytest.mark.slow
def test_markdown_keeps_its_mark_up_and_leaves_its_own_front_matter_out(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (tmp_path / "filed.md").write_text("---\ntitle: x\n---\n# Who *counts*\n\n- [one](https://a.example)\n", encoding="utf-8")
    done = briefing(folder, "import", "filed.md", NOW, "--dry-run")
    assert 'title: "Who *counts*"' in done.out
    assert "---\n\n- [one](https://a.example)\n" in done.out
    assert "its front matter was left out" in done.out


@pytest.mark.slow
def test_a_file_that_is_no_text_is_wrong_usage(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (tmp_path / "word.docx").write_bytes(b"no")
    (tmp_path / "word.odt").write_bytes(b"no")
    for name in ("word.docx", "word.odt"):
        done = briefing(folder, "import", name)
        assert (done.status, done.out) == (2, "")
        assert name in done.err
