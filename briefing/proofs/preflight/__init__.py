"""The email preflight: forty checks of every email before it leaves; six more need a browser, Java or a mail server and are tests.

Each rule is a function of one finished email, and each finding says its threshold and who set it (``briefing explain E201``). Checks 8
and 10, the same words and the quotations, are the proofs of all editions; 16, 17, 29, 43, 45 and 46 are tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefing.diagnostics import Diagnostic
from briefing.proofs.outputs import Outputs
from briefing.proofs.preflight import links, markup, paleness, reading, sending, size, templating
from briefing.proofs.preflight.letter import Letter, letter_of, mailed
from briefing.proofs.preflight.support import judged
from briefing.proofs.preflight.tags import Tags

Rule = Callable[[Letter], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    size.sizes,
    size.characters,
    size.reproducible,
    sending.discretion,
    links.sources,
    markup.alphabet,
    markup.styles,
    markup.tables,
    reading.language,
    reading.headings,
    paleness.pale_words,
    reading.sizes,
    reading.link_words,
    reading.images,
    links.addresses,
    links.shown_addresses,
    links.tracking,
    links.crowding,
    templating.placeholders,
    templating.template_words,
    templating.who_and_why,
    sending.subject,
    sending.first_words,
    sending.parts,
    sending.headers,
)


class Preflight:
    """Holds every email to the rules."""

    name = "email-preflight"

    def prove(self, outputs: Outputs) -> Iterator[Diagnostic]:
        """What does not hold, an email at a time; what mail programs support is asked once."""
        tags = Tags()  # what one email taught is known for the next that the same process looks at
        found = outputs.share(lambda one: _judged(letter_of(outputs, *one, tags)), tuple(mailed(outputs)))
        yield from (finding for findings in found if findings for finding in findings)
        if outputs.clients is not None and any(findings is not None for findings in found):
            yield from judged(outputs.clients)


def _judged(letter: Letter | None) -> tuple[Diagnostic, ...] | None:
    return None if letter is None else tuple(preflight(letter))


def preflight(letter: Letter) -> Iterator[Diagnostic]:
    """What is wrong with one email; of HTML that cannot be read nothing more is said than that."""
    if letter.page.faults:
        yield from markup.alphabet(letter)
        return
    for rule in RULES:
        yield from rule(letter)
