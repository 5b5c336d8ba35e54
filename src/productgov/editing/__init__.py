"""Edits of a text at known places, which leave everything else as it is."""
