"""What changes over time: differences, merges, and the history of a document."""
