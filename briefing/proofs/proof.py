"""What a proof is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, Protocol, runtime_checkable

from briefing.diagnostics import Diagnostic
from briefing.proofs.outputs import Outputs


class Proof(Protocol):
    """One rule over all finished files; a plug-in of the group ``briefing.proofs`` is a callable that returns one."""

    @property
    def name(self) -> str:
        """Short and lower case, words joined by hyphens: ``same-words``."""

    def prove(self, outputs: Outputs) -> Iterable[Diagnostic]:
        """What does not hold; pure, and in any order."""


@runtime_checkable
class PiecewiseProof(Proof, Protocol):
    """A proof in two steps, of which the first looks at each file by itself; so several processors can do it, each with some files."""

    def look(self, piece: Outputs) -> Any:
        """What has to be known of these files: a small value, as it may come from another process. A file is there with all its showings."""

    def judge(self, outputs: Outputs, looked: Sequence[Any]) -> Iterable[Diagnostic]:
        """What does not hold, by what was seen of every piece; ``prove`` says the same of the whole as one piece."""


class EachFile(ABC):
    """The two steps of a proof that has nothing to say of files together: it inherits them."""

    @abstractmethod
    def prove(self, outputs: Outputs) -> Iterable[Diagnostic]:
        """What does not hold, a file at a time."""

    def look(self, piece: Outputs) -> tuple[Diagnostic, ...]:
        """All there is to say."""
        return tuple(self.prove(piece))

    def judge(self, outputs: Outputs, looked: Sequence[Iterable[Diagnostic]]) -> Iterable[Diagnostic]:
        """The same."""
        del outputs  # each finding is of one file
        return chain.from_iterable(looked)
