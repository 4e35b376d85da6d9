"""Read what was written as bytes and let every proof judge it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.diagnostics import Diagnostic, Reading
from briefing.model import Tree
from briefing.press.clients import load_clients
from briefing.press.plugins import Plugin, blaming
from briefing.press.printing import Printed
from briefing.press.spreading import sharing
from briefing.proofs import Outputs, Proof, Reader
from briefing.proofs.clients import ClientData
from briefing.proofs.outputs import file_of


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
    shown = tuple(dict.fromkeys(map(file_of, showings)))
    outputs.remember(dict(zip(shown, share(outputs.read_file, shown), strict=True)))
    found = share(lambda proof: _run(proof, outputs), tuple(proofs))
    return (*clients.findings, *(finding for findings in found for finding in findings))


def _run(proof: Plugin[Proof], outputs: Outputs) -> tuple[Diagnostic, ...]:
    with blaming(proof):
        return tuple(proof.part.prove(outputs))
