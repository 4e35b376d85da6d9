"""House style: marks and spaces, where the settings ask for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefing.desk import Desk
from briefing.diagnostics import Code, Diagnostic, Span
from briefing.diagnostics.codes.house_style import S201, S202, S203
from briefing.reading.typography import Mending, double_spaces, spaces_before_closing, straight_marks


class HouseMarks:
    """Finds straight marks, double spaces and spaces before closing marks."""

    name = "house-marks"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """S201, S202 and S203 at the characters; imported issues stay as they came."""
        style = desk.settings.house_style
        wanted: list[tuple[Code, Callable[[str], Iterable[Mending]]]] = [(S201, straight_marks)] if style.straight_marks else []
        if style.spaces:
            wanted += [(S202, double_spaces), (S203, spaces_before_closing)]
        for draft in desk.drafts if wanted else ():
            for code, find in wanted if not draft.front_matter.imported else ():
                for one in find(draft.text):
                    yield code.at(Span(draft.path, one.start, one.end), help=("briefing check --fix mends it",))
