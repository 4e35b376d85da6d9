"""The kit for plug-in authors: sample issues in which every form of copy occurs."""

from briefing.testing.samples import sample_archive

__all__ = ["sample_archive"]
