"""What readers are told of how quotations were checked."""

from __future__ import annotations

from briefing.model import Checking, Issue
from briefing.testing import archive
from tests.locks import LOCK, locked

COPY = "content/issues/2031-05-16-copy.md"
EMAIL = "sources/board-email.yml"
FILES = {
    COPY: ("The chair said: “We read every letter.” [@board-email] And then: “We act on those we can.” [@board-email]\n"),
    EMAIL: "kind: email\nlevel: named\nauthor: orla-venn\nissued: 2031-05\nevidence: [mail.eml]\n",
}


def cleared(*verdicts: str, accepted: tuple[str, ...] = (), flags: tuple[str, ...] = (), **changes: str) -> Issue:
    files = {**FILES, EMAIL: FILES[EMAIL] + "".join(f"{key}: {value}\n" for key, value in changes.items())}
    (issue,) = archive(locked(files, *verdicts, accepted=accepted, flags=flags)).issues
    return issue


def line(issue: Issue) -> str:
    (note,) = issue.notes
    return note.checked


def test_a_note_says_what_its_quotations_were_checked_against() -> None:
    issue = cleared("VERBATIM", "TRIMMED")
    assert line(issue) == "Checked word for word against the email."
    assert [one.verdict for one in issue.quotations] == [Checking.EXACT, Checking.EXACT]


def test_one_marked_cut_is_said_for_all() -> None:
    issue = cleared("SET", "MARKED")
    assert line(issue) == "Checked word for word against the email, with cuts marked."
    assert [one.verdict for one in issue.quotations] == [Checking.EXACT, Checking.CUT]


def test_a_note_says_nothing_unless_all_its_quotations_agree() -> None:
    for other in ("UNREAD", "NOT HELD", "PUNCTUATION", "CLEANED"):
        issue = cleared("VERBATIM", other)
        assert line(issue) == ""
        assert [one.verdict for one in issue.quotations] == [Checking.EXACT, Checking.UNSAID]


def test_nothing_is_said_of_what_was_waived() -> None:
    assert line(cleared("VERBATIM", accepted=("waived",))) == ""


def test_nothing_is_said_of_what_an_editor_has_not_accepted_yet() -> None:
    assert line(cleared("MARKED", flags=("V304",))) == ""
    assert (
        line(cleared("MARKED", flags=("V304",), accepted=("V304",)))
        == "Checked word for word against the email, with cuts marked."
    )


def test_nothing_is_said_without_a_lock() -> None:
    (issue,) = archive(FILES).issues
    assert line(issue) == ""
    assert {one.verdict for one in issue.quotations} == {Checking.UNSAID}


def test_nothing_is_said_of_evidence_that_was_reconstructed() -> None:
    issue = cleared("VERBATIM", reconstructed="true")
    assert line(issue) == ""
    assert {one.verdict for one in issue.quotations} == {Checking.UNSAID}


def test_short_quotations_alone_say_nothing() -> None:
    copy = "The chair said “no comment”. [@board-email]\n"
    (issue,) = archive(locked({**FILES, "content/issues/2031-05-16-copy.md": copy})).issues
    assert line(issue) == ""
    assert issue.quotations[0].verdict is Checking.UNSAID
    longer = copy + "\nAnd: “We read every letter.” [@board-email]\n"
    (issue,) = archive(locked({**FILES, "content/issues/2031-05-16-copy.md": longer})).issues
    assert line(issue) == "Checked word for word against the email."


def test_of_two_sources_cited_at_once_only_the_one_with_the_words_says_so() -> None:
    copy = "The chair said: “We read every letter.” [@board-email; @venn-reply]\n"
    (issue,) = archive(locked({**FILES, "content/issues/2031-05-16-copy.md": copy})).issues
    assert [note.checked for note in issue.notes] == ["Checked word for word against the email.", ""]


def test_a_source_that_is_cited_and_not_quoted_says_nothing() -> None:
    copy = FILES["content/issues/2031-05-16-copy.md"] + "\nThe rule is old. [@guild-letter]\n"
    (issue,) = archive(locked({**FILES, "content/issues/2031-05-16-copy.md": copy})).issues
    assert [bool(note.checked) for note in issue.notes] == [True, False]


def test_nothing_is_said_of_a_described_source() -> None:
    files = {
        "content/issues/2031-05-16-copy.md": "She said: “We burnt the old rosters.” [@anon-7k2q]\n",
        "sources/anon-7k2q.yml": "kind: testimony\nlevel: described\ndescribe: a person\ndirect-quote: agreed\n",
    }
    with_lock = archive(locked(files))
    assert LOCK in locked(files)
    assert with_lock.issues == archive(files).issues


def test_nothing_of_an_imported_issue_is_ever_called_checked() -> None:
    verdicts = ("VERBATIM", "VERBATIM")
    copy = f"---\ntitle: Letters\nissue: 1\ndescription: The harbour board has read what it was sent, and says so.\n{{}}---\n\n{FILES[COPY]}"
    own, imported = (
        archive(locked({**FILES, COPY: copy.format(more)}, *verdicts)).issues[0] for more in ("", "archive: imported\n")
    )
    assert (own.imported, own.quotations[0].verdict, bool(line(own))) == (False, Checking.EXACT, True)
    assert (imported.imported, {one.verdict for one in imported.quotations}, line(imported)) == (True, {Checking.UNSAID}, "")
