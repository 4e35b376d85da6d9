"""What every check must keep to, as one assertion; each breach names the check, the finding, and what to do."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from types import MappingProxyType

from briefing.desk import Check, DescribedRecord, Desk
from briefing.diagnostics import Code, Diagnostic
from briefing.diagnostics.codes import CODES
from briefing.diagnostics.places import in_order
from briefing.testing.desks import NOW, Files, desk
from briefing.testing.publication import EVERY_FORM
from briefing.testing.purity import ImpureError, no_way_out

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OWN_CODE = re.compile(r"[A-Z]{2,8}[0-9]{3}")
_BEFORE_ALL = datetime(2001, 1, 1, tzinfo=UTC)

_TROUBLED: Mapping[str, str] = MappingProxyType(
    {
        "content/issues/2031-05-02-nothing.md": "",
        "content/issues/2031-05-09-odd.md": """\
“This is never closed, and nobody [@nobody, p. 3] [@anon-7k2q] said it.

## ‘

<script>alert(1)</script> {{ nothing }} \u202btraps\u202c [@] [@@] ==pulled== [x](nowhere.md) [^1] | a | b |

> — [@anon-7k2q]

> > deep

- [@guild-letter]

“A” “B” ‘C’ "D" 'E'
""",
    }
)
"""Copy no editor would be proud of; a check has to live with it, as other checks report what is wrong."""

_DESKS: Mapping[str, tuple[Files, datetime]] = MappingProxyType(
    {
        "copy with every form": (EVERY_FORM, NOW),
        "copy full of faults": (_TROUBLED, NOW),
        "issues that are all withheld": (EVERY_FORM, _BEFORE_ALL),
        "no issues": ({}, NOW),
    }
)


def assert_check_contract(check: Check, faulty: Files | None = None) -> None:
    """Fail unless ``check`` keeps to the contract; ``faulty`` is copy in which it must find something.

    It is pure and finds the same twice, on copy of every form, on none and on bad copy; its findings have known codes, lie inside the
    files they name, say one sentence, and keep a described source's key to themselves.
    """
    _assert(check, _NAME.fullmatch(check.name) is not None, "its name", "a name is lower case, its words joined by hyphens")
    for code in _own_codes(check):
        apart = _OWN_CODE.fullmatch(code.id) is not None
        _assert(check, apart, f"its code {code.id}", "codes of plug-ins are two to eight capitals and three digits: HOUSE101")
        told = all(part.strip() for part in (code.title, code.what, code.why, code.example, code.instead))
        _assert(check, told, f"its code {code.id}", "a code has a title, what, why, an example and instead")
    for what, (files, now) in _DESKS.items():
        _findings(check, files, now, what)
    if faulty is not None:
        found = _findings(check, faulty, NOW, "the faulty copy")
        _assert(check, bool(found), "the faulty copy", "nothing is found in it")


def _findings(check: Check, files: Files, now: datetime, what: str) -> tuple[Diagnostic, ...]:
    read = desk(files, now=now)
    first, second = _run(check, read, what), _run(check, desk(files, now=now), what)
    same = in_order(first) == in_order(second)
    _assert(
        check, same, what, "two runs find different things: no clock (the desk has now), no chance, nothing kept between runs"
    )
    for finding in first:
        for problem in _problems(finding, read, {code.id for code in _own_codes(check)}):
            where = f"{what}: {finding.code} at {finding.span.path}:{finding.span.start}-{finding.span.end}"
            _assert(check, False, where, problem)
    return first


def _run(check: Check, desk: Desk, what: str) -> tuple[Diagnostic, ...]:
    try:
        with no_way_out():
            found = tuple(check.check(desk))
    except ImpureError as error:
        raise AssertionError(f"check “{check.name}”: {what}: it reached for {error}; a check goes by the desk alone") from error
    except Exception as error:
        raise AssertionError(f"check “{check.name}”: {what}: it raised {type(error).__name__}: {error}") from error
    for finding in found:
        _assert(check, isinstance(finding, Diagnostic), what, f"{finding!r} is no finding: yield code.at(span)")
    return found


def _problems(finding: Diagnostic, desk: Desk, own: Collection[str]) -> Iterator[str]:
    if finding.code not in CODES and finding.code not in own:
        yield "its code is in no list: add it to the check’s own, codes = (HOUSE101,)"
    if not finding.message.strip() or "\n" in finding.message or finding.message.endswith("."):
        yield f"its message, “{finding.message}”, must be one line without a full stop"
    texts = {draft.path: draft.text for draft in desk.drafts}
    if finding.span.path in texts:
        length = len(texts[finding.span.path])
        if not 0 <= finding.span.start <= finding.span.end <= length:
            yield f"its place is not in the file, which has {length} characters: count from the beginning of draft.text"
    elif finding.span.path != "mkdocs.yml" and not finding.span.path.startswith(f"{desk.settings.sources_dir}/"):
        yield "there is no such file on the desk: take the path from a draft or a record"
    if any(key in _said(finding) for key in _described(desk, finding)):
        yield "it says a described source’s key, which may stand in no log: leave the key out"


def _said(finding: Diagnostic) -> str:
    return "\n".join((finding.message, finding.label, *finding.notes, *finding.help))


def _described(desk: Desk, finding: Diagnostic) -> Iterator[str]:
    """Keys that may not be said in this finding: all described ones, but in findings about their own file."""
    for key, record in desk.register.sources.items():
        if isinstance(record, DescribedRecord) and record.span.path != finding.span.path:
            yield key


def _own_codes(check: Check) -> tuple[Code, ...]:
    """A check that brings codes of its own lists them, so that ``briefing explain`` knows them too."""
    return tuple(getattr(check, "codes", ()))


def _assert(check: Check, holds: bool, where: str, what: str) -> None:
    if not holds:
        raise AssertionError(f"check “{check.name}”: {where}: {what}")
