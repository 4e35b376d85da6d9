"""The HTML as it is set, with what it says of the edition's own: the same-words proof is told of every such line, in order."""

from __future__ import annotations

from typing import NamedTuple

from briefing.editions.email.escaping import escaped


class Printed(NamedTuple):
    """HTML, and those lines in it that are not the issue's own words."""

    html: str
    declared: tuple[str, ...] = ()


def own(attributes: str, line: str) -> tuple[Printed, ...]:
    """A line of the edition's own, if there is one."""
    return (Printed(f"<p {attributes}>{escaped(line)}</p>", (line,)),) if line else ()


def together(*pieces: Printed) -> Printed:
    """One piece of several, each of which begins a line."""
    return Printed("\n".join([piece.html for piece in pieces]), tuple([line for piece in pieces for line in piece.declared]))
