"""The process in which one evidence file is read: limits first, then the reader, then the text as JSON to standard output.

Run as ``python -m briefing.verification.child READER``, with the file on standard input and nothing of the vault in its environment.
"""

from __future__ import annotations

import json
import sys
from importlib import metadata

from briefing.verification.evidence import Evidence, EvidenceReader, UnreadableError

GROUP = "briefing.evidence_readers"
MEMORY = 1 << 30
SECONDS = 30
NOT_READ = 3


def main(arguments: list[str]) -> int:
    """Reads standard input with the reader named; 0, or 3 with a reason."""
    _limit()
    content = sys.stdin.buffer.read()
    try:
        answer = as_json(reader_named(arguments[0]).read(content))
    except UnreadableError as error:
        json.dump({"reason": error.reason, "hint": error.hint}, sys.stdout)
        return NOT_READ
    except (MemoryError, RecursionError):
        json.dump({"reason": "reading this file takes more memory than a document needs", "hint": ""}, sys.stdout)
        return NOT_READ
    sys.stdout.write(answer)
    return 0


def reader_named(name: str) -> EvidenceReader:
    """The reader whose entry point has that name."""
    (entry,) = metadata.entry_points(group=GROUP, name=name)
    reader: EvidenceReader = entry.load()()
    return reader


def as_json(evidence: Evidence) -> str:
    """Evidence as it passes between the processes."""
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
