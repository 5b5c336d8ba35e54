"""Repairs of documents: the text is edited at the known places, and everything else stays as it is."""
