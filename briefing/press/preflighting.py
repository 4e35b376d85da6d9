"""Only the emails: rendered and proven in memory, without a website and without writing anything."""

from __future__ import annotations

from briefing.diagnostics import Diagnostic
from briefing.model import Tree
from briefing.press.composing import Composition
from briefing.press.placing import placed
from briefing.press.plugins import find_editions, find_proofs, find_readers
from briefing.press.printing import print_all
from briefing.press.proving import prove
from briefing.press.theme import load_theme

_EDITION = "email"
_PROOFS = frozenset({"email-preflight", "markers", "quotations", "same-words"})
"""Those that an email can be held to by itself; links into the website need the website."""


def preflight(composition: Composition) -> tuple[Diagnostic, ...]:
    """What the proofs find in the emails, in the publication's own colours and sizes; call only where the composition has no error."""
    folders = composition.project.folders
    if composition.desk is None or folders is None:
        return ()
    editions = tuple(edition for edition in find_editions() if edition.part.name == _EDITION)
    printed = print_all(composition.project, composition.desk, (), editions, load_theme(folders.theme))
    proofs = tuple(proof for proof in find_proofs() if proof.part.name in _PROOFS)
    found = prove(printed, printed.contents(Tree.DIST), proofs, find_readers())
    return placed(found, composition.desk, composition.project.texts)
