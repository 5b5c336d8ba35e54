"""Text to values and back: readers with positions, the validating walk, the converter, the writers."""
