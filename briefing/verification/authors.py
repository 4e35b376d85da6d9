"""Whether a label in a file names the person whose words a citation says they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "prof", "professor", "cllr", "rev", "the", "judge"}
)


@dataclass(frozen=True, slots=True)
class Speakers:
    """Whose words a quotation may be."""

    names: tuple[str, ...] = ()
    """Every form of their names."""
    named: bool = False
    """Whether the citation names them with ``by``; else the register's authors are presumed."""

    def allows(self, author: str, labels: Iterable[str]) -> bool:
        """Whether words under the label ``author`` may be theirs, in a file with these labels; "" is the file's own author."""
        if not author or any(same_person(author, name) for name in self.names):
            return True
        if self.named:
            return False
        known = set(labels)
        return "" not in known and not any(same_person(label, name) for label in known for name in self.names)


def same_person(label: str, name: str) -> bool:
    """Whether a label can mean a name: all its words, a surname, or the initials."""
    ours, theirs = _words(name), _words(label)
    if not ours or not theirs:
        return False
    initials = "".join(word[0] for word in ours)
    return set(theirs) <= set(ours) or set(ours) <= set(theirs) or (len(initials) > 1 and theirs == [initials])


def _words(name: str) -> Sequence[str]:
    bare = re.sub(r"<[^<>]*>|\([^()]*\)", " ", name)
    return [word for word in re.findall(r"[^\W_]+", bare.casefold()) if word not in _TITLES]
