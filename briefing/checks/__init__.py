"""Copy checks, one rule a file, each found through the entry points ``briefing.checks``; withheld issues are checked too."""

from briefing.checks.discretion import discreet

__all__ = ["discreet"]
