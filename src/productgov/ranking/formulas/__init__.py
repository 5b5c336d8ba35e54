"""Formulas: their text, read by a small parser of our own, and their value for one item. Nothing is ever executed."""
