"""Read what was written as bytes and let every proof judge it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.diagnostics import Diagnostic, Reading
from briefing.model import Tree
from briefing.press.clients import load_clients
from briefing.press.plugins import Plugin, blaming
from briefing.press.printing import Printed
from briefing.press.spreading import sharing
from briefing.proofs import Outputs, Proof, Reader
from briefing.proofs.clients import ClientData
from briefing.proofs.pieces import pieces
from briefing.proofs.proof import PiecewiseProof


def prove(
    printed: Printed,
    site: Mapping[str, bytes],
    dist: Mapping[str, bytes],
    proofs: Iterable[Plugin[Proof]],
    readers: Iterable[Plugin[Reader]],
    *,
    clients: Reading[ClientData] | None = None,
) -> tuple[Diagnostic, ...]:
    """What the proofs find in the bytes of the two trees; ``clients``: what mail programs support, if it was loaded already."""
    files = {(tree, path): content for tree, paths in ((Tree.SITE, site), (Tree.DIST, dist)) for path, content in paths.items()}
    showings = tuple(showing for rendition in printed.renditions.values() for showing in rendition.showings)
    clients = clients or load_clients()
    share = sharing(len(printed.archive.issues))
    outputs = Outputs(printed.archive, files, showings, tuple(reader.part for reader in readers), clients.value, share)
    return (*clients.findings, *_prove(outputs, tuple(proofs)))


def _prove(outputs: Outputs, proofs: Sequence[Plugin[Proof]]) -> Iterator[Diagnostic]:
    """All that look at each file by itself do so one after the other, a piece at a time: so every file is read once."""
    looked = outputs.share(lambda piece: tuple(_look(proof, piece) for proof in proofs), pieces(outputs))
    for place, proof in enumerate(proofs):
        yield from _judge(proof, outputs, [seen[place] for seen in looked])


def _look(proof: Plugin[Proof], piece: Outputs) -> object:
    if not isinstance(proof.part, PiecewiseProof):
        return None
    with blaming(proof):
        return proof.part.look(piece)


def _judge(proof: Plugin[Proof], outputs: Outputs, looked: Sequence[object]) -> tuple[Diagnostic, ...]:
    with blaming(proof):
        if isinstance(proof.part, PiecewiseProof):
            return tuple(proof.part.judge(outputs, looked))
        return tuple(proof.part.prove(outputs))
