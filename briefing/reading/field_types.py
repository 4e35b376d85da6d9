"""The types a field can have; each parser returns a value, or None after it has reported what is wrong.

Nothing is guessed from how a value looks: ``NO`` is text where text is due, and only ``yes``, ``no``, ``true``, ``false``, ``on`` and
``off`` are a yes or no where that is due.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from briefing.diagnostics.codes.register import F401
from briefing.diagnostics.codes.yaml_files import F112, F113, F205
from briefing.reading.characters import refused_characters
from briefing.reading.fields import Field, Parser, nearest
from briefing.reading.yaml_nodes import Listing, Opaque, Scalar, Section

T = TypeVar("T")

KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")

_BREAK = re.compile(r"[ \t]*[\r\n][ \t\r\n]*|\t+")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_SWITCH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def text(field: Field) -> str | None:
    """One line of text; line breaks and tabs become spaces, everything else stays as filed."""
    return _text(field, " ")


def address_lines(field: Field) -> str | None:
    """A postal address: its lines are joined with commas."""
    return _text(field, ", ")


def _text(field: Field, joined: str) -> str | None:
    scalar = field.scalar("text", "Night berthing resumes")
    if scalar is None:
        return None
    if scalar.hash_after:
        field.fault(F113)
    if joined == " " and scalar.value.isascii() and scalar.value.isprintable():
        return scalar.value.strip()  # nothing is refused, and nothing to be joined
    for run in refused_characters(scalar.value):  # written as an escape: the file itself holds none
        field.fault(F112, f"{run.words} stands here, written as an escape")
        return None
    lines = (line.rstrip(",") if joined == ", " else line for line in _BREAK.split(scalar.value.strip()))
    return joined.join(lines)


def whole_number(field: Field) -> int | None:
    """A number of up to nine digits, without signs, points or leading zeros."""
    scalar = field.scalar("a whole number", "4")
    if scalar is None:
        return None
    if _NUMBER.fullmatch(scalar.value) is None:
        field.refuse("a whole number", "4")
        return None
    return int(scalar.value)


def positive_number(field: Field) -> int | None:
    """A whole number from 1 on."""
    number = whole_number(field)
    if number == 0:
        field.refuse("a whole number from 1 on", "1")
        return None
    return number


def yes_or_no(field: Field) -> bool | None:
    """A switch."""
    scalar = field.scalar("true or false", "true")
    if scalar is None:
        return None
    value = _SWITCH.get(scalar.value.lower())
    if value is None:
        field.refuse("true or false", "true")
    return value


def one_of(*words: str) -> Parser[str]:
    """One word of a closed list."""
    expected = f"one of {', '.join(words)}"

    def parse(field: Field) -> str | None:
        scalar = field.scalar(expected, words[0])
        if scalar is None or scalar.value in words:
            return None if scalar is None else scalar.value
        near = nearest(scalar.value, words)
        label = f"did you mean {near}?" if near else ""
        field.fault(
            F205, f"{field.name} is none of the words allowed here", label=label, help=(f"write one of: {', '.join(words)}",)
        )
        return None

    return parse


def key(field: Field) -> str | None:
    """The key of a person, a topic or an author."""
    scalar = field.scalar("a key", "harbour-board")
    if scalar is None:
        return None
    if KEY.fullmatch(scalar.value) is None:
        field.fault(F401, f"{field.name} must be a key", help=("letters a to z, digits and hyphens: harbour-board",))
        return None
    return scalar.value


def list_of(parser: Parser[T], example: str) -> Parser[tuple[T, ...]]:
    """A list; entries that cannot be read are reported and left out."""

    def parse(field: Field) -> tuple[T, ...] | None:
        match field.node:
            case Listing(items):
                values = (parser(field.part(item)) for item in items)
                return tuple(value for value in values if value is not None)
            case Opaque():
                return None
            case Scalar() | Section():
                field.refuse("a list", example)
                return None

    return parse


def one_or_more(parser: Parser[T], example: str) -> Parser[tuple[T, ...]]:
    """A list, or a single value for a list of one."""
    listed = list_of(parser, example)

    def parse(field: Field) -> tuple[T, ...] | None:
        if not isinstance(field.node, Scalar):
            return listed(field)
        value = parser(field)
        return None if value is None else (value,)

    return parse


def mapping_of(parser: Parser[T], example: str) -> Parser[tuple[tuple[str, T], ...]]:
    """Keys with a value each, in the order of the file."""

    def parse(field: Field) -> tuple[tuple[str, T], ...] | None:
        match field.node:
            case Section() as section:
                return tuple(_pairs(field, section, parser))
            case Opaque():
                return None
            case Scalar() | Listing():
                field.refuse("a mapping", example)
                return None

    return parse


def _pairs(field: Field, section: Section, parser: Parser[T]) -> Iterable[tuple[str, T]]:
    repeated = {entry.key.span for entry in section.repeated()}
    for entry in section.entries:
        if entry.key.span in repeated or isinstance(entry.key, Opaque):
            continue
        name = key(field.part(entry.key, "key"))
        value = parser(field.part(entry.value, entry.name))
        if name is not None and value is not None:
            yield name, value
