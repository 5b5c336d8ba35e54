"""JSON: a strict reader with positions, a faster one, and the writer."""
