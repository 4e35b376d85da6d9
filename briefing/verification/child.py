"""The process in which one evidence file is read: limits first, then the reader, then the text as JSON to standard output.

Run as ``python -m briefing.verification.child MODULE:CLASS``, with the file on standard input and nothing of the vault in its environment.
"""

from __future__ import annotations

import json
import sys
from contextlib import redirect_stdout
from importlib import metadata

from briefing.verification.evidence import Evidence, EvidenceReader, UnreadableError

MEMORY = 1 << 30
SECONDS = 30
NOT_READ = 3
_MOST_TEXT = 100_000_000
"""Characters; the text of a file that small has no business being so large."""


def main(arguments: list[str]) -> int:
    """Reads standard input with the reader named; 0, or 3 with a reason."""
    _limit()
    content = sys.stdin.buffer.read()
    try:
        with redirect_stdout(sys.stderr):  # what a reader or its library prints is no part of the answer
            evidence = _reader(arguments[0]).read(content)
        answer = as_json(evidence)
    except UnreadableError as error:
        json.dump({"reason": error.reason, "hint": error.hint}, sys.stdout)
        return NOT_READ
    except (MemoryError, RecursionError):
        json.dump({"reason": "reading this file takes more memory than a document needs", "hint": ""}, sys.stdout)
        return NOT_READ
    sys.stdout.write(answer)
    return 0


def _reader(value: str) -> EvidenceReader:
    reader: EvidenceReader = metadata.EntryPoint(name="", value=value, group="").load()()
    return reader


def as_json(evidence: Evidence) -> str:
    """Evidence as it passes between the processes."""
    if sum(len(one.text) for one in evidence.segments) > _MOST_TEXT:
        raise UnreadableError("there is more text in this file than a document can hold", "keep the part that is quoted, as .txt")
    segments = [[one.text, one.author, one.standing.value, one.place] for one in evidence.segments]
    return json.dumps({"segments": segments, "notices": list(evidence.notices)})


def _limit() -> None:
    """Memory, processor time, no file to write, no core dump; a platform without such limits has the clock of the parent."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    limits = {resource.RLIMIT_AS: MEMORY, resource.RLIMIT_CPU: SECONDS, resource.RLIMIT_FSIZE: 0, resource.RLIMIT_CORE: 0}
    for kind, most in limits.items():
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):
            continue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
