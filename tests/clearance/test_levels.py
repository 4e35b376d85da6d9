"""The table of the authoring format, "Levels say what may be printed", row by row."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.clearance import NotClearedError, clear
from briefing.desk import DescribedRecord, Level, Obtained, PartialDate, Person, PublicRecord, Role, SourceRecord, Withdrawn
from briefing.diagnostics import Span
from briefing.model import Archive
from tests.checks.drafts import desk, draft, public, register

COPY = "He wrote: “We ==knew of it== in May.” [@the-source, p. 4]\n\nIt is so. [@the-source, p. 9]"

EVERYTHING = (
    Person("the-author", "Author Name", full="Author Full", later="Author Later", roles=(Role("Author Role"),)),
    Person("the-recipient", "Recipient Name"),
    Person("the-bystander", "Bystander Name", roles=(Role("Bystander Role"),)),
)


def full_record(level: Level, **changes: object) -> PublicRecord:
    fields = {
        "title": "Title Of It",
        "authors": ("the-author",),
        "to": "the-recipient",
        "issued": PartialDate(2031, 3, 4),
        "obtained": Obtained("foi", ("Released-To",), "Ref-77"),
        "url": "https://url.example/",
        "archive_url": "https://archived.example/",
        "accessed": PartialDate(2031, 3, 9),
        "licence": "Licence Words",
        "publisher": "Publisher Words",
        "evidence": ("evidence-file.eml",),
        "original": "Original Words",
        "publish": True,
        "publish_hash": True,
    }
    return public("the-source", "letter", level, **{**fields, **changes})


def cleared(source: SourceRecord, copy: str = COPY) -> Archive:
    return clear(desk(draft(copy), sources=register(source, people=EVERYTHING)), ())


PRINTED = {
    "name": "Author Name",
    "role": "Author Role",
    "title": "Title Of It",
    "recipient": "Recipient Name",
    "day": "4 March 2031",
    "url": "https://url.example/",
    "archive url": "https://archived.example/",
    "accessed": "9 March 2031",
    "licence": "Licence Words",
    "publisher": "Publisher Words",
    "place in the source": "p. 4",
    "how obtained": "released under the Freedom of Information Act",
    "key, for its page": "the-source",
}
NEVER = {
    "evidence file": "evidence-file",
    "to whom else it was released": "Released-To",
    "our reference": "Ref-77",
    "original of a translation": "Original Words",
    "a person who is not cited": "Bystander",
}


@pytest.mark.parametrize("level", [Level.OPEN, Level.NAMED])
@pytest.mark.parametrize("field", PRINTED)
def test_an_open_or_named_source_prints_it(level: Level, field: str) -> None:
    assert PRINTED[field] in repr(cleared(full_record(level)))


@pytest.mark.parametrize("level", [Level.OPEN, Level.NAMED])
@pytest.mark.parametrize("field", NEVER)
def test_no_source_prints_it(level: Level, field: str) -> None:
    assert NEVER[field] not in repr(cleared(full_record(level)))


@pytest.mark.parametrize("level", [Level.OPEN, Level.NAMED])
def test_an_open_or_named_source_keeps_one_number_and_can_be_pulled(level: Level) -> None:
    (issue,) = cleared(full_record(level)).issues
    assert [citation.label for citation in issue.citations] == ["[1, p. 4]", "[1, p. 9]"]
    assert [note.source for note in issue.notes] == ["the-source"]
    assert issue.quotations[0].speaker == "Author Name"
    assert issue.pulls[0].attribution == "Author Name, Author Role, letter to Recipient Name, 4 March 2031"


@pytest.mark.parametrize("level", [Level.OPEN, Level.NAMED])
@pytest.mark.parametrize(("issued", "words"), [((2031,), "2031"), ((2031, 3), "March 2031"), ((2031, 3, 4), "4 March 2031")])
def test_a_date_is_printed_no_finer_than_given(level: Level, issued: tuple[int, ...], words: str) -> None:
    (note,) = cleared(full_record(level, issued=PartialDate(*issued))).issues[0].notes
    assert f", {words}, released" in note.text


def test_agreed_wording_replaces_the_template_whole() -> None:
    (note,) = cleared(full_record(Level.NAMED, describe="a letter we were shown")).issues[0].notes
    assert note.text == "a letter we were shown"


ANONYMOUS = "The rosters are altered. [@anon-7k2q, p. 4 by the-author]\n\nSome twice. [@anon-7k2q, p. 9]"


def agreed(**flags: bool) -> DescribedRecord:
    return DescribedRecord("anon-7k2q", "testimony", Span("sources/anon-7k2q.yml"), "a person who has seen the rosters", **flags)


def test_a_described_source_prints_its_words_and_nothing_else() -> None:
    (issue,) = cleared(agreed(), ANONYMOUS).issues
    assert [repr(note) for note in issue.notes] == [
        f"Note(number={number}, group=<NoteGroup.OTHER: 'Other sources'>, text='a person who has seen the rosters', "
        "source=None, url='', archive_url='', accessed='', licence='', checked='')"
        for number in (1, 2)
    ]


@pytest.mark.parametrize("secret", ["anon-7k2q", "testimony", "Author Name", "p. 4", "p. 9"])
def test_nothing_else_of_a_described_source_passes(secret: str) -> None:
    assert secret not in repr(cleared(agreed(), ANONYMOUS))


def test_three_mentions_of_a_described_source_are_three_unconnected_notes() -> None:
    copy = "One. [@anon-7k2q]\n\nTwo. [@anon-7k2q; @anon-7k2q]"
    (issue,) = cleared(agreed(), copy).issues
    assert [citation.label for citation in issue.citations] == ["[1]", "[2; 3]"]
    assert len(issue.notes) == 3


def test_a_described_source_that_agreed_to_it_keeps_one_number() -> None:
    (issue,) = cleared(agreed(linkable=True), ANONYMOUS).issues
    assert [citation.label for citation in issue.citations] == ["[1]", "[1]"]
    assert issue.notes[0].source is None


QUOTED = "“We knew of it in May.” [@anon-7k2q]"


def test_words_of_a_described_source_do_not_pass_as_a_quotation() -> None:
    with pytest.raises(NotClearedError):
        cleared(agreed(), QUOTED)


def test_words_of_a_described_source_pass_where_that_is_agreed_and_name_nobody() -> None:
    (issue,) = cleared(agreed(direct_quote=True), QUOTED).issues
    assert (issue.quotations[0].speaker, issue.quotations[0].speaker_id) == ("", "")


def test_words_of_a_described_source_are_never_pulled() -> None:
    with pytest.raises(NotClearedError):
        cleared(agreed(direct_quote=True), "“We ==knew of it== in May.” [@anon-7k2q]")


def test_a_displayed_quotation_of_a_described_source_is_attributed_in_the_agreed_words_whatever_was_typed() -> None:
    copy = "> “We knew of it in May.”\n>\n> — Author Name, Author Role [@anon-7k2q]"
    archive = cleared(agreed(direct_quote=True), copy)
    assert archive.issues[0].quotations[0].attribution == "a person who has seen the rosters"
    assert "Author Name" not in repr(archive)


def test_a_sealed_source_is_simply_unknown_and_the_refusal_does_not_say_which() -> None:
    with pytest.raises(NotClearedError) as refusal:
        cleared(agreed(), "The rosters are altered. [@anon-5e4d]")
    assert "anon" not in str(refusal.value)


def test_a_record_that_could_name_a_described_source_does_not_pass() -> None:
    with pytest.raises(NotClearedError):
        cleared(full_record(Level.DESCRIBED))


def test_readers_learn_that_a_source_no_longer_stands() -> None:
    source = full_record(
        Level.OPEN, describe="The Quay Study", withdrawn=Withdrawn(date(2031, 5, 20), "its figures were mixed up")
    )
    assert cleared(source).issues[0].notes[0].text == "The Quay Study (withdrawn 20 May 2031: its figures were mixed up)"
