"""Proofs: finished files are read back, by code that shares nothing with any renderer, and held to what the archive says."""

from briefing.proofs.outputs import Outputs
from briefing.proofs.proof import EachFile, PiecewiseProof, Proof
from briefing.proofs.readers import READERS
from briefing.proofs.shown import Reader, Shown, UnreadableError

__all__ = ["READERS", "EachFile", "Outputs", "PiecewiseProof", "Proof", "Reader", "Shown", "UnreadableError"]
