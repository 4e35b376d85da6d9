"""Pull-quotes: words marked in place with ``==…==``."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.diagnostics.codes.quotations import Q107
from briefing.reading.found import FoundPull
from briefing.reading.run_state import RunState
from briefing.reading.tokens import Token, token

MARK = "=="


@dataclass(slots=True)
class PullReader:
    """Reads the pull marks of one run."""

    state: RunState
    start: int | None = None
    """Where the open pull-quote begins, None if none is open."""
    piece: int = 0
    quotation: int | None = None
    abandoned: bool = False
    """Whether the open pull-quote has been reported, so that its closing mark only has to be passed over."""

    def mark(self, at: int, quotation: int | None) -> None:
        """A ``==`` at ``at``, inside ``quotation`` if there is one."""
        if self.abandoned:
            self.abandoned = False
        elif self.start is None:
            self._opens(at, quotation)
        else:
            self._closes(self.start, at)

    def boundary(self, at: int, *, closing: bool) -> None:
        """A quotation mark at ``at``: no pull-quote may cross it."""
        if self.start is None or (closing and self.quotation is None):
            return
        self._abandon(at, at + 1, "a pull-quote lies wholly inside one quotation, or outside any", "put the == inside the marks")
        self.abandoned = True

    def end(self) -> None:
        """The run ends."""
        if self.start is not None:
            self._abandon(self.start, self.start + 2, "this pull-quote is never closed", "close it with == in the same paragraph")

    def _opens(self, at: int, quotation: int | None) -> None:
        self.start, self.piece, self.quotation = at, len(self.state.pieces), quotation
        self.state.pieces.append(token(Token.PULL_OPENS, len(self.state.found.pulls)))
        if self._inside_word(at):
            self.state.find(
                Q107, at, at + 2, "a pull-quote begins with a whole word", help="move == to the beginning of the word"
            )

    def _closes(self, start: int, at: int) -> None:
        if not self.state.words_since(self.piece).strip():
            self._abandon(start, at + 2, "there is nothing between these ==", "put words between them, or take them out")
            return
        if self._inside_word(at):
            self.state.find(Q107, at, at + 2, "a pull-quote ends with a whole word", help="move == to the end of the word")
        self.state.pieces.append(token(Token.PULL_CLOSES, len(self.state.found.pulls)))
        self.state.found.pulls.append(FoundPull(self.state.span(start, at + 2), self.quotation))
        self.start = None

    def _abandon(self, start: int, end: int, message: str, help: str) -> None:
        self.state.find(Q107, start, end, message, help=help)
        self.state.pieces[self.piece] = ""
        self.start = None

    def _inside_word(self, at: int) -> bool:
        text = self.state.run.text
        return text[at - 1 : at].isalnum() and text[at + 2 : at + 3].isalnum()
