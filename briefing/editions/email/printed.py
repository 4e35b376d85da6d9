"""A piece of the HTML with what it says of the edition's own: the same-words proof is told of every such line, in order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Printed(NamedTuple):
    """HTML, and those lines in it that are not the issue's own words."""

    html: str
    declared: tuple[str, ...] = ()


def joined(pieces: Iterable[Printed]) -> Printed:
    """All pieces, one after the other, each beginning a line."""
    pieces = tuple(pieces)
    return Printed("\n".join([piece.html for piece in pieces]), tuple([line for piece in pieces for line in piece.declared]))
