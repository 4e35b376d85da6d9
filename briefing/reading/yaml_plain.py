"""YAML as it is written most of the time, read a line at a time: the very nodes that a parser would give, many times as fast.

``key: words`` a line, lists and mappings in one line, one level of indentation. Of anything else, and of anything doubtful or wrong,
nothing is said here: a parser reads it then.
"""

from __future__ import annotations

import re

from briefing.diagnostics import Span
from briefing.reading.characters import refused_characters
from briefing.reading.yaml_faults import YamlText
from briefing.reading.yaml_nodes import Entry, Listing, Node, Scalar, Section

_KEY = r"[a-z][a-z0-9_-]{0,79}"
_BARE = r"[^\W_][\w./-]*(?: [\w./-]+)*"
_ITEM = rf'(?:{_BARE}|"[^"\\]*")'
_LIST = rf"\[{_ITEM}(?:, {_ITEM})*\]"
_PAIR = rf"{_KEY}: (?:{_ITEM}|{_LIST})"
_BETWEEN = re.compile(r"(?:(?:#[^\n]*)?\n)*")
"""Empty lines and comments."""
_WORDS = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^#:\n]*(?::(?=[^ \n])[^#:\n]*)*"
"""What begins with no sign of YAML and holds neither a comment nor a key."""
_LINE = re.compile(rf"({_KEY}):(?: +(?:({_WORDS})|([^ \n][^\n]*)))?(?:\n|\Z)")
_INDENT = "  "
_ONE_OF_A_LIST = re.compile(_ITEM)
_ONE_OF_A_MAPPING = re.compile(rf"(?P<key>{_KEY}): (?P<value>{_ITEM}|{_LIST})")
_QUOTED = re.compile(r'"[^"\\]*"')
_WHOLE_LIST = re.compile(_LIST)
_WHOLE_MAPPING = re.compile(rf"\{{{_PAIR}(?:, {_PAIR})*\}}")


def plain_section(source: YamlText) -> Section | None:
    """The mapping that ``source`` holds, where it is written plainly; else None."""
    text = source.yaml
    if not text.replace("\n", "").isprintable():  # tabs, other line ends and blanks, most characters that are refused
        return None
    if not text.isascii() and any(refused_characters(text)):
        return None
    entries, at = _entries(source, _between(text, 0), "")
    return _section(entries) if entries and at == len(text) else None


def _entries(source: YamlText, at: int, indent: str) -> tuple[list[Entry], int]:
    """The entries from ``at`` on that are indented so, and where something else begins."""
    text, path, start, entries = source.yaml, source.path, source.start, list[Entry]()
    given = set()
    while text.startswith(indent, at) and (match := _LINE.match(text, at + len(indent))):
        key, words, other = match.groups()
        end = match.end()
        value: Node | None = None
        if words is not None:
            words, begins = words.rstrip(" "), start + match.start(2)
            value = Scalar(words, Span(path, begins, begins + len(words)))
        elif other is not None:
            value = _value(path, start + match.start(3), other.rstrip(" "))
        elif not indent:
            below, end = _entries(source, _between(text, end), _INDENT)
            value = _section(below) if below else None
        if value is None or key in given:
            break
        given.add(key)
        begins = start + match.start()
        entries.append(Entry(Scalar(key, Span(path, begins, begins + len(key))), value))
        at = _between(text, end) if text[end : end + 1] in "\n#" else end
    return entries, at


def _between(text: str, at: int) -> int:
    return at if (match := _BETWEEN.match(text, at)) is None else match.end()


def _section(entries: list[Entry]) -> Section:
    first = entries[0].key.span
    return Section(tuple(entries), Span(first.path, first.start, entries[-1].value.span.end))


def _value(path: str, at: int, written: str) -> Node | None:
    """The value that is ``written`` at ``at`` of the file; None where a parser has to tell."""
    span = Span(path, at, at + len(written))
    match written[0]:
        case '"':
            return Scalar(written[1:-1], span, plain=False) if _QUOTED.fullmatch(written) else None
        case "[":
            return _list(path, at, written) if _WHOLE_LIST.fullmatch(written) else None
        case "{":
            return _mapping(path, at, written) if _WHOLE_MAPPING.fullmatch(written) else None
        case _:
            return None


def _mapping(path: str, at: int, written: str) -> Section | None:
    entries = tuple(_pair(path, at, match) for match in _ONE_OF_A_MAPPING.finditer(written))
    different = len({entry.name for entry in entries}) == len(entries)
    return Section(entries, Span(path, at, at + len(written))) if different else None


def _pair(path: str, at: int, match: re.Match[str]) -> Entry:
    begins, ends = match.span("key")
    key = Scalar(match["key"], Span(path, at + begins, at + ends))
    place, written = at + match.start("value"), match["value"]
    return Entry(key, _list(path, place, written) if written[0] == "[" else _item(path, place, written))


def _list(path: str, at: int, written: str) -> Listing:
    items = tuple(_item(path, at + match.start(), match[0]) for match in _ONE_OF_A_LIST.finditer(written))
    return Listing(items, Span(path, at, at + len(written)))


def _item(path: str, at: int, written: str) -> Scalar:
    span = Span(path, at, at + len(written))
    return Scalar(written[1:-1], span, plain=False) if written[0] == '"' else Scalar(written, span)
