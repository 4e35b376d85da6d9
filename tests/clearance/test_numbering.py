from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.clearance import clear
from briefing.desk import Desk, Draft
from briefing.model import Archive, Issue, NoteGroup
from tests.checks.drafts import SOURCES, described, desk, draft, public, register

PUBLIC_KEYS = ("guild-letter", "guild-email", "venn-reply", "joint-letter", "port-hearing")
ANON_KEYS = ("anon-1aaa", "anon-2bbb", "anon-3ccc")
WORDS = "somebody close to it"
REGISTER = register(*SOURCES, *(described(key, WORDS) for key in ANON_KEYS))


def citing(*citations: tuple[str, ...]) -> Draft:
    """A draft with a sentence for each citation; a citation is the keys it names."""
    return draft("\n\n".join(f"So it is. [{'; '.join(f'@{key}' for key in keys)}]" for keys in citations))


def cleared(*citations: tuple[str, ...]) -> Issue:
    return clear(desk(citing(*citations), sources=REGISTER), ()).issues[0]


def citations_of(keys: tuple[str, ...]) -> st.SearchStrategy[list[tuple[str, ...]]]:
    items = st.lists(st.sampled_from(keys), min_size=1, max_size=3).map(tuple)
    return st.lists(items, max_size=8)


def test_sources_are_numbered_in_the_order_of_their_first_citation() -> None:
    issue = cleared(("venn-reply",), ("guild-letter", "venn-reply"), ("guild-letter",))
    assert [citation.label for citation in issue.citations] == ["[1]", "[2; 1]", "[2]"]
    assert [note.source for note in issue.notes] == ["venn-reply", "guild-letter"]


def test_notes_stand_in_four_groups_and_described_sources_come_last() -> None:
    sources = register(*SOURCES, public("venn-talk", "interview", authors=("orla-venn",)))
    copy = "".join(f"It is so. [@{key}]\n\n" for key in ("anon-7k2q", "venn-talk", "venn-reply", "guild-letter"))
    (issue,) = clear(desk(draft(copy), sources=sources), ()).issues
    assert [(group.value, [note.number for note in notes]) for group, notes in issue.notes_by_group] == [
        ("Documents", [4]),
        ("Statements to us", [3]),
        ("Interviews", [2]),
        ("Other sources", [1]),
    ]


@given(citations_of(PUBLIC_KEYS + ANON_KEYS))
def test_numbers_have_no_gaps_and_every_reference_has_its_note(citations: list[tuple[str, ...]]) -> None:
    issue = cleared(*citations)
    assert [note.number for note in issue.notes] == list(range(1, len(issue.notes) + 1))
    referred = [reference.number for citation in issue.citations for reference in citation.references]
    assert sorted(set(referred)) == [note.number for note in issue.notes]
    first_seen = list(dict.fromkeys(referred))
    assert first_seen == sorted(first_seen)


@given(citations_of(PUBLIC_KEYS + ANON_KEYS))
def test_an_open_or_named_source_has_one_number_and_a_described_mention_has_its_own(citations: list[tuple[str, ...]]) -> None:
    issue = cleared(*citations)
    keys = [key for citation in citations for key in citation]
    numbers = [reference.number for citation in issue.citations for reference in citation.references]
    shared = {key: {number for other, number in zip(keys, numbers, strict=True) if other == key} for key in set(keys)}
    assert all(len(shared[key]) == 1 for key in shared if key in PUBLIC_KEYS)
    anonymous = [number for key, number in zip(keys, numbers, strict=True) if key in ANON_KEYS]
    assert len(anonymous) == len(set(anonymous))
    assert len(anonymous) == sum(note.group is NoteGroup.OTHER for note in issue.notes)


@given(citations_of(PUBLIC_KEYS + ANON_KEYS), st.data())
def test_which_described_source_is_cited_where_leaves_no_trace(citations: list[tuple[str, ...]], data: st.DataObject) -> None:
    def another(key: str) -> str:
        return data.draw(st.sampled_from(ANON_KEYS)) if key in ANON_KEYS else key

    swapped = [tuple(another(key) for key in keys) for keys in citations]
    assert cleared(*citations) == cleared(*swapped)


def two_issues(first: list[tuple[str, ...]], second: list[tuple[str, ...]]) -> Desk:
    drafts = (citing(*first), draft(citing(*second).text.split("---\n\n", 1)[1], issue=2))
    return desk(*drafts, sources=REGISTER)


@given(citations_of(ANON_KEYS), citations_of(ANON_KEYS))
def test_an_issue_does_not_change_with_what_another_one_cites(
    first: list[tuple[str, ...]], second: list[tuple[str, ...]]
) -> None:
    alone: Archive = clear(two_issues([], second), ())
    together = clear(two_issues(first, second), ())
    assert together.issues[1] == alone.issues[1]


SECRETS = st.text("qxzjv", min_size=4, max_size=8)


@given(st.lists(SECRETS, min_size=3, max_size=3, unique=True), st.data())
def test_nothing_of_a_described_source_but_its_words_is_in_the_archive(secrets: list[str], data: st.DataObject) -> None:
    """The register's type has room for a key and a kind beside the words; the copy for a place and a speaker."""
    key, place, speaker = secrets
    linkable = data.draw(st.booleans())
    copy = "".join(f"It is so. [@{key}, {place} by {speaker}; @guild-letter]\n\n" for _ in range(data.draw(st.integers(1, 4))))
    sources = register(*SOURCES, described(key, WORDS, linkable=linkable))
    archive = clear(desk(draft(copy), sources=sources), ())
    assert WORDS in repr(archive)
    assert not [secret for secret in (*secrets, "testimony", f"sources/{key}.yml") if secret in repr(archive)]
