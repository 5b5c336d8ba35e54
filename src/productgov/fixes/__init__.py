"""`fix`: make the safe repairs of a document, and prove them by reading it again."""
