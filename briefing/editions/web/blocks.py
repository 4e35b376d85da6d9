"""Blocks of the copy to HTML, with each pull-quote after the paragraph it repeats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from briefing.editions.web.declared import Copy
from briefing.editions.web.filling import escaped
from briefing.editions.web.inlines import InlineSetter
from briefing.editions.web.places import Place, person_path
from briefing.editions.web.verdicts import documented
from briefing.model import (
    Alignment,
    Archive,
    Block,
    Blocks,
    BulletList,
    CodeBlock,
    DisplayedQuotation,
    Divider,
    Extract,
    Figure,
    Heading,
    Inlines,
    Internal,
    Issue,
    OrderedList,
    Paragraph,
    Quotation,
    Table,
)

_ALIGNED: Mapping[Alignment, str] = {
    alignment: "" if alignment is Alignment.NONE else f' class="{alignment.value}"' for alignment in Alignment
}
"""A class, for the page's policy allows no style attributes."""


class BlockSetter:
    """Sets the blocks of one issue in reading order."""

    def __init__(self, archive: Archive, issue: Issue, place: Place) -> None:
        self.inlines = InlineSetter(issue, place, documented(archive, issue))
        self._people = archive.person_by_id
        self._issue = issue
        self._place = place
        self._shows_pulls = "web" in archive.publication.pulls
        self._tables = 0
        self._declared: list[str] = []

    def set(self, blocks: Blocks) -> Copy:
        """HTML of a run of blocks, and the words it repeats in pull-quotes."""
        self._declared = []
        html = self._blocks(blocks)
        return Copy(html, tuple(self._declared))

    def _blocks(self, blocks: Blocks) -> str:
        return "".join([self._block(block) for block in blocks])

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(anchor, content):
                return f"<p{_id(anchor)}>{self.inlines.set(content)}</p>\n{self._pulls()}"
            case Heading(anchor, level, content):
                return f"<h{level}{_id(anchor)}>{self.inlines.set(content)}</h{level}>\n{self._pulls()}"
            case BulletList(items):
                return f"<ul>\n{self._items(items)}</ul>\n"
            case OrderedList(start, items):
                opening = f'<ol start="{start}">' if start != 1 else "<ol>"
                return f"{opening}\n{self._items(items)}</ol>\n"
            case Table():
                return f"{self._table(block)}{self._pulls()}"
            case Figure():
                figure = self._figure(block)
                self.inlines.pulled()  # nothing of a caption is shown once more
                return figure
            case CodeBlock(value):
                return f'<pre tabindex="0"><code>{escaped(value)}</code></pre>\n'
            case DisplayedQuotation():
                return f"{self._displayed(block)}{self._pulls()}"
            case Extract(content):
                return f'<blockquote class="extract">\n{self._blocks(content)}</blockquote>\n'
            case Divider():
                return "<hr>\n"
            case _:
                assert_never(block)

    def _items(self, items: tuple[Blocks, ...]) -> str:
        return "".join([f"<li>{self._blocks(item)}</li>\n" for item in items])

    def _table(self, table: Table) -> str:
        self._tables += 1
        head = self._row(table, table.header, '<th scope="col"', "</th>")
        rows = "".join([self._row(table, row, "<td", "</td>") for row in table.rows])
        # the box scrolls on a phone, so the keyboard has to reach it, and it needs a name of its own
        return (
            f'<div class="table" role="region" aria-label="Table {self._tables}" tabindex="0"><table>\n'
            f"<thead>\n{head}</thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n"
        )

    def _row(self, table: Table, cells: tuple[Inlines, ...], opening: str, closing: str) -> str:
        alignments = (*table.alignments, *(Alignment.NONE,) * len(cells))
        aligned = zip(alignments, cells, strict=False)
        set_cells = [f"{opening}{_ALIGNED[alignment]}>{self.inlines.set(content)}{closing}" for alignment, content in aligned]
        return f"<tr>{''.join(set_cells)}</tr>\n"

    def _figure(self, figure: Figure) -> str:
        size = f' width="{figure.width}" height="{figure.height}"' if figure.width and figure.height else ""
        source = escaped(self._place.href(Internal(figure.image)))
        image = f'<img src="{source}" alt="{escaped(figure.alt)}"{size} loading="lazy">'
        caption = f"\n<figcaption>{self.inlines.set(figure.caption)}</figcaption>" if figure.caption else ""
        return f"<figure>\n{image}{caption}\n</figure>\n"

    def _displayed(self, block: DisplayedQuotation) -> str:
        quotation = self._issue.quotations[block.quotation]
        words = "".join([f"<p>{self.inlines.set(paragraph.content, displayed=True)}</p>\n" for paragraph in block.paragraphs])
        mark = self.inlines.citation(block.citation) if block.citation is not None else ""
        attribution = self._attribution(quotation) if quotation.attribution else ""
        line = f'<p class="attribution">{attribution}{mark}</p>\n' if attribution or mark else ""
        return f'<div class="quotation" id="{escaped(quotation.id)}">\n<blockquote>\n{words}</blockquote>\n{line}</div>\n'

    def _attribution(self, quotation: Quotation) -> str:
        words = escaped(quotation.attribution)
        if quotation.speaker_id not in self._people:
            return f"— {words}"
        page = escaped(self._place.to(person_path(quotation.speaker_id)))
        return f'— <a href="{page}">{words}</a>'

    def _pulls(self) -> str:
        """What is shown once more of the block that was just set, after it."""
        found = self.inlines.pulled()
        return "".join([self._pull(index) for index in dict.fromkeys(found)]) if found and self._shows_pulls else ""

    def _pull(self, index: int) -> str:
        pull = self._issue.pulls[index]
        words, attribution = pull.words if pull.quotation is None else f"“{pull.words}”", pull.attribution
        self._declared.extend(line for line in (words, attribution) if line)
        source = f'<p class="from">{escaped(attribution)}</p>\n' if attribution else ""
        # it repeats words of the text: hidden from screen readers and search, and nothing in it takes the focus
        opening = '<aside class="pull" aria-hidden="true" data-search-exclude>'
        return f'{opening}\n<p class="words">{escaped(words)}</p>\n{source}</aside>\n'


def _id(anchor: str) -> str:
    return f' id="{escaped(anchor)}"' if anchor else ""
