"""What may not be said of, or by, a described source."""

from __future__ import annotations

import pytest

from briefing.checks.attribution_lines import AttributionLines
from briefing.checks.described_citations import DescribedCitations
from briefing.checks.described_pulls import DescribedPulls
from briefing.checks.described_quotations import DescribedQuotations
from briefing.checks.described_replies import DescribedReplies
from briefing.checks.repository_links import RepositoryLinks
from briefing.desk import Check, Reply
from briefing.diagnostics import Diagnostic, Severity, Span
from briefing.testing import SURROUNDINGS
from briefing.testing import desk as read_desk
from tests.checks.drafts import Filing, at, draft, found

DISPLAYED = "> “We read every letter.”\n>\n> — {line} [@{key}]"


def assert_discreet(finding: Diagnostic) -> None:
    assert finding.secret
    assert finding.severity is Severity.ERROR
    assert "anon" not in repr(finding)


@pytest.mark.parametrize(
    ("copy", "place"),
    [
        ("One said: “They were burnt.” [@anon-7k2q]", "“They were burnt.”"),
        ("One said: “They were burnt.” [@guild-letter; @anon-7k2q]", "“They were burnt.”"),
        ("He said “yes” and “no”. [@anon-9d4m]\n\n“Burnt!” [@anon-7k2q]", "“Burnt!”"),
    ],
)
def test_a_described_source_is_not_quoted_unless_it_agreed(filed: Filing, copy: str, place: str) -> None:
    issue = filed(copy)
    (finding,) = found(DescribedQuotations(), issue)
    assert finding.code == "P407"
    assert at(issue, finding) == place
    assert_discreet(finding)


@pytest.mark.parametrize("copy", ["“They were burnt.” [@anon-9d4m]", "They were burnt. [@anon-7k2q]", "“Burnt.” [@guild-letter]"])
def test_agreed_quotations_and_plain_statements_are_no_fault(filed: Filing, copy: str) -> None:
    assert found(DescribedQuotations(), filed(copy)) == []


def test_a_described_source_is_never_pulled(filed: Filing) -> None:
    issue = filed("“They ==were burnt== in May.” [@anon-9d4m]")
    (finding,) = found(DescribedPulls(), issue)
    assert finding.code == "P414"
    assert at(issue, finding) == "==were burnt=="
    assert_discreet(finding)


@pytest.mark.parametrize("copy", ["“They ==were burnt== in May.” [@venn-reply]", "They ==were burnt== in May. [@anon-9d4m]"])
def test_named_words_and_our_own_may_be_pulled(filed: Filing, copy: str) -> None:
    assert found(DescribedPulls(), filed(copy)) == []


@pytest.mark.parametrize("more", [", p. 4", " by orla-venn"])
def test_neither_place_nor_speaker_is_cited_of_a_described_source(filed: Filing, more: str) -> None:
    issue = filed(f"They were burnt. [@venn-reply, p. 4; @anon-7k2q{more}]")
    (finding,) = found(DescribedCitations(), issue)
    assert finding.code == "P411"
    assert at(issue, finding) == "@anon-7k2q"
    assert_discreet(finding)


def test_a_bare_key_says_no_more_than_was_agreed(filed: Filing) -> None:
    assert found(DescribedCitations(), filed("They were burnt. [@venn-reply, p. 4; @anon-7k2q]")) == []


def test_no_reply_ties_a_described_source_to_a_name() -> None:
    reply = Reply("board", Span("content/issues/x.md", 4, 9), source="anon-7k2q")
    (finding,) = found(DescribedReplies(), draft(replies=(reply, Reply("guild", Span("x.md"), source="venn-reply"))))
    assert (finding.code, finding.span) == ("P413", reply.span)
    assert_discreet(finding)


@pytest.mark.parametrize(
    ("key", "line", "hint"),
    [
        (
            "venn-reply",
            "Orla Ven",
            "write one of: Orla Venn, chair of the Harbour Board · Dr Orla Venn, chair of the Harbour Board · Dr Venn, chair of",
        ),
        ("venn-reply", "Orla Venn, harbour master", ""),
        ("venn-reply", "chair of the Harbour Board", ""),
        ("anon-9d4m", "Orla Venn", "write exactly the words of describe: in its register file"),
        ("anon-9d4m", "A person who has seen the rosters", ""),
        ("anon-9d4m", "a person who has seen the rosters, in May", ""),
        ("port-hearing", "Mr Orrin", "say who speaks, [@key by person], with the person among the source's speakers"),
    ],
)
def test_an_attribution_that_is_not_the_registers_is_refused_and_not_echoed(
    filed: Filing, key: str, line: str, hint: str
) -> None:
    issue = filed(DISPLAYED.format(line=line, key=key))
    (finding,) = found(AttributionLines(), issue)
    assert finding.code == "P410"
    assert at(issue, finding) == line
    assert hint in finding.help[0]
    assert key not in repr(finding)
    assert_discreet(finding)
    if key == "anon-9d4m":
        assert line not in repr(finding)


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("venn-reply", "Dr Venn, chair of the Harbour Board"),
        ("venn-reply", "Orla Venn"),
        ("guild-letter", "Sallow Pilots' Guild"),
        ("joint-letter", "Sallow Pilots’ Guild and Harbour Board"),
        ("port-hearing by tam-orrin", "Mr Orrin"),
        ("anon-9d4m", "a person who has seen the rosters"),
        ("unknown-key", "Anybody"),
    ],
)
def test_the_registers_forms_and_what_other_checks_refuse_are_no_fault(filed: Filing, key: str, line: str) -> None:
    assert found(AttributionLines(), filed(DISPLAYED.format(line=line, key=key))) == []


EVERY: tuple[Check, ...] = (AttributionLines(), DescribedCitations(), DescribedPulls(), DescribedQuotations(), DescribedReplies())


@pytest.mark.parametrize("check", EVERY, ids=lambda check: check.name)
def test_a_running_quotation_without_attribution_or_source_is_left_to_other_checks(filed: Filing, check: Check) -> None:
    assert found(check, filed("“We ==read== every letter.” It is so.")) == []


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        ("repo_url: https://code.example/lantern\n", ["P425"]),
        ("edit_uri: edit/main/content/\n", ["P425"]),
        ("", []),
    ],
)
def test_a_site_with_a_described_source_leads_nobody_into_its_repository(settings: str, codes: list[str]) -> None:
    linked = SURROUNDINGS["mkdocs.yml"] + settings
    private = linked.replace("timezone:", "repo_is_private: true\n      timezone:")
    found_in = [[one.code for one in RepositoryLinks().check(read_desk({"mkdocs.yml": text}))] for text in (linked, private)]
    assert found_in == [codes, []]
