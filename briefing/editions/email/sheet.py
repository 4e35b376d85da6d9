"""What one email's HTML is set on, from its first piece to its last."""

from __future__ import annotations

from collections.abc import Callable

from briefing.editions.email.escaping import escaped
from briefing.editions.email.mailing import Mailing
from briefing.editions.email.printed import Printed


class Sheet:
    """The pieces, each of which begins a line; beside them what they are set from and with, close at hand."""

    __slots__ = (
        "_declared",
        "_pieces",
        "issue",
        "letterhead",
        "linked",
        "looks",
        "mailing",
        "publication",
        "pulled",
        "put",
        "to_note",
    )

    def __init__(self, mailing: Mailing) -> None:
        self.mailing = mailing
        self.issue = mailing.issue
        self.letterhead = mailing.letterhead
        self.publication = self.letterhead.publication
        self.looks = self.letterhead.looks
        self.to_note, self.linked = f'<a href="{escaped(mailing.permalink)}#note-', f'" {self.looks.link}>'
        """What stands before and behind the number of a note in the tag that leads to it in the web edition."""
        self.pulled: list[int] = []
        """Pull-quotes whose words were met in what has been set."""
        self._pieces: list[str] = []
        self.put: Callable[[str], None] = self._pieces.append
        """Sets words of the issue."""
        self._declared: list[str] = []

    def put_line(self, attributes: str, line: str) -> None:
        """Set a line of the edition's own, if there is one."""
        if line:
            self.put(f"<p {attributes}>{escaped(line)}</p>")
            self._declared.append(line)

    def put_own(self, html: str, *own: str) -> None:
        """Set a piece that has lines of the edition's own in it: ``own``, as plain text."""
        self.put(html)
        self._declared += own

    def put_printed(self, printed: Printed) -> None:
        """Set what was printed already."""
        self.put(printed.html)
        self._declared += printed.declared

    @property
    def printed(self) -> Printed:
        """All that was set."""
        return Printed("\n".join(self._pieces), tuple(self._declared))
