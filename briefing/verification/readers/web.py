"""Web pages: what a reader sees, with struck and hidden text marked, and block quotations as somebody else's words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from briefing.verification.decoding import decoded
from briefing.verification.evidence import Evidence, Segment, Standing

_BLOCKS = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "dd",
            "div",
            "dl",
            "dt",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
        ),
        *(
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tr",
            "ul",
            "caption",
        ),
    }
)
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_UNSAID = frozenset({"script", "style", "template", "head", "noscript", "svg", "object"})
_STRUCK = frozenset({"del", "s", "strike"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)
_HEADINGS = re.compile(r"<(h[1-6])\b[^>]{0,400}>(.{0,400}?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_DEEPEST = 500


class HtmlReader:
    """Saved web pages and HTML bodies of emails."""

    name = "html"
    version = 1
    suffixes = (".html", ".htm", ".xhtml")

    def read(self, content: bytes) -> Evidence:
        """The page's text."""
        declared = _CHARSET.search(content[:4096])
        text = decoded(content, declared[1].decode("ascii") if declared else "utf-8")
        return Evidence(read_html(text.text), (text.notice,) if text.notice else ())


def read_html(text: str) -> tuple[Segment, ...]:
    """The segments of a page."""
    walker = _Walker()
    walker.feed(text.replace("<![", "<! ["))  # a marked section is no HTML; the parser raises where a browser sees a comment
    walker.close()
    return walker.segments()


def web_headings(content: bytes) -> tuple[str, ...]:
    """The texts that the page sets as headings."""
    declared = _CHARSET.search(content[:4096])
    text = decoded(content, declared[1].decode("ascii") if declared else "utf-8").text
    return tuple("".join(one.text for one in read_html(match[2])) for match in _HEADINGS.finditer(text))


@dataclass(frozen=True, slots=True)
class _State:
    tag: str
    standing: Standing
    author: str
    said: bool


class _Walker(HTMLParser):
    """Keeps, for each open element, whether its text is said, by whom, and whether it stands."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open = [_State("", Standing.PLAIN, "", said=True)]
        self._texts: list[tuple[str, str, Standing]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element's state is its parent's, but for what it says itself."""
        self._break(tag)
        if tag in _VOID or len(self._open) > _DEEPEST:
            return
        above, named = self._open[-1], dict(attrs)
        standing = above.standing
        if tag in _STRUCK and standing is Standing.PLAIN:
            standing = Standing.DELETED
        if "hidden" in named or _HIDING.search(named.get("style") or ""):
            standing = Standing.HIDDEN
        author = "a block quotation" if tag == "blockquote" else above.author
        self._open.append(_State(tag, standing, author, above.said and tag not in _UNSAID))

    def handle_endtag(self, tag: str) -> None:
        """Closes the nearest element of that name, and what was left open in it."""
        self._break(tag)
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                return

    def handle_data(self, data: str) -> None:
        """Text, in the state of its element."""
        state = self._open[-1]
        if state.said:
            self._texts.append((re.sub(r"[ \t\r\n]+", " ", data), state.author, state.standing))

    def _break(self, tag: str) -> None:
        blank = "\n\n" if tag in _BLOCKS else "\n" if tag == "br" else " " if tag in {"td", "th"} else ""
        if blank and self._texts:
            self._texts.append((blank, self._texts[-1][1], self._texts[-1][2]))

    def segments(self) -> tuple[Segment, ...]:
        """The texts, those in one state joined."""
        found: list[tuple[list[str], str, Standing]] = []
        for text, author, standing in self._texts:
            if found and found[-1][1:] == (author, standing):
                found[-1][0].append(text)
            else:
                found.append(([text], author, standing))
        return tuple(Segment("".join(texts), author, standing) for texts, author, standing in found)
