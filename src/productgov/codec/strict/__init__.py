"""From plain data to findings: the walk that explains every mistake."""
