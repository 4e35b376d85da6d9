"""What a proof is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from briefing.diagnostics import Diagnostic
from briefing.proofs.outputs import Outputs


class Proof(Protocol):
    """One rule over all finished files; a plug-in of the group ``briefing.proofs`` is a callable that returns one."""

    @property
    def name(self) -> str:
        """Short and lower case, words joined by hyphens: ``same-words``."""

    def prove(self, outputs: Outputs) -> Iterable[Diagnostic]:
        """What does not hold; pure, and in any order."""
