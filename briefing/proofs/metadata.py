"""No picture and no document that is put out carries more than itself, whoever made it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.protection import P405
from briefing.media import STRIPPABLE, BrokenMediaError, carries_more
from briefing.proofs.findings import place
from briefing.proofs.outputs import Outputs
from briefing.proofs.proof import EachFile

_ENDINGS = tuple(sorted(STRIPPABLE))
"""Asked first: what most files end in is none of them."""


class Metadata(EachFile):
    """Takes the metadata out of the finished files once more: there must be none left to take."""

    name = "metadata"

    def prove(self, outputs: Outputs) -> Iterator[Diagnostic]:
        """Files that would be others without their metadata."""
        for (tree, path), content in outputs.files.items():
            if not path.lower().endswith(_ENDINGS) or PurePosixPath(path).suffix.lower() not in STRIPPABLE:
                continue
            try:
                reason = "it would be another file without its metadata" if carries_more(path, content) else ""
            except BrokenMediaError as error:
                reason = error.reason
            if reason:
                help_ = ("the edition, theme or plug-in that made it must leave its metadata out: briefing.media.stripped",)
                yield P405.at(place(tree, path), "a finished file carries metadata", notes=(reason,), help=help_)
