"""Unknown sources and speakers, quotations without a source."""

from __future__ import annotations

import pytest

from briefing.checks.translated_quotations import TranslatedQuotations
from briefing.checks.unknown_sources import UnknownSources
from briefing.checks.unknown_speakers import UnknownSpeakers
from briefing.checks.unsourced_quotations import UnsourcedQuotations
from briefing.desk import Reply
from briefing.diagnostics import Severity, Span
from tests.checks.drafts import SOURCES, Filing, at, described, found, public, register


def test_a_misspelt_key_is_reported_where_it_stands_with_the_nearest_one(filed: Filing) -> None:
    issue = filed("“We read every letter.” [@ven-reply]")
    (finding,) = found(UnknownSources(), issue)
    assert (finding.code, finding.message, finding.label) == ("C201", "unknown source", "did you mean @venn-reply?")
    assert at(issue, finding) == "@ven-reply"


def test_a_key_like_no_other_is_to_be_registered(filed: Filing) -> None:
    (finding,) = found(UnknownSources(), filed("It is so. [@tide-tables]"))
    assert (finding.label, finding.help) == ("", ("write sources/tide-tables.yml, or correct the key",))


@pytest.mark.parametrize("copy", ["It is so. [@venn-reply; @guild-letter]", "Nothing is cited."])
def test_known_keys_are_no_fault(filed: Filing, copy: str) -> None:
    assert found(UnknownSources(), filed(copy)) == []


@pytest.mark.parametrize("key", ["anon-7k2x", "anon-5e4d", "night-portr"])
def test_what_may_be_a_described_or_sealed_source_is_neither_shown_nor_suggested(filed: Filing, key: str) -> None:
    (finding,) = found(UnknownSources(), filed(f"It is so. [@{key}]"), sources=register(*SOURCES, described("night-porter")))
    assert finding.secret
    assert "anon" not in repr(finding)
    assert "night-porter" not in repr(finding)


def test_the_source_of_a_reply_is_looked_up_too(filed: Filing) -> None:
    reply = Reply("board", Span("content/issues/x.md", 40, 50), source="board-reply")
    (finding,) = found(UnknownSources(), filed(replies=(reply,)))
    assert (finding.code, finding.span) == ("C201", reply.span)


def test_a_reply_that_never_came_needs_no_source(filed: Filing) -> None:
    assert found(UnknownSources(), filed(replies=(Reply("board", Span("x.md"), outcome="declined"),))) == []


def test_a_speaker_who_did_not_speak_there_is_reported(filed: Filing) -> None:
    issue = filed("“We were told.” [@port-hearing by orla-ven]")
    (finding,) = found(UnknownSpeakers(), issue)
    assert (finding.code, finding.label) == ("C206", "did you mean by orla-venn?")
    assert at(issue, finding) == "@port-hearing"


def test_a_person_like_none_of_the_speakers_is_named_so(filed: Filing) -> None:
    (finding,) = found(UnknownSpeakers(), filed("“We were told.” [@venn-reply by guild]"))
    assert finding.label == "guild is neither a speaker nor an author of it"


@pytest.mark.parametrize(
    "cited", ["@port-hearing by tam-orrin", "@joint-letter by board", "@anon-9d4m by guild", "@gone by guild"]
)
def test_speakers_authors_and_what_other_checks_refuse_are_no_fault_here(filed: Filing, cited: str) -> None:
    assert found(UnknownSpeakers(), filed(f"“We were told.” [{cited}]")) == []


UNSOURCED = "First. [@guild-letter]\n\nShe called it “a rule that exists on paper only”, they say.\n\nLast. [@anon-9d4m]\n\nMore. [@venn-reply]"


def test_a_quotation_without_a_source_is_an_error_from_mark_to_mark(filed: Filing) -> None:
    issue = filed(UNSOURCED)
    (finding,) = found(UnsourcedQuotations(), issue)
    assert (finding.code, finding.severity, finding.message) == ("C202", Severity.ERROR, "no source for this quotation")
    assert at(issue, finding) == "“a rule that exists on paper only”"
    assert finding.label == "7 words in quotation marks, no citation after them"
    assert finding.notes == ("not a quotation? add it to not-quotations: in the front matter",)


def test_the_hint_names_keys_cited_nearby_in_the_order_of_the_copy_and_never_a_described_one(filed: Filing) -> None:
    (finding,) = found(UnsourcedQuotations(), filed(UNSOURCED))
    assert finding.help == ("add [@key] at the end of the sentence; cited nearby: guild-letter, venn-reply",)


def test_where_nothing_is_cited_the_hint_names_no_key(filed: Filing) -> None:
    (finding,) = found(UnsourcedQuotations(), filed("She called it “a rule that exists on paper only”."))
    assert finding.help == ("add [@key] at the end of the sentence",)


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("a", "warning"),
        ("a paper rule", "warning"),
        ("a… paper… rule…", "warning"),
        ("the £1,200 paper rule", "error"),
        ("not on my watch", "error"),
    ],
)
def test_up_to_three_words_without_a_source_only_warn(filed: Filing, words: str, severity: str) -> None:
    (finding,) = found(UnsourcedQuotations(), filed(f"They call it “{words}” here."))
    assert finding.severity.word == severity


def test_a_quotation_over_paragraphs_is_one_finding(filed: Filing) -> None:
    issue = filed("She wrote: “We read every letter…\n\n“We act on those we can.”\n\nIt is so.")
    (finding,) = found(UnsourcedQuotations(), issue)
    assert at(issue, finding) == "“We read every letter…\n\n“We act on those we can.”"


def test_a_sourced_quotation_is_no_fault(filed: Filing) -> None:
    assert found(UnsourcedQuotations(), filed("She wrote: “We read every letter.” [@venn-reply]")) == []


def test_imported_issues_are_not_held_to_it(filed: Filing) -> None:
    assert found(UnsourcedQuotations(), filed("“We read every single letter.”", imported=True)) == []


@pytest.mark.parametrize(
    "said", ["(our translation)", "[@venn-reply] (translated from the Norwegian)", "(Translation:\nthe board’s)"]
)
def test_a_translation_needs_an_original(filed: Filing, said: str) -> None:
    issue = filed(f"“We read every letter.” {said}{'' if '[' in said else ' [@venn-reply]'}")
    (finding,) = found(TranslatedQuotations(), issue)
    assert (finding.code, finding.severity, at(issue, finding)) == ("V322", Severity.WARNING, "@venn-reply")
    told = public("venn-reply", original="Brev 14/2031, in Norwegian")
    assert found(TranslatedQuotations(), issue, sources=register(told)) == []


@pytest.mark.parametrize(
    "behind",
    [
        "[@venn-reply] The translation is ours.",
        "[@venn-reply]\n\n(Our translation of the rest is below.)",
        "[@venn-reply] “No.” (our translation)",
    ],
)
def test_only_brackets_behind_it_make_it_a_translation(filed: Filing, behind: str) -> None:
    assert found(TranslatedQuotations(), filed(f"“We read every letter.” {behind}")) == []


def test_of_a_described_source_no_original_is_asked(filed: Filing) -> None:
    issue = filed("“We read every letter.” (our translation) [@anon-7k2q]")
    assert found(TranslatedQuotations(), issue, sources=register(described("anon-7k2q"))) == []
