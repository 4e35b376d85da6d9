"""Small insertions into the front matter of a filed issue; every other character of the file stays where and what it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.desk import DraftCorrection
from briefing.reading.front_matter_block import front_matter_block
from briefing.reading.yaml_nodes import Entry, Listing, Node, Scalar, Section
from briefing.reading.yaml_source import read_section

_NEWLINE = re.compile(r"\r\n?|\n")
_DASH = "- "


class CannotAmendError(Exception):
    """The front matter is written in a way that nothing can be put in safely; the message says what an editor may do instead."""


@dataclass(frozen=True, slots=True)
class _Insertion:
    at: int
    text: str


def with_correction(text: str, entry: DraftCorrection) -> str:
    """The file with a further entry under ``corrections``, behind those it has."""
    fields = tuple(_entry_fields(entry))
    section, end = _front_matter(text)
    match section.entry("corrections"):
        case None:
            return _inserted(text, _Insertion(end, _block("corrections:", fields)))
        case Entry(value=Scalar() as nothing) if nothing.empty:
            return _inserted(text, _Insertion(_line_end(text, nothing.span.start), _item(fields, "  ")))
        case Entry(value=Listing() as listing):
            return _inserted(text, _into_list(text, listing, fields))
        case _:
            raise CannotAmendError("what stands under corrections: is no list")


def with_recall(text: str, on: str, why: str) -> str:
    """The file with ``recalled``, which it does not have yet."""
    section, end = _front_matter(text)
    if section.entry("recalled") is not None:
        raise CannotAmendError("recalled: is there already")
    return _inserted(text, _Insertion(end, f"recalled: {{on: {on}, why: {_quoted(why)}}}\n"))


def with_sent_in(text: str, entries: Iterable[int], number: int, *, recall: bool = False) -> str:
    """The file with ``sent-in`` in these entries of ``corrections`` (by their place), and in ``recalled``."""
    section, _ = _front_matter(text)
    listing = section.get("corrections")
    items = listing.items if isinstance(listing, Listing) else ()
    wanted: list[Node] = [items[index] for index in entries if index < len(items)]
    if recall and (recalled := section.get("recalled")) is not None:
        wanted.append(recalled)
    insertions = [_into_section(text, node, f"sent-in: {number}") for node in wanted]
    for insertion in sorted(insertions, key=lambda one: one.at, reverse=True):
        text = _inserted(text, insertion)
    return text


def _front_matter(text: str) -> tuple[Section, int]:
    """What it says, and where its last line begins."""
    block = front_matter_block("", text)
    section = read_section(block.value).value if block.value else None
    if block.value is None or section is None:
        raise CannotAmendError("the front matter cannot be read")
    return section, block.value.start + len(block.value.yaml)


def _entry_fields(entry: DraftCorrection) -> Iterator[str]:
    yield f"on: {entry.on.isoformat()}"
    yield f"kind: {entry.kind}"
    if entry.significance == "major":
        yield "significance: major"
    for name, value in (("text", entry.text), ("was", entry.was), ("now", entry.now)):
        if value:
            yield f"{name}: {_quoted(value)}"
    if entry.affects:
        yield f"affects: {entry.affects}"


def _quoted(words: str) -> str:
    """A YAML scalar that no character can end or turn into something else: JSON's strings are such (YAML 1.2, 5.7 and 7.3.1)."""
    return json.dumps(words, ensure_ascii=False)


def _block(key: str, fields: tuple[str, ...]) -> str:
    return f"{key}\n{_item(fields, '  ')}"


def _item(fields: tuple[str, ...], indent: str) -> str:
    first, *rest = fields
    return "".join((f"{indent}{_DASH}{first}\n", *(f"{indent}{' ' * len(_DASH)}{field}\n" for field in rest)))


def _into_list(text: str, listing: Listing, fields: tuple[str, ...]) -> _Insertion:
    if text[listing.span.start] == "[":
        separator = ", " if listing.items else ""
        return _Insertion(listing.span.end - 1, f"{separator}{{{', '.join(fields)}}}")
    indent = text[_line_start(text, listing.span.start) : listing.span.start]
    if indent.strip():
        raise CannotAmendError("the list under corrections: begins in an unusual place")
    return _Insertion(_line_end(text, listing.span.end), _item(fields, indent))


def _into_section(text: str, node: Node, line: str) -> _Insertion:
    if not isinstance(node, Section):
        raise CannotAmendError("an entry under corrections: is no mapping")
    if text[node.span.start] == "{":
        return _Insertion(node.span.end - 1, f", {line}")
    column = node.span.start - _line_start(text, node.span.start)
    return _Insertion(_line_end(text, node.span.end), f"{' ' * column}{line}\n")


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_end(text: str, at: int) -> int:
    """Behind the line break of the line that ``at`` lies in; the closing line of the front matter is always behind it."""
    found = _NEWLINE.search(text, at)
    return found.end() if found else len(text)


def _inserted(text: str, insertion: _Insertion) -> str:
    """With the line breaks that the file has."""
    own = _NEWLINE.search(text)
    new = insertion.text.replace("\n", own[0]) if own else insertion.text
    return f"{text[: insertion.at]}{new}{text[insertion.at :]}"
