"""V: the words in the marks are the words in the evidence."""

from __future__ import annotations

from briefing.diagnostics.finding import Code, Severity

V312 = Code(
    id="V312",
    severity=Severity.ERROR,
    title="a quotation in a heading must appear in the text it heads",
    what="Looks words in quotation marks (single ones too) in headings, title, description, subject and image texts up in the "
    "quotations below them; the case of the first letter is free.",
    why="A headline that quotes what nobody is shown to have said is not supported by its text.",
    example="## A ‘shameful’ rule\n\nShe called it a “paper rule”. [@venn-reply]",
    instead="## A ‘paper’ rule\n\nShe called it a “paper rule”. [@venn-reply]",
)
