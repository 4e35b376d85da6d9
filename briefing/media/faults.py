"""What is raised of a file that cannot be published, with the reason as an editor reads it."""

from __future__ import annotations


class BrokenMediaError(Exception):
    """A picture or document whose parts cannot be told apart, so that nobody knows what it carries."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint
