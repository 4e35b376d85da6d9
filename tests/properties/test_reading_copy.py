"""What holds of any copy whatever."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from briefing.desk import Draft, FrontMatter
from briefing.diagnostics import Severity, Span, worst
from briefing.model import (
    Block,
    BulletList,
    CitationMark,
    DisplayedQuotation,
    Emphasis,
    Extract,
    Heading,
    Inlines,
    Link,
    OrderedList,
    Paragraph,
    Pulled,
    Quoted,
    Strong,
    Table,
)
from briefing.reading.addresses import Addresses
from briefing.reading.issue import read_issue
from briefing.reading.naming import frozen_form
from tests.characters import ANY

FRAGMENTS = st.sampled_from(
    [
        *"“”‘’\"'=*_`[]()<>!&\\|#-+.: \n",
        "\n\n",
        "> ",
        "- ",
        "  - ",
        "1. ",
        "## ",
        "==",
        "```\n",
        "| a | b |\n|---|---|\n",
        "[@guild-letter]",
        "[@venn-reply, p. 4; @anon-7k2q]",
        "[^1]",
        "[^1]: ",
        "— Orla Venn ",
        "words",
        " and more words",
        "](https://board.example/)",
        "<!-- x -->",
        "<b>",
        "{: .lead }",
        "\u00a0",
        "\ue000",
        "\U000f0001\ue000\ue000",
        "\r\n",
        "\t",
        "…",
    ]
)
COPY = st.lists(FRAGMENTS, max_size=40).map("".join) | st.text(ANY, max_size=200)


def _read(copy: str) -> tuple[Draft, Severity]:
    front_matter = FrontMatter(
        title="A case", issue=1, dated=datetime(2031, 5, 16, tzinfo=UTC), description="", slug="a", spans={"title": Span("x")}
    )
    reading = read_issue("content/issues/x.md", copy, front_matter, Addresses())
    assert reading.value is not None
    assert all(0 <= finding.span.start <= finding.span.end <= len(copy) for finding in reading.findings)
    return reading.value, worst(reading.findings)


def _contents(blocks: tuple[Block, ...]) -> Iterator[Inlines]:
    for block in blocks:
        match block:
            case Paragraph(_, content) | Heading(_, _, content):
                yield content
            case BulletList(items) | OrderedList(_, items):
                for item in items:
                    yield from _contents(item)
            case Table(_, header, rows):
                yield from header
                for row in rows:
                    yield from row
            case DisplayedQuotation(_, paragraphs, _):
                yield from _contents(paragraphs)
            case Extract(inner):
                yield from _contents(inner)
            case _:
                pass


def _flat(content: Inlines) -> Iterator[object]:
    for inline in content:
        yield inline
        match inline:
            case Emphasis(inner) | Strong(inner) | Link(_, inner) | Quoted(_, _, inner) | Pulled(_, inner):
                yield from _flat(inner)
            case _:
                pass


@given(COPY)
def test_any_copy_gives_findings_and_never_an_exception(copy: str) -> None:
    _read(copy)


@given(COPY)
def test_the_same_copy_reads_the_same_twice(copy: str) -> None:
    assert _read(copy) == _read(copy)


@given(COPY)
def test_tokens_put_in_are_marks_in_the_model(copy: str) -> None:
    draft, severity = _read(copy)
    if severity is Severity.ERROR:
        return
    blocks = (*draft.body, *(block for note in draft.footnotes for block in note.content))
    inlines = [inline for content in _contents(blocks) for inline in _flat(content)]
    displayed = [block.citation for block in draft.body if isinstance(block, DisplayedQuotation) and block.citation is not None]
    marks = [inline.citation for inline in inlines if isinstance(inline, CitationMark)]
    assert sorted([*marks, *displayed]) == list(range(len(draft.citations)))
    parts = [(inline.quotation, inline.part) for inline in inlines if isinstance(inline, Quoted)]
    assert sorted(parts) == [(q, p) for q, found in enumerate(draft.quotations) for p in range(len(found.parts))]
    assert sorted(inline.pull for inline in inlines if isinstance(inline, Pulled)) == list(range(len(draft.pulls)))


@given(COPY)
def test_every_double_mark_of_clean_copy_belongs_to_a_quotation(copy: str) -> None:
    draft, severity = _read(copy)
    if severity is Severity.ERROR:
        return
    for quotation in draft.quotations:
        assert quotation.parts[-1].words.endswith("”")
        assert all(part.words.startswith("“") for part in quotation.parts)
        assert frozen_form(quotation.words)


@given(st.lists(st.sampled_from(["We read every letter", "it was late", "nobody told us"]), min_size=1, max_size=5))
def test_a_quotation_keeps_its_id_when_other_copy_moves(words: list[str]) -> None:
    quoted = [f"He said “{text}”. [@venn-reply]" for text in dict.fromkeys(words)]
    plain, _ = _read("\n\n".join(quoted))
    moved, _ = _read("A new lead.\n\n" + "\n\nAnd then.\n\n".join(reversed(quoted)))
    assert {quotation.id for quotation in plain.quotations} == {quotation.id for quotation in moved.quotations}
