"""Read what was written as bytes and let every proof judge it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from briefing.diagnostics import Diagnostic, Reading
from briefing.press.clients import load_clients
from briefing.press.plugins import Plugin, blaming
from briefing.press.printing import Printed
from briefing.press.spreading import sharing
from briefing.proofs import Outputs, Proof, Reader
from briefing.proofs.clients import ClientData
from briefing.proofs.pieces import File, Piece, pieces
from briefing.proofs.proof import PiecewiseProof

T = TypeVar("T")


def prove(
    printed: Printed,
    files: Mapping[File, bytes],
    proofs: Iterable[Plugin[Proof]],
    readers: Iterable[Plugin[Reader]],
    *,
    clients: Reading[ClientData] | None = None,
) -> tuple[Diagnostic, ...]:
    """What the proofs find in finished files; ``clients``: what mail programs support, if it was loaded already."""
    return prove_beside(lambda _files: None, printed, files, proofs, readers, clients=clients)[0]


def prove_beside(
    inspect: Callable[[Mapping[File, bytes]], T],
    printed: Printed,
    files: Mapping[File, bytes],
    proofs: Iterable[Plugin[Proof]],
    readers: Iterable[Plugin[Reader]],
    *,
    clients: Reading[ClientData] | None = None,
) -> tuple[tuple[Diagnostic, ...], list[T]]:
    """The same, and what ``inspect`` makes of the very bytes that the proofs are given, some files at a time; no proof is told of it."""
    every = tuple(proofs)
    looking = tuple(
        (proof, proof.part if isinstance(proof.part, PiecewiseProof) else None) for proof in every
    )  # asking takes long
    showings = tuple(showing for rendition in printed.renditions.values() for showing in rendition.showings)
    clients = clients or load_clients()
    share = sharing(len(printed.archive.issues))
    outputs = Outputs(printed.archive, files, showings, tuple(reader.part for reader in readers), clients.value, share)

    def see(piece: Piece) -> tuple[T, tuple[object, ...]]:
        """All look at a piece one after the other, so that each of its files is read once."""
        held = piece.of(outputs)
        return inspect(held.files), tuple(_look(proof, part, held) for proof, part in looking)

    seen = share(see, pieces(outputs))
    judged = (_judge(proof, outputs, [looked[place] for _, looked in seen]) for place, proof in enumerate(every))
    return (*clients.findings, *chain.from_iterable(judged)), [inspected for inspected, _ in seen]


def _look(proof: Plugin[Proof], part: PiecewiseProof | None, piece: Outputs) -> object:
    with blaming(proof):
        return part.look(piece) if part else None


def _judge(proof: Plugin[Proof], outputs: Outputs, looked: Sequence[object]) -> tuple[Diagnostic, ...]:
    with blaming(proof):
        if isinstance(proof.part, PiecewiseProof):
            return tuple(proof.part.judge(outputs, looked))
        return tuple(proof.part.prove(outputs))
