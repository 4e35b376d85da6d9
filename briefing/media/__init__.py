"""Pictures and documents as bytes: the same picture, without what it tells of who made it, where, when and with what.

Nothing is encoded anew: the parts of the file that make the picture are kept byte for byte, and every other part is left out.
"""

from briefing.media.faults import BrokenMediaError
from briefing.media.stripping import STRIPPABLE, carries_more, stripped

__all__ = ["STRIPPABLE", "BrokenMediaError", "carries_more", "stripped"]
