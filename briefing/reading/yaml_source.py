"""YAML → nodes with places in the editor's file: one parse, nothing expanded, nothing typed.

Whatever of YAML an editor's file may not hold (tags, anchors, aliases, merges) is kept as ``Opaque``; ``structure_faults`` names it
where it is not allowed. So one parse serves both the strict files and mkdocs.yml, which is MkDocs' file first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from briefing.diagnostics import Code, Diagnostic, Reading
from briefing.diagnostics.codes.yaml_files import F103, F106, F107, F108, F109, F110, F111
from briefing.reading.yaml_faults import YamlText, blank_fault, character_faults, syntax_fault, tab_fault
from briefing.reading.yaml_nodes import Entry, Listing, Node, Opaque, Scalar, Section
from briefing.reading.yaml_plain import plain_section

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same events, fourteen times as fast
_DEEPEST = 24
_HASH_AFTER = re.compile(r"[ \t]+#\w")
_MERGE = "<<"


def read_section(source: YamlText, *, lenient: bool = False) -> Reading[Section]:
    """The mapping that a file holds; ``lenient`` refuses only what cannot be parsed and leaves the rest to the caller."""
    if not lenient and (plain := plain_section(source)) is not None:
        return Reading(plain)
    faults = () if lenient else (*character_faults(source), *tab_fault(source), *blank_fault(source))
    if faults:
        return Reading(None, faults)
    reading = read_node(source)
    match reading.value:
        case None if reading.findings:
            return Reading(None, reading.findings)
        case None | Scalar(value="", plain=True):
            return Reading(Section((), source.span(0, 0)))
        case Section() as section:
            return Reading(section, reading.findings if lenient else (*reading.findings, *structure_faults(section)))
        case other:
            return Reading(None, (*reading.findings, _no_mapping(source, other)))


def read_node(source: YamlText) -> Reading[Node]:
    """Whatever the file holds, as a node; no value and no finding where it is empty."""
    builder = _Builder(source)
    try:
        for event in yaml.parse(source.yaml, Loader=_LOADER):
            if (fault := builder.take(event)) is not None:
                return Reading(None, (fault,))
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the pure parser lets chr() raise on a wild escape
        unseen = next(character_faults(source), None) or next(tab_fault(source), None)
        return Reading(None, (unseen or syntax_fault(source, error, _parses_to),))
    return Reading(builder.root)


def structure_faults(node: Node) -> Iterator[Diagnostic]:
    """What an editor's file may not hold, each once, in the order of the file."""
    match node:
        case Scalar():
            return
        case Opaque(fault, span):
            yield fault.at(span, help=(fault.instead,))
        case Listing(items):
            for item in items:
                yield from structure_faults(item)
        case Section(entries):
            repeated = {entry.key.span for entry in node.repeated()}
            for entry in entries:
                if repeated or not (isinstance(entry.key, Scalar) and isinstance(entry.value, Scalar)):
                    yield from _entry_faults(entry, repeated=entry.key.span in repeated)


def _entry_faults(entry: Entry, *, repeated: bool) -> Iterator[Diagnostic]:
    if isinstance(entry.key, Opaque):
        yield entry.key.fault.at(entry.key.span, help=(entry.key.fault.instead,))
    elif repeated:
        yield F103.at(entry.key.span, f"{entry.name} is given twice", label="given before, above", help=(F103.instead,))
    else:
        yield from structure_faults(entry.value)


def _no_mapping(source: YamlText, node: Node) -> Diagnostic:
    return F111.at(node.span, help=("write one `key: value` a line", f"for example: {source.example}"))


def _parses_to(text: str) -> int | None:
    """How far into ``text`` a parser gets: the offset of the first fault, or None if there is none."""
    try:
        for _ in yaml.parse(text, Loader=_LOADER):
            pass
    except yaml.MarkedYAMLError as error:
        return error.problem_mark.index if error.problem_mark else 0
    except (yaml.YAMLError, ValueError, OverflowError):
        return 0
    return None


@dataclass(slots=True)
class _Open:
    """A list or section whose end has not come yet."""

    start: int
    flow: bool
    opaque: Code | None
    is_mapping: bool
    children: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class _Builder:
    """Puts events together to nodes; a stack instead of recursion, so that depth is ours to limit."""

    source: YamlText
    root: Node | None = None
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0

    def take(self, event: Event) -> Diagnostic | None:
        """Add one event; the finding, if reading must stop here."""
        match event:
            case ScalarEvent() | AliasEvent():
                self._add(self._single(event))
            case DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    return F110.at(self.source.span(*_range(event)), help=(F110.instead,))
            case CollectionStartEvent():
                if len(self.stack) >= _DEEPEST:
                    return F107.at(self.source.span(*_range(event)), help=(F107.instead,))
                is_mapping = isinstance(event, MappingStartEvent)
                self.stack.append(_Open(_range(event)[0], bool(event.flow_style), _markup(event), is_mapping))
            case CollectionEndEvent():
                self._add(self._closed(self.stack.pop(), _range(event)[1]))
            case _:
                pass  # where a stream or a document begins or ends says nothing more
        return None

    def _add(self, node: Node) -> None:
        if self.stack:
            self.stack[-1].children.append(node)
        else:
            self.root = node

    def _single(self, event: ScalarEvent | AliasEvent) -> Node:
        start, end = _range(event)
        span = self.source.span(start, start + len(self.source.yaml[start:end].rstrip()))
        if isinstance(event, AliasEvent):
            return Opaque(F109, span)
        if (fault := _markup(event)) is not None:
            return Opaque(fault, span)
        plain = not event.style  # None or "", by which of the two loaders there is
        hash_after = plain and _HASH_AFTER.match(self.source.yaml, end) is not None
        return Scalar(event.value, span, plain, hash_after)

    def _closed(self, opened: _Open, end: int) -> Node:
        children = opened.children
        if not opened.flow:  # a block's own end mark lies after the comments and blank lines that follow it
            end = children[-1].span.end - self.source.start if children else opened.start
        span = self.source.span(opened.start, end)
        if opened.opaque is not None:
            return Opaque(opened.opaque, span)
        if not opened.is_mapping:
            return Listing(tuple(children), span)
        pairs = zip(children[::2], children[1::2], strict=True)
        return Section(tuple(Entry(_key(key), value) for key, value in pairs), span)


def _range(event: Event) -> tuple[int, int]:
    """Where an event begins and ends; events of a parse always have marks, those made by hand need not."""
    start, end = event.start_mark, event.end_mark
    return (start.index if start else 0, end.index if end else 0)


def _markup(event: NodeEvent) -> Code | None:
    """The code for an anchor or an explicit tag on a node."""
    if event.anchor is not None:
        return F109
    return F108 if getattr(event, "tag", None) is not None else None


def _key(node: Node) -> Scalar | Opaque:
    match node:
        case Scalar(value, span, plain) if not value or (plain and value == _MERGE):
            return Opaque(F109 if value else F106, span)
        case Scalar() | Opaque():
            return node
        case Listing(_, span) | Section(_, span):
            return Opaque(F106, span)
