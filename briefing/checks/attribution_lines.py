"""The attribution line of a displayed quotation agrees with the register."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.cited import covered_quotations, described_records
from briefing.clearance.attributions import agrees, allowed_lines
from briefing.desk import Desk, DraftCitation, Register
from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.protection import P410


class AttributionLines:
    """Compares the line with the forms that the register allows."""

    name = "attribution-lines"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """P410 at the line, which is never echoed: what was typed may be the name that was to be kept."""
        for draft, quoted, citation in covered_quotations(desk.drafts):
            if quoted.attribution is None or any(item.key not in desk.register.sources for item in citation.items):
                continue
            allowed = allowed_lines(citation, desk.register, draft.front_matter.dated.date())
            if not any(agrees(quoted.attribution.words, line) for line in allowed):
                yield P410.at(quoted.attribution.span, help=(_help(citation, desk.register, allowed),))


def _help(citation: DraftCitation, register: Register, allowed: tuple[str, ...]) -> str:
    if described_records(citation, register):
        return "write exactly the words of describe: in its register file"
    if allowed:
        return f"write one of: {' · '.join(allowed)}"
    return "say who speaks, [@key by person], with the person among the source's speakers"
