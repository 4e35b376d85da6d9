"""HTML of another system as our Markdown: the words and what they mean, nothing that runs, loads or hides.

What has no form in every edition is put as what it says: an embedded player becomes a link to where it was, and so does a picture of
which there is no file, or that nobody described.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from briefing.filing.paragraphs import literal
from briefing.reading.characters import refused_characters

_BLOCKS = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "figure",
        "figcaption",
        "center",
        "details",
        "summary",
        "form",
    }
    | {
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "hr",
        "table",
        "address",
        "fieldset",
    }
)
_UNSAID = frozenset(
    {"script", "style", "noscript", "template", "head", "title", "svg", "math", "button", "input", "select", "textarea"}
)
_EMBEDDED = frozenset({"iframe", "embed", "object", "video", "audio"})
_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**"}
_ATTRIBUTED = re.compile(r"^(?:\\?[—–-]{1,2}|\\-\\-)\s*\S")
_BRACKET = re.compile(r"\\.|[\[\]]")
"""A bracket, or a character that is escaped already."""
_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class Written:
    """Markdown, and by kind what could not be kept as it was."""

    text: str = ""
    changed: Counter[str] = field(default_factory=Counter)


FindPicture = Callable[[str], str]


def markdown_of(source: str, base: str, find: FindPicture = lambda _address: "") -> Written:
    """``source`` as Markdown; relative addresses mean those of the page ``base``.

    ``find`` says where the issue finds the file of a picture, by its old address; "" where there is none.
    """
    written = Written()
    if not source.strip():
        return written
    for refused in reversed(list(refused_characters(source))):
        source = source[: refused.start] + source[refused.end :]
        written.changed["invisible or control character"] += 1
    try:
        root = html.fragment_fromstring(source, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return written
    writer = _Writer(base, written, find)
    written.text = "\n\n".join(writer.blocks(root))
    return written


@dataclass(slots=True)
class _Writer:
    base: str
    written: Written
    find: FindPicture

    def blocks(self, parent: html.HtmlElement) -> Iterator[str]:
        """The blocks inside an element; text between them is a paragraph."""
        run: list[str] = [self._text(parent.text)]
        for child in parent:
            if _is_block(child):
                yield from _paragraph(run)
                yield from self._block(child)
                run = []
            else:
                run.append(self._inline(child))
            run.append(self._text(child.tail))
        yield from _paragraph(run)

    def _block(self, element: html.HtmlElement) -> Iterator[str]:
        if figure := self._figure(element):
            yield figure
            return
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6" as tag:
                if words := _line(literal(_SPACE.sub(" ", element.text_content()).strip())):
                    yield f"{'##' if tag in {'h1', 'h2'} else '###'} {words}"
            case "ul" | "ol":
                yield from self._list(element)
            case "blockquote":
                yield from self._quote(element)
            case "pre":
                text = element.text_content().strip("\n")
                fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
                if text.strip():
                    yield f"{fence}\n{text}\n{fence}"
            case "hr":
                yield "---"
            case "table":
                yield from self._table(element)
            case _:
                yield from self.blocks(element)

    def _list(self, element: html.HtmlElement) -> Iterator[str]:
        items = [list(self.blocks(item)) for item in element if item.tag == "li"]
        lines = []
        for number, blocks in enumerate((blocks for blocks in items if blocks), 1):
            marker = "-" if element.tag == "ul" else f"{number}."
            inner = "\n\n".join(blocks).replace("\n", "\n    ")
            lines.append(re.sub(r"[ ]+$", "", f"{marker:<3} {inner}", flags=re.MULTILINE))
        if lines:
            yield ("\n\n" if any("\n\n" in line for line in lines) else "\n").join(lines)

    def _quote(self, element: html.HtmlElement) -> Iterator[str]:
        """A line that names somebody stands below: with us it would claim a citation."""
        blocks = list(self.blocks(element))
        named = blocks.pop() if len(blocks) > 1 and _ATTRIBUTED.match(blocks[-1]) else ""
        if blocks:
            yield "\n".join(f"> {line}".rstrip() for line in "\n\n".join(blocks).split("\n"))
        if named:
            yield named

    def _table(self, element: html.HtmlElement) -> Iterator[str]:
        rows = [[self._cell(cell) for cell in row if cell.tag in {"td", "th"}] for row in element.iter("tr")]
        rows = [row for row in rows if any(row)]
        width = max((len(row) for row in rows), default=0)
        if width < 2:  # noqa: PLR2004 - a table of one column is a way to lay out a page
            yield from ("\n".join(row) for row in rows)
            return
        lines = [f"| {' | '.join([*row, *([''] * (width - len(row)))])} |" for row in rows]
        yield "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])

    def _cell(self, cell: html.HtmlElement) -> str:
        return " ".join(_line(self._inlines(cell)).split())

    def _inlines(self, parent: html.HtmlElement) -> str:
        pieces = [self._text(parent.text)]
        for child in parent:
            pieces += [self._inline(child), self._text(child.tail)]
        return _joined(pieces)

    def _inline(self, element: html.HtmlElement) -> str:
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNSAID:
            return ""
        if tag in _EMBEDDED:
            return self._embedded(element)
        match tag:
            case "br":
                return "\n"
            case "img":
                return self._picture(element)
            case "a":
                return self._link(element)
            case "code" | "kbd" | "samp" | "tt":
                return _code(_SPACE.sub(" ", element.text_content()))
            case "q":
                return f"“{self._inlines(element)}”"
            case "del" | "s" | "strike":
                self.written.changed["struck word kept as plain text"] += 1
            case _:
                pass
        inner = self._inlines(element)
        return _marked(inner, _MARKS[tag]) if tag in _MARKS else inner

    def _link(self, element: html.HtmlElement) -> str:
        words, href = _line(self._inlines(element)), self._address(element.get("href") or "")
        bare = words.strip()
        if not bare or not href or "](" in words or ("`" in bare and not _balanced(bare)):
            return words
        before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
        return f"{before}[{bare if _balanced(bare) else _BRACKET.sub(_escaped, bare)}](<{href}>){after}"

    def _figure(self, element: html.HtmlElement) -> str:
        """A picture that stands by itself, with its caption, where its file is here and something says what it shows; else ""."""
        pictures, captions = list(element.iter("img")), list(element.iter("figcaption"))
        caption = _plain("".join(one.text_content() for one in captions))
        if len(pictures) != 1 or any(True for _ in element.iter(*_EMBEDDED)) or _plain(element.text_content()) != caption:
            return ""
        shows = _plain(pictures[0].get("alt") or "") or caption
        place = self.find(_joined_address(self.base, pictures[0].get("src") or "")) if shows else ""
        if not place:
            return ""
        self.written.changed["picture brought in"] += 1
        title = f' "{caption.replace(chr(34), "”")}"' if caption and caption != shows else ""
        return f"![{literal(shows).replace('[', '(').replace(']', ')')}](<{place}>{title})"

    def _picture(self, element: html.HtmlElement) -> str:
        address = self._address(element.get("src") or "")
        words = literal(_SPACE.sub(" ", element.get("alt") or "").strip()) or "picture"
        self.written.changed["picture as a link to where it was"] += 1
        return f" [{words.replace('[', '(').replace(']', ')')}](<{address}>) " if address else f" {words} "

    def _embedded(self, element: html.HtmlElement) -> str:
        source = element.get("src") or element.get("data") or next((one.get("src") or "" for one in element.iter("source")), "")
        address = self._address(source)
        self.written.changed["embedded part as a link to where it was"] += 1
        return f" [{literal(urlsplit(address).netloc)}](<{address}>) " if address else ""

    def _address(self, href: str) -> str:
        """An absolute address that a page may lead to, or ""."""
        if not href.strip() or href.strip().startswith("#"):
            return ""
        try:
            whole = urljoin(self.base, href.strip())
            parts = urlsplit(whole)
        except ValueError:
            return ""
        good = (parts.scheme in {"http", "https"} and parts.netloc) or (parts.scheme in {"mailto", "tel"} and parts.path)
        return re.sub(r"[\s<>]", lambda match: f"%{ord(match[0]):02X}", whole) if good else ""

    def _text(self, text: str | None) -> str:
        return literal(_SPACE.sub(" ", text)) if text else ""


def _plain(words: str) -> str:
    return " ".join(words.split())


def _joined_address(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return ""


def _is_block(element: html.HtmlElement) -> bool:
    """By its name, or because one is inside: browsers let ``<a>`` and ``<span>`` hold blocks."""
    if not isinstance(element.tag, str) or element.tag in _UNSAID | _EMBEDDED:
        return False
    return element.tag in _BLOCKS or any(isinstance(one.tag, str) and one.tag in _BLOCKS for one in element.iterdescendants())


def _joined(pieces: Iterable[str]) -> str:
    """Pieces end to end; emphasis that would touch emphasis loses its marks, for nobody could tell them apart.

    A bracket and a parenthesis of two pieces are no link.
    """
    whole = ""
    for piece in filter(None, pieces):
        touching = whole.endswith("*") and not whole.endswith("\\*") and piece.startswith("*")
        whole += "\\" if whole.endswith("]") and piece.startswith("(") else ""
        whole += piece.strip("*") if touching else piece
    return whole


def _paragraph(run: list[str]) -> Iterator[str]:
    lines = [_SPACE.sub(" ", line).strip() for line in _joined(run).split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    if lines:
        kept = [line for line in lines if line]
        yield "\\\n".join([literal_start(kept[0]), *map(literal_start, kept[1:])])


def literal_start(line: str) -> str:
    """A line whose beginning Markdown would read as a block; what stands inside is written already."""
    return re.sub(r"^(\d{1,9})([.)])(?=\s)", r"\1\\\2", re.sub(r"^(?=[#>+~:-](?:\s|$|[-~:]))", r"\\", line))


def _balanced(words: str) -> bool:
    """Whether brackets in the words of a link cannot be taken for its own."""
    open_ = 0
    for bracket in _BRACKET.findall(words):
        open_ += {"[": 1, "]": -1}.get(bracket, 0)
        if open_ < 0:
            return False
    return open_ == 0


def _escaped(bracket: re.Match[str]) -> str:
    return bracket[0] if len(bracket[0]) > 1 else f"\\{bracket[0]}"


def _line(words: str) -> str:
    return words.replace("\n", " ")


def _marked(inner: str, mark: str) -> str:
    bare = inner.strip()
    if not bare or "*" in bare.replace("\\*", "") or "\n" in bare:
        return inner
    before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    return f"{before}{mark}{bare}{mark}{after}"


def _code(text: str) -> str:
    if not text.strip():
        return text
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text.strip()}{pad}{fence}"
