"""Blocks of the copy to HTML, with each pull-quote after the paragraph it repeats."""

from __future__ import annotations

from typing import LiteralString, assert_never

from markupsafe import Markup

from briefing.editions.web.declared import Copy
from briefing.editions.web.filling import filled
from briefing.editions.web.inlines import NOTHING, InlineSetter
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
from briefing.model.walking import pulls_in


class BlockSetter:
    """Sets the blocks of one issue in reading order."""

    def __init__(self, archive: Archive, issue: Issue, place: Place) -> None:
        self.inlines = InlineSetter(issue, place, documented(archive, issue))
        self._people = archive.person_by_id
        self._issue = issue
        self._place = place
        self._pulls = "web" in archive.publication.pulls
        self._tables = 0

    def set(self, blocks: Blocks) -> Copy:
        """HTML of a run of blocks, and the words it repeats in pull-quotes."""
        return Copy.joined(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Copy:
        match block:
            case Paragraph(anchor, content):
                html = filled("<p{}>{}</p>\n", _id(anchor), self.inlines.set(content))
                return self._with_pulls(html, block)
            case Heading(anchor, level, content):
                html = filled("<h{}{}>{}</h{}>\n", level, _id(anchor), self.inlines.set(content), level)
                return self._with_pulls(html, block)
            case BulletList(items):
                return self._list(Markup("<ul>"), items, Markup("</ul>\n"))
            case OrderedList(start, items):
                opening = filled('<ol start="{}">', start) if start != 1 else Markup("<ol>")
                return self._list(opening, items, Markup("</ol>\n"))
            case Table():
                return self._with_pulls(self._table(block), block)
            case Figure():
                return Copy(self._figure(block))
            case CodeBlock(value):
                return Copy(filled('<pre tabindex="0"><code>{}</code></pre>\n', value))
            case DisplayedQuotation():
                return self._with_pulls(self._displayed(block), block)
            case Extract(content):
                return self.set(content).within(Markup('<blockquote class="extract">\n'), Markup("</blockquote>\n"))
            case Divider():
                return Copy(Markup("<hr>\n"))
            case _:
                assert_never(block)

    def _list(self, opening: Markup, items: tuple[Blocks, ...], closing: Markup) -> Copy:
        set_items = (self.set(item).within(Markup("<li>"), Markup("</li>\n")) for item in items)
        return Copy.joined(set_items).within(opening + "\n", closing)

    def _table(self, table: Table) -> Markup:
        self._tables += 1
        head = self._row(table, table.header, '<th scope="col"{}>{}</th>')
        rows = NOTHING.join(self._row(table, row, "<td{}>{}</td>") for row in table.rows)
        # the box scrolls on a phone, so the keyboard has to reach it, and it needs a name of its own
        return filled(
            '<div class="table" role="region" aria-label="Table {}" tabindex="0"><table>\n'
            "<thead>\n{}</thead>\n<tbody>\n{}</tbody>\n</table></div>\n",
            self._tables,
            head,
            rows,
        )

    def _row(self, table: Table, cells: tuple[Inlines, ...], cell: LiteralString) -> Markup:
        alignments = (*table.alignments, *(Alignment.NONE,) * len(cells))
        set_cells = (
            filled(cell, _aligned(alignment), self.inlines.set(content))
            for alignment, content in zip(alignments, cells, strict=False)
        )
        return filled("<tr>{}</tr>\n", NOTHING.join(set_cells))

    def _figure(self, figure: Figure) -> Markup:
        size = filled(' width="{}" height="{}"', figure.width, figure.height) if figure.width and figure.height else NOTHING
        source = self._place.href(Internal(figure.image))
        image = filled('<img src="{}" alt="{}"{} loading="lazy">', source, figure.alt, size)
        caption = filled("\n<figcaption>{}</figcaption>", self.inlines.set(figure.caption)) if figure.caption else ""
        return filled("<figure>\n{}{}\n</figure>\n", image, caption)

    def _displayed(self, block: DisplayedQuotation) -> Markup:
        quotation = self._issue.quotations[block.quotation]
        words = NOTHING.join(
            filled("<p>{}</p>\n", self.inlines.set(paragraph.content, displayed=True)) for paragraph in block.paragraphs
        )
        mark = self.inlines.citation(block.citation) if block.citation is not None else NOTHING
        attribution = self._attribution(quotation) if quotation.attribution else NOTHING
        line = filled('<p class="attribution">{}{}</p>\n', attribution, mark) if attribution or mark else NOTHING
        return filled('<div class="quotation" id="{}">\n<blockquote>\n{}</blockquote>\n{}</div>\n', quotation.id, words, line)

    def _attribution(self, quotation: Quotation) -> Markup:
        if quotation.speaker_id not in self._people:
            return filled("— {}", quotation.attribution)
        page = self._place.to(person_path(quotation.speaker_id))
        return filled('— <a href="{}">{}</a>', page, quotation.attribution)

    def _with_pulls(self, html: Markup, block: Block) -> Copy:
        if not self._pulls:
            return Copy(html)
        return Copy.joined((Copy(html), *(self._pull(index) for index in pulls_in(block))))

    def _pull(self, index: int) -> Copy:
        pull = self._issue.pulls[index]
        words = pull.words if pull.quotation is None else f"“{pull.words}”"
        source = filled('<p class="from">{}</p>\n', pull.attribution) if pull.attribution else NOTHING
        # it repeats words of the text: hidden from screen readers and search, and nothing in it takes the focus
        html: LiteralString = '<aside class="pull" aria-hidden="true" data-search-exclude>\n<p class="words">{}</p>\n{}</aside>\n'
        return Copy(filled(html, words, source), tuple(line for line in (words, pull.attribution) if line))


def _id(anchor: str) -> Markup:
    return filled(' id="{}"', anchor) if anchor else NOTHING


def _aligned(alignment: Alignment) -> Markup:
    # a class, for the page's policy allows no style attributes
    return NOTHING if alignment is Alignment.NONE else filled(' class="{}"', alignment.value)
