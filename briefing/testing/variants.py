"""Archives that show what an edition does with one form of copy, with none, and with copy that means harm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from briefing.model import (
    Archive,
    Author,
    Block,
    Blocks,
    Carried,
    CodeBlock,
    CodeSpan,
    Correction,
    Document,
    EmailOptions,
    Figure,
    Imprint,
    Inlines,
    Issue,
    Note,
    NoteReference,
    Page,
    Paragraph,
    Publication,
    PublicPerson,
    PublicRole,
    PublicSource,
    PullQuote,
    Quotation,
    Reply,
    Text,
    Topic,
)
from briefing.testing.harm import HARM

T = TypeVar("T")

_WRITTEN: Mapping[type, tuple[str, ...]] = {
    Author: ("name",),
    CodeBlock: ("value",),
    CodeSpan: ("value",),
    Carried: ("title",),
    Correction: ("text", "was", "now"),
    Document: ("text",),
    EmailOptions: ("subject",),
    Figure: ("alt",),
    Imprint: ("publisher", "address", "editor"),
    Issue: ("title", "description", "kicker", "series"),
    Note: ("text", "checked"),
    NoteReference: ("where",),
    Page: ("title", "description"),
    PublicPerson: ("name", "full"),
    PublicRole: ("role", "since", "until"),
    PublicSource: ("credit", "title", "accessed", "licence"),
    Publication: ("title", "description", "strapline"),
    PullQuote: ("words", "speaker", "role", "source", "date"),
    Quotation: ("speaker", "attribution"),
    Reply: ("name", "text"),
    Text: ("value",),
    Topic: ("name",),
}
"""The fields that hold an editor's words as text, and nothing a machine goes by."""


def hostile(archive: Archive) -> Archive:
    """The archive with harm in every text."""
    return _hostile(archive)


def with_one_form_each(archive: Archive) -> Iterator[tuple[str, Archive]]:
    """For each kind of block and inline in the archive: its name, and an archive that has one issue with that and nothing else."""
    seen = set[str]()
    for issue in archive.issues:
        for name, block in _forms(issue.body):
            if name not in seen:
                seen.add(name)
                yield name, replace(archive, issues=(replace(issue, follows=None, body=(block,)),))


def _forms(blocks: Blocks) -> Iterator[tuple[str, Block]]:
    for block in blocks:
        yield type(block).__name__, block
        if isinstance(block, Paragraph):
            yield from ((name, replace(block, content=content)) for name, content in _inlines(block.content))


def _inlines(content: Inlines) -> Iterator[tuple[str, Inlines]]:
    for inline in content:
        yield type(inline).__name__, (inline,)
        yield from _inlines(getattr(inline, "content", ()))


def _hostile(value: T) -> T:
    if isinstance(value, tuple):
        return type(value)(map(_hostile, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    written = _WRITTEN.get(type(value), ())
    changes: dict[str, Any] = {}
    for field in fields(value):
        content = getattr(value, field.name)
        changed = f"{content}{HARM}" if field.name in written and content else _hostile(content)
        if changed is not content:
            changes[field.name] = changed
    return replace(value, **changes) if changes else value
