"""Files against what the vault keeps: in which file, on which line; never what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.diagnostics import Diagnostic, Severity, Span
from briefing.diagnostics.codes.protection import P403
from briefing.verification.scan.dossiers import Dossiers
from briefing.verification.scan.folding import folded, letters
from briefing.verification.scan.layers import Layer, layers
from briefing.verification.scan.needles import Needle, bare, found_bare, turned
from briefing.verification.scan.private import Opener

_SHOW = "at a terminal, on the machine with the vault: briefing scan --show"


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A place that may name a confidential source."""

    path: str
    line: int
    """From 1; 0 where only the file as a whole can be named: its name, or what is encoded in it."""
    faint: bool = False
    needle: int = -1
    """Which string it was, for ``--show`` on the editor's own terminal."""


def needles_of(dossiers: Dossiers, opener: Opener, public: str) -> tuple[Needle, ...]:
    """Every needle; an employer or a role that the register itself names (``public``) hints at nobody."""
    known = bare(public)
    every = (needle for dossier in dossiers.known for needle in dossier.needles.reveal(opener))
    return tuple(needle for needle in every if not (needle.faint and needle.bare in known))


def search(path: str, content: bytes, needles: tuple[Needle, ...]) -> Iterator[Hit]:
    """One hit a line and needle; what shows only when it is decoded is told of the file."""
    hits = {hit for layer in layers(content) for hit in _in_layer(path, layer, needles)}
    hits |= {Hit(path, 0, needles[number].faint, number) for number in _named(path, needles)}
    plain = {hit.needle for hit in hits if hit.line}
    yield from sorted(hit for hit in hits if hit.line or hit.needle not in plain)


def _named(path: str, needles: tuple[Needle, ...]) -> Iterator[int]:
    text = folded(path)
    for needle in found_bare(needles, letters(text)):
        if needle.sure or any(needle.places(text)):
            yield needles.index(needle)


def _in_layer(path: str, layer: Layer, needles: tuple[Needle, ...]) -> Iterator[Hit]:
    text = folded(layer.text)
    joined = letters(text)
    for needle in found_bare(needles, joined):
        number = needles.index(needle)
        places = list(needle.places(text))
        if layer.whole:
            yield from (Hit(path, text.count("\n", 0, start) + 1, needle.faint, number) for start, _ in places)
        if (places and not layer.whole) or (not places and needle.sure) or turned(needle, joined):
            yield Hit(path, 0, needle.faint, number)


def told(hits: Iterable[Hit]) -> tuple[tuple[Diagnostic, ...], Mapping[str, str]]:
    """The findings, one a line, and stand-ins for the texts they point into: lines to count, with nothing in them."""
    worst: dict[tuple[str, int], bool] = {}
    for hit in hits:
        worst[hit.path, hit.line] = worst.get((hit.path, hit.line), True) and hit.faint
    texts: dict[str, str] = {}
    for path, line in worst:
        texts[path] = max(texts.get(path, ""), "\n" * line, key=len)
    return tuple(_finding(path, line, faint) for (path, line), faint in sorted(worst.items())), texts


def _finding(path: str, line: int, faint: bool) -> Diagnostic:
    span = Span(path, line - 1, line - 1) if line else Span(path)
    notes = () if line else ("in the file’s name, or in what is encoded or packed in it, or across its lines",)
    if faint:
        message = "an employer or a role that only the vault knows stands here"
        return P403.at(span, message, notes=notes, help=(_SHOW,), severity=Severity.WARNING)
    return P403.at(span, notes=notes, help=(_SHOW,))
