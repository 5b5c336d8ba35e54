"""Pages: the board as Markdown, and the report that a leadership team reads; one part of a page a file."""
