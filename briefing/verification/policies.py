"""How strict a comparison is, by kind of source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

POLICY = 1
"""The number of these rules; a record in the lock made under other rules is checked again."""
SPOKEN = frozenset({"interview", "hearing", "speech", "broadcast", "testimony"})
"""Kinds in which somebody wrote down what another said."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What may differ."""

    spoken: bool = False
    """Fillers may be dropped, with a warning; a number may be written in words or in figures."""
    spellings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The house's spelling to others': ``{"organise": "organize"}``; such a difference is a warning until an editor accepts it."""


def policy_for(kind: str, spellings: Mapping[str, str] | None = None) -> Policy:
    """The policy of a kind of source; documents are strict."""
    return Policy(kind in SPOKEN, MappingProxyType(dict(spellings or {})))
