"""HTML together with the lines in it that are the edition's own."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Copy:
    """A piece of HTML, and what it shows beyond the issue's words, in order of appearance."""

    html: str
    declared: tuple[str, ...] = ()


class Declared:
    """What a page has shown as its own: the template says ``own(line)`` where it prints a line that is not the issue's.

    So the declaration cannot drift from what is printed, in our templates or in a publication's own.
    """

    def __init__(self) -> None:
        self._lines: list[str] = []

    def __call__(self, shown: str | Copy) -> str | Markup:
        """The text or HTML to print, noted in order of appearance."""
        if isinstance(shown, Copy):
            self._lines.extend(shown.declared)
            return Markup(shown.html)  # noqa: S704 - HTML, as its type says
        self._lines.append(shown)
        return shown

    @property
    def lines(self) -> tuple[str, ...]:
        """All that was shown so far."""
        return tuple(self._lines)
