"""Archives of other systems: each reader turns an export into posts, and knows nothing of files or of our format."""

from briefing.filing.archives.post import Archived, Post, UnreadableArchiveError

__all__ = ["Archived", "Post", "UnreadableArchiveError"]
