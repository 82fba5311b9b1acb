"""The deployment tab of a match file: detachments, posts, stadium, checks."""
