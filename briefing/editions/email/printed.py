"""The HTML as it is set, with what it says of the edition's own: the same-words proof is told of every such line, in order."""

from __future__ import annotations

from typing import NamedTuple


class Printed(NamedTuple):
    """HTML, and those lines in it that are not the issue's own words."""

    html: str
    declared: tuple[str, ...]


class Sheet:
    """What one email's HTML is set on, from its first piece to its last; each piece begins a line."""

    __slots__ = ("_declared", "_pieces")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._declared: list[str] = []

    def put(self, html: str, *own: str) -> None:
        """Set a piece; ``own`` are the lines in it that are the edition's own, as plain text."""
        self._pieces.append(html)
        if own:
            self._declared += own

    @property
    def printed(self) -> Printed:
        """All that was set."""
        return Printed("\n".join(self._pieces), tuple(self._declared))
